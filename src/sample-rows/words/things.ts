/** Words for what is sold, made, written and done. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const COLOURS = words(
  'black white grey red orange yellow green blue navy purple pink brown beige silver gold teal',
);

export const ADJECTIVES = words(`
  Adjustable Bright Classic Compact Digital Durable Electric Elegant Foldable Fresh Handmade Heavy Insulated Large Light
  Magnetic Modern Natural Organic Portable Quiet Rustic Silent Slim Smooth Soft Solid Sturdy Vintage Warm Waterproof
  Wireless`);

export const MATERIALS = words(
  'Aluminium Bamboo Canvas Ceramic Copper Cork Cotton Glass Leather Linen Oak Rubber Steel Wool',
);

export const PRODUCTS = words(`
  Backpack Basket Bench Blanket Bottle Bowl Brush Camera Candle Chair Charger Clock Coat Cup Curtain Desk Drill Fan Frame
  Gloves Hammer Headphones Helmet Jacket Kettle Keyboard Knife Ladder Lamp Mirror Monitor Mug Notebook Pan Pillow Plate
  Printer Rug Scarf Scissors Shelf Shoes Speaker Stool Table Tent Toaster Torch Towel Tray Umbrella Vase Wallet Watch`);

export const CATEGORIES = words(`
  Accessories Art Automotive Baby Beauty Books Clothing Computers Electronics Food Furniture Garden Health Hobbies Home
  Jewellery Kitchen Lighting Music Office Outdoors Pets Phones Photography Shoes Sports Stationery Tools Toys Travel`);

export const TOPICS = words(`
  analytics architecture budget climate cloud cooking cycling databases design economics education energy fashion finance
  gaming gardening health history hiking housing law literature marketing mobility music nature nutrition parenting
  philosophy photography politics privacy programming psychology research robotics safety science security sports
  startups strategy sustainability technology theatre tourism training travel wellness writing`);

export const DEPARTMENTS = [
  ...words(
    'Accounting Engineering Facilities Finance Legal Logistics Marketing Operations Procurement Production Purchasing',
  ),
  ...words('Research Sales Security Support'),
  'Customer Service',
  'Human Resources',
  'Information Technology',
  'Product Management',
  'Quality Assurance',
];

export const ROLES = words(
  'admin editor viewer author moderator manager analyst auditor billing developer guest owner operator reviewer support',
);

export const LANGUAGES = words(`
  English Portuguese Spanish French German Italian Dutch Polish Swedish Danish Norwegian Finnish Greek Turkish Arabic
  Hebrew Hindi Bengali Urdu Thai Vietnamese Korean Japanese Chinese Swahili Czech Hungarian Romanian Ukrainian Croatian`);

export const LANGUAGE_CODES = words(
  'en pt es fr de it nl pl sv da no fi el tr ar he hi bn ur th vi ko ja zh sw cs hu ro uk hr',
);

export const CURRENCIES = words(
  'EUR USD GBP BRL JPY CHF SEK DKK NOK PLN CZK INR CNY KRW AUD CAD NZD MXN ZAR NGN KES TRY',
);

export const GENRES = words(
  'Action Adventure Animation Ballad Blues Classical Comedy Country Crime Documentary Drama Electronic Family Fantasy Folk Funk History Horror Jazz Metal Musical Mystery Pop Punk Reggae Rock Romance Soul Thriller Western',
);

export const NOUNS = words(`
  answer autumn bird bridge city cloud coast dream echo field fire forest friend garden ghost harbour heart horizon house
  island journey key lake letter light map memory mirror moon morning mountain night ocean orchard promise question
  river road season secret shadow ship silence sky snow song spring star stone storm story street summer sun tide tower
  train tree valley village voice water wind window winter world year`);

export const VERBS = words(`
  add accept arrive ask bring build buy call change check choose close collect confirm connect consider cover deliver
  describe discuss explain find finish follow help improve include keep learn leave look make measure meet move need offer
  open order pay plan prepare print produce read receive repair reply return review save search send share show sign
  start stay store study support teach test travel try turn use visit wait walk wash win work write`);

export const STATUSES = words('active pending completed cancelled open closed approved rejected draft archived');

export const KINDS = words('standard premium basic internal external temporary permanent primary secondary other');

export const PAYMENT_METHODS = ['card', 'bank transfer', 'cash', 'PayPal', 'voucher', 'direct debit'];

export const CARRIERS = ['DHL', 'UPS', 'FedEx', 'CTT', 'PostNL', 'Royal Mail', 'GLS'];

export const UNITS = words('piece kg g l ml m cm box pack pair hour');

export const SIZES = words('XS S M L XL XXL');

export const MIME_TYPES = [
  'image/jpeg',
  'image/png',
  'application/pdf',
  'text/plain',
  'text/csv',
  'video/mp4',
  'application/zip',
];

export const FILE_ENDINGS = words('jpg png pdf txt csv mp4 zip docx xlsx');

export const BROWSERS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36',
  'curl/8.7.1',
];

export const HTTP_METHODS = words('GET POST PUT PATCH DELETE');

export const EVENTS = words('created updated deleted viewed signed_in signed_out exported imported approved rejected');

export const PERMISSIONS = words('read write create update delete publish export import invite manage');

export const TEAM_ANIMALS = words(
  'Bears Bulls Dolphins Eagles Falcons Foxes Hawks Lions Otters Owls Panthers Ravens Sharks Stags Tigers Wolves',
);

export const AIRCRAFT = [
  'Airbus A220-300',
  'Airbus A320neo',
  'Airbus A350-900',
  'Boeing 737-800',
  'Boeing 787-9',
  'Embraer E195',
];

export const DIAGNOSES = words(
  'Asthma Bronchitis Diabetes Fracture Hypertension Influenza Migraine Pneumonia Sinusitis Sprain',
);

export const MEDICINES = words(
  'Amoxicillin Atorvastatin Ibuprofen Insulin Lisinopril Metformin Omeprazole Paracetamol Salbutamol Sertraline',
);

export const SUBJECTS = words(
  'Algebra Art Biology Chemistry Economics English Geography History Informatics Literature Mathematics Music Philosophy Physics Statistics',
);

export const BLOOD_GROUPS = ['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'];
