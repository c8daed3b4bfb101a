/** Cities with what goes with them, so that the address of one row lies in one place. */
export interface Place {
  readonly city: string;
  readonly region: string;
  readonly country: string;
  /** ISO 3166-1. */
  readonly country2: string;
  readonly country3: string;
  readonly currency: string;
  readonly language: string;
  readonly timeZone: string;
  readonly dialling: string;
  /** `#` is a digit, `?` a letter. */
  readonly postalCode: string;
  readonly latitude: number;
  readonly longitude: number;
  /** `%` stands for the name. */
  readonly street: string;
  readonly airport: string;
}

const TABLE = `
Lisbon|Lisboa|Portugal|PT|PRT|EUR|pt|Europe/Lisbon|351|####-###|38.72|-9.14|Rua %|LIS
Porto|Porto|Portugal|PT|PRT|EUR|pt|Europe/Lisbon|351|####-###|41.15|-8.61|Rua %|OPO
Madrid|Madrid|Spain|ES|ESP|EUR|es|Europe/Madrid|34|28###|40.42|-3.70|Calle %|MAD
Seville|Andalusia|Spain|ES|ESP|EUR|es|Europe/Madrid|34|41###|37.39|-5.99|Calle %|SVQ
Paris|Île-de-France|France|FR|FRA|EUR|fr|Europe/Paris|33|750##|48.86|2.35|Rue %|CDG
Lyon|Auvergne-Rhône-Alpes|France|FR|FRA|EUR|fr|Europe/Paris|33|690##|45.76|4.84|Rue %|LYS
Berlin|Berlin|Germany|DE|DEU|EUR|de|Europe/Berlin|49|10###|52.52|13.40|%straße|BER
Hamburg|Hamburg|Germany|DE|DEU|EUR|de|Europe/Berlin|49|20###|53.55|9.99|%weg|HAM
Vienna|Vienna|Austria|AT|AUT|EUR|de|Europe/Vienna|43|1##0|48.21|16.37|%gasse|VIE
Zürich|Zürich|Switzerland|CH|CHE|CHF|de|Europe/Zurich|41|80##|47.37|8.54|%strasse|ZRH
Rome|Lazio|Italy|IT|ITA|EUR|it|Europe/Rome|39|001##|41.90|12.50|Via %|FCO
Milan|Lombardy|Italy|IT|ITA|EUR|it|Europe/Rome|39|201##|45.46|9.19|Via %|MXP
Amsterdam|North Holland|Netherlands|NL|NLD|EUR|nl|Europe/Amsterdam|31|10## ??|52.37|4.90|%straat|AMS
Brussels|Brussels|Belgium|BE|BEL|EUR|fr|Europe/Brussels|32|1##0|50.85|4.35|Rue %|BRU
London|England|United Kingdom|GB|GBR|GBP|en|Europe/London|44|SW# #??|51.51|-0.13|% Road|LHR
Edinburgh|Scotland|United Kingdom|GB|GBR|GBP|en|Europe/London|44|EH# #??|55.95|-3.19|% Street|EDI
Dublin|Leinster|Ireland|IE|IRL|EUR|en|Europe/Dublin|353|D## ?###|53.35|-6.26|% Street|DUB
Copenhagen|Hovedstaden|Denmark|DK|DNK|DKK|da|Europe/Copenhagen|45|1###|55.68|12.57|%gade|CPH
Stockholm|Stockholm|Sweden|SE|SWE|SEK|sv|Europe/Stockholm|46|11# ##|59.33|18.07|%gatan|ARN
Oslo|Oslo|Norway|NO|NOR|NOK|no|Europe/Oslo|47|01##|59.91|10.75|%gata|OSL
Helsinki|Uusimaa|Finland|FI|FIN|EUR|fi|Europe/Helsinki|358|00##0|60.17|24.94|%katu|HEL
Warsaw|Masovia|Poland|PL|POL|PLN|pl|Europe/Warsaw|48|00-###|52.23|21.01|ulica %|WAW
Prague|Prague|Czechia|CZ|CZE|CZK|cs|Europe/Prague|420|1## 00|50.08|14.44|% ulice|PRG
Athens|Attica|Greece|GR|GRC|EUR|el|Europe/Athens|30|10# ##|37.98|23.73|Odos %|ATH
Istanbul|Istanbul|Türkiye|TR|TUR|TRY|tr|Europe/Istanbul|90|34###|41.01|28.98|% Caddesi|IST
New York|New York|United States|US|USA|USD|en|America/New_York|1|100##|40.71|-74.01|% Street|JFK
Chicago|Illinois|United States|US|USA|USD|en|America/Chicago|1|606##|41.88|-87.63|% Avenue|ORD
Austin|Texas|United States|US|USA|USD|en|America/Chicago|1|787##|30.27|-97.74|% Drive|AUS
Seattle|Washington|United States|US|USA|USD|en|America/Los_Angeles|1|981##|47.61|-122.33|% Avenue|SEA
Toronto|Ontario|Canada|CA|CAN|CAD|en|America/Toronto|1|M#? #?#|43.65|-79.38|% Street|YYZ
Montreal|Quebec|Canada|CA|CAN|CAD|fr|America/Toronto|1|H#? #?#|45.50|-73.57|Rue %|YUL
Mexico City|Ciudad de México|Mexico|MX|MEX|MXN|es|America/Mexico_City|52|0####|19.43|-99.13|Avenida %|MEX
São Paulo|São Paulo|Brazil|BR|BRA|BRL|pt|America/Sao_Paulo|55|01###-###|-23.55|-46.63|Rua %|GRU
Recife|Pernambuco|Brazil|BR|BRA|BRL|pt|America/Recife|55|50###-###|-8.05|-34.88|Rua %|REC
Buenos Aires|Buenos Aires|Argentina|AR|ARG|ARS|es|America/Argentina/Buenos_Aires|54|C1###|-34.60|-58.38|Calle %|EZE
Santiago|Santiago|Chile|CL|CHL|CLP|es|America/Santiago|56|83#####|-33.45|-70.67|Calle %|SCL
Bogotá|Cundinamarca|Colombia|CO|COL|COP|es|America/Bogota|57|11####|4.71|-74.07|Carrera %|BOG
Lagos|Lagos|Nigeria|NG|NGA|NGN|en|Africa/Lagos|234|10####|6.52|3.38|% Road|LOS
Nairobi|Nairobi|Kenya|KE|KEN|KES|sw|Africa/Nairobi|254|00###|-1.29|36.82|% Road|NBO
Accra|Greater Accra|Ghana|GH|GHA|GHS|en|Africa/Accra|233|GA###|5.60|-0.19|% Avenue|ACC
Cape Town|Western Cape|South Africa|ZA|ZAF|ZAR|en|Africa/Johannesburg|27|80##|-33.92|18.42|% Street|CPT
Cairo|Cairo|Egypt|EG|EGY|EGP|ar|Africa/Cairo|20|11###|30.04|31.24|% Street|CAI
Casablanca|Casablanca-Settat|Morocco|MA|MAR|MAD|ar|Africa/Casablanca|212|20###|33.57|-7.59|Rue %|CMN
Dubai|Dubai|United Arab Emirates|AE|ARE|AED|ar|Asia/Dubai|971|#####|25.20|55.27|% Street|DXB
Tel Aviv|Tel Aviv|Israel|IL|ISR|ILS|he|Asia/Jerusalem|972|6#####|32.09|34.78|% Street|TLV
Mumbai|Maharashtra|India|IN|IND|INR|hi|Asia/Kolkata|91|4000##|19.08|72.88|% Road|BOM
Bengaluru|Karnataka|India|IN|IND|INR|kn|Asia/Kolkata|91|5600##|12.97|77.59|% Road|BLR
Bangkok|Bangkok|Thailand|TH|THA|THB|th|Asia/Bangkok|66|10###|13.76|100.50|% Road|BKK
Hanoi|Hanoi|Vietnam|VN|VNM|VND|vi|Asia/Ho_Chi_Minh|84|10####|21.03|105.85|Pho %|HAN
Singapore|Singapore|Singapore|SG|SGP|SGD|en|Asia/Singapore|65|######|1.35|103.82|% Road|SIN
Jakarta|Jakarta|Indonesia|ID|IDN|IDR|id|Asia/Jakarta|62|10###|-6.21|106.85|Jalan %|CGK
Shanghai|Shanghai|China|CN|CHN|CNY|zh|Asia/Shanghai|86|2000##|31.23|121.47|% Road|PVG
Seoul|Seoul|South Korea|KR|KOR|KRW|ko|Asia/Seoul|82|0####|37.57|126.98|%-ro|ICN
Tokyo|Tokyo|Japan|JP|JPN|JPY|ja|Asia/Tokyo|81|1##-####|35.68|139.69|%-dori|HND
Osaka|Osaka|Japan|JP|JPN|JPY|ja|Asia/Tokyo|81|53#-####|34.69|135.50|%-suji|KIX
Sydney|New South Wales|Australia|AU|AUS|AUD|en|Australia/Sydney|61|20##|-33.87|151.21|% Street|SYD
Melbourne|Victoria|Australia|AU|AUS|AUD|en|Australia/Melbourne|61|30##|-37.81|144.96|% Street|MEL
Auckland|Auckland|New Zealand|NZ|NZL|NZD|en|Pacific/Auckland|64|10##|-36.85|174.76|% Road|AKL`;

export const PLACES: readonly Place[] = TABLE.trim()
  .split('\n')
  .map((line): Place => {
    const [city = '', region = '', country = '', country2 = '', country3 = '', currency = '', ...rest] =
      line.split('|');
    const [language = '', timeZone = '', dialling = '', postalCode = '', latitude, longitude, ...last] = rest;
    const [street = '%', airport = ''] = last;
    return {
      city,
      region,
      country,
      country2,
      country3,
      currency,
      language,
      timeZone,
      dialling,
      postalCode,
      latitude: Number(latitude),
      longitude: Number(longitude),
      street: street.trim(),
      airport,
    };
  });

export const STREET_NAMES: readonly string[] =
  'Acacia Bell Bridge Castle Cedar Chapel Church Elm Field Forest Garden Green Harbour High Hill Lake Linden Market Mill Museum Orchard Palm Park River Rose School Spring Station Summer Sun Tower Valley Willow'.split(
    ' ',
  );
