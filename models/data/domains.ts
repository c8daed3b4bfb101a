/**
 * The domains of the training data, in a notation made for writing many of them: a line a table,
 * `plural/singular: column column …`. A column is a name and a marker of its meaning:
 *
 *   (none) free text   ! name that identifies the row for people   ^ place   $ money   # whole number   % measure
 *   @ date   @@ timestamp   ? flag   {a|b} one of these values   >table foreign key (a name before it renames the key)
 *
 * Every table gets a primary key of its own. A `*` after a column makes it nullable.
 */
export const DOMAINS = `
== retail
customers/customer: name! email* city^ country^ birth_year# signup_date@ loyalty_points# active?
orders/order: >customers order_date@ status{pending|shipped|delivered|cancelled} total$ shipping_cost$
order_items/order item: >orders >products quantity# unit_price$ discount%
products/product: name! price$ stock# weight% >categories discontinued? brand
categories/category: name! description*
suppliers/supplier: name! city^ country^ phone* rating%
reviews/review: >products >customers rating# comment* created_at@@

== hr
employees/employee: first_name! last_name! salary$ hire_date@ job_title age# >departments manager>employees* remote?
departments/department: name! budget$ location^
projects/project: title! budget$ start_date@ end_date@* status{planned|active|finished} >departments
assignments/assignment: >employees >projects hours# role
leaves/leave: >employees start_date@ days# kind{sick|vacation|parental} approved?
trainings/training: title! duration_hours# cost$ provider

== school
students/student: name! grade# birth_date@ city^ gpa% scholarship?
teachers/teacher: name! subject salary$ hire_year# >schools
courses/course: title! credits# >teachers level{beginner|intermediate|advanced} capacity#
enrollments/enrollment: >students >courses score% semester
schools/school: name! city^ founded# public?
exams/exam: >courses exam_date@ max_score# room

== library
books/book: title! pages# published_year# genre >authors price$ language
authors/author: name! nationality^ birth_year# awards#
members/member: name! email* joined_on@ city^ premium?
loans/loan: >books >members loan_date@ due_date@ returned_on@* fine$
publishers/publisher: name! country^ founded#

== hospital
patients/patient: name! birth_date@ gender{female|male} city^ blood_type insured? weight%
doctors/doctor: name! specialty experience_years# salary$ >wards
appointments/appointment: >patients >doctors scheduled_at@@ fee$ status{booked|done|missed} reason
wards/ward: name! floor# beds#
prescriptions/prescription: >patients >medicines dose% days# issued_on@
medicines/medicine: name! price$ manufacturer stock#

== airline
flights/flight: flight_number! origin>airports destination>airports departure_time@@ duration_minutes# price$ delayed? >aircraft
airports/airport: name! city^ country^ code runways#
aircraft/aircraft: model! manufacturer seats# range_km# built_year#
passengers/passenger: name! nationality^ age# frequent_flyer?
bookings/booking: >flights >passengers seat fare$ booked_on@ class{economy|business|first}
pilots/pilot: name! license hours_flown# rank

== cinema
movies/movie: title! release_year# duration# rating% budget$ revenue$ >directors genre language
directors/director: name! country^ birth_year#
actors/actor: name! gender{female|male} birth_year# nationality^
castings/casting: >movies >actors character salary$
theaters/theater: name! city^ screens# seats#
screenings/screening: >movies >theaters starts_at@@ tickets_sold# ticket_price$

== music
artists/artist: name! country^ genre formed_year# active?
albums/album: title! >artists release_date@ price$ tracks#
songs/song: title! >albums length_seconds# plays# explicit?
concerts/concert: >artists venue city^ concert_date@ attendance# revenue$
playlists/playlist: name! >listeners created_at@@ public?
listeners/listener: username! country^ age# subscription{free|premium|family}

== bank
accounts/account: account_number! >clients balance$ opened_on@ kind{checking|savings|credit} interest_rate% closed?
clients/client: name! city^ income$ birth_year# email*
transactions/transaction: >accounts amount$ made_at@@ direction{debit|credit} description*
branches/branch: name! city^ manager_name employees_count# opened_year#
cards/card: >accounts number! limit_amount$ expires_on@ blocked?
credits/credit: >clients amount$ term_months# rate% status{approved|rejected|pending}

== sports
teams/team: name! city^ founded# coach stadium budget$
players/player: name! >teams position age# goals# salary$ height% injured?
matches/match: home_team>teams away_team>teams home_goals# away_goals# match_date@ attendance# referee
leagues/league: name! country^ season level#
sponsors/sponsor: name! >teams amount$ start_date@ industry
transfers/transfer: >players fee$ transfer_date@ season

== hotel
hotels/hotel: name! city^ country^ stars# rooms_count# pool?
rooms/room: room_number! >hotels price$ capacity# kind{single|double|suite} smoking?
guests/guest: name! nationality^ email* vip? visits#
reservations/reservation: >rooms >guests check_in@ check_out@ total$ status{confirmed|cancelled|completed}
services/service: name! price$ >hotels duration#

== restaurant
restaurants/restaurant: name! cuisine city^ rating% opened_on@ delivery?
dishes/dish: name! price$ calories# >restaurants vegetarian? course{starter|main|dessert}
waiters/waiter: name! salary$ >restaurants hired_on@
bills/bill: >waiters total$ tip$ paid_at@@ method{cash|card}
ingredients/ingredient: name! unit_cost$ supplier stock% expires_on@*

== realestate
properties/property: address! city^ price$ bedrooms# area% kind{house|apartment|land} >agents listed_on@ sold?
agents/agent: name! phone* commission% agency city^
buyers/buyer: name! budget$ email* city^
visits/visit: >properties >buyers visited_on@ offer$* feedback*
sales/sale: >properties >buyers amount$ sold_on@

== logistics
warehouses/warehouse: name! city^ capacity# area% refrigerated?
shipments/shipment: tracking_code! >warehouses >drivers weight% cost$ shipped_on@ delivered_on@* status{packed|moving|delivered|lost}
drivers/driver: name! license_number age# city^ hired_on@
vehicles/vehicle: plate! brand model year# mileage# >drivers
packages/package: >shipments weight% value$ fragile? destination^

== saas
users/user: username! email* country^ created_at@@ plan{free|pro|team} admin? last_login@@*
subscriptions/subscription: >users started_on@ cancelled_on@* monthly_price$ seats#
invoices/invoice: >subscriptions amount$ issued_on@ paid? currency
tickets/ticket: >users subject! priority{low|medium|high} status{open|closed|waiting} opened_at@@ minutes_spent#
features/feature: name! category enabled? launched_on@
events/event: >users >features happened_at@@ duration#

== webanalytics
sessions/session: >visitors started_at@@ duration# pages_viewed# device{desktop|mobile|tablet} converted?
visitors/visitor: country^ browser first_seen@ returning?
pages/page: title! path section published_on@ word_count#
page_views/page view: >sessions >pages viewed_at@@ seconds#
campaigns/campaign: name! channel budget$ start_date@ clicks# impressions#
conversions/conversion: >sessions >campaigns value$ goal

== crm
leads/lead: name! company email* source score# created_on@ status{new|contacted|qualified|lost}
companies/company: name! industry employees# revenue$ country^ founded#
contacts/contact: first_name! last_name! >companies phone* position city^
deals/deal: title! >companies >reps amount$ stage{proposal|negotiation|won|lost} closed_on@* probability%
reps/rep: name! region quota$ hired_on@
calls/call: >contacts >reps called_at@@ minutes# outcome
notes/note: >deals body written_at@@ pinned?

== iot
devices/device: serial! kind >sites installed_on@ battery% firmware online?
sites/site: name! city^ latitude% longitude% area%
readings/reading: >devices temperature% humidity% recorded_at@@ pressure%
alerts/alert: >devices severity{info|warning|critical} raised_at@@ resolved? message
technicians/technician: name! phone* certified? region
repairs/repair: >devices >technicians cost$ repaired_on@ minutes#

== university
professors/professor: name! title salary$ >faculties tenured? hired_year#
faculties/faculty: name! building budget$ dean
majors/major: name! >faculties duration_years# fee$
thesis_works/thesis work: title! >professors submitted_on@ grade% language
scholars/scholar: name! >majors admission_year# average% country^
grants/grant: title! >professors amount$ awarded_on@ agency

== farm
farms/farm: name! region^ hectares% owner organic?
fields/field: name! >farms area% soil crop
harvests/harvest: >fields harvested_on@ tons% price$ quality{low|good|excellent}
animals/animal: tag! species >farms weight% birth_date@ vaccinated?
machines/machine: model! >farms purchase_price$ purchase_year# hours#
workers/worker: name! wage$ >farms started_on@ age#

== energy
plants/plant: name! source{solar|wind|gas|hydro} capacity% city^ opened_year# operational?
meters/meter: serial! >households installed_on@ kind
households/household: address! residents# city^ area%
consumptions/consumption: >meters kwh% cost$ measured_on@
operators/operator: name! country^ employees# revenue$

== insurance
policies/policy: policy_number! >holders premium$ coverage$ start_date@ end_date@ kind{auto|home|life|health} active?
holders/holder: name! age# city^ smoker? income$
claims/claim: >policies amount$ filed_on@ status{open|paid|denied} description*
adjusters/adjuster: name! region experience_years#
inspections/inspection: >claims >adjusters inspected_on@ damage% notes*

== government
citizens/citizen: name! birth_date@ city^ income$ registered?
elections/election: title! held_on@ turnout% region
candidates/candidate: name! party age# >elections votes#
permits/permit: >citizens kind issued_on@ fee$ valid?
offices/office: name! city^ staff# budget$

== museum
museums/museum: name! city^ opened_year# visitors_per_year# free_entry?
artworks/artwork: title! >museums >painters created_year# value$ material on_display?
painters/painter: name! nationality^ birth_year# style
exhibitions/exhibition: title! >museums start_date@ end_date@ visitors#
donations/donation: >museums donor amount$ donated_on@

== gaming
gamers/gamer: nickname! level# country^ coins# registered_on@ banned?
games/game: title! genre release_date@ price$ >studios multiplayer? score%
studios/studio: name! city^ employees# founded#
matches_played/match played: >gamers >games played_at@@ points# minutes# won?
achievements/achievement: name! >games points# rarity{common|rare|epic}
purchases/purchase: >gamers >games amount$ bought_on@

== social
profiles/profile: handle! full_name bio* joined_on@ followers# verified? city^
posts/post: >profiles body posted_at@@ likes# shares# language
comments/comment: >posts >profiles body likes# written_at@@
groups/group: name! topic members# private? created_on@
messages/message: sender>profiles receiver>profiles sent_at@@ read? body

== software
repositories/repository: name! language stars# forks# created_on@ archived? >maintainers
maintainers/maintainer: login! email* country^ commits#
issues/issue: >repositories title! state{open|closed} opened_on@ comments_count# priority#
releases/release: version! >repositories released_on@ downloads# stable?
builds/build: >repositories started_at@@ seconds# result{passed|failed}

== construction
contracts/contract: contract_number! >builders value$ signed_on@ deadline@ finished?
builders/builder: name! city^ rating% founded# employees#
materials/material: name! unit_price$ unit stock# supplier
deliveries/delivery: >contracts >materials quantity# delivered_on@ cost$
workshops/workshop: name! location^ area% machines#

== auto
cars/car: model! >makers price$ horsepower# year# color electric? mileage#
makers/maker: name! country^ founded# revenue$
dealers/dealer: name! city^ phone* sales_count#
car_sales/car sale: >cars >dealers sale_date@ sale_price$ payment{cash|loan|lease}
owners/owner: name! age# city^ email*
services_done/service done: >cars >owners cost$ done_on@ kind mileage#

== zoo
species/species: name! family habitat endangered? average_weight%
enclosures/enclosure: name! area% capacity# indoor?
residents/resident: name! >species >enclosures birth_date@ weight% gender{female|male}
keepers/keeper: name! salary$ hired_on@ phone*
feedings/feeding: >residents >keepers food amount% fed_at@@

== legal
lawyers/lawyer: name! specialty hourly_rate$ experience_years# city^
cases/case: title! >lawyers opened_on@ closed_on@* court status{open|won|lost|settled}
parties/party: name! kind{person|company} city^
hearings/hearing: >cases hearing_date@ judge room minutes#
billings/billing: >cases hours% amount$ billed_on@ paid?

== gym
athletes/athlete: name! birth_date@ weight% height% membership{basic|gold|platinum} joined_on@
trainers/trainer: name! specialty hourly_rate$ certified?
workouts/workout: >athletes >trainers started_at@@ minutes# calories#
equipment/equipment: name! purchase_date@ price$ broken? muscle_group
classes/class: title! >trainers weekday capacity# price$

== theatre
plays/play: title! playwright premiere_date@ acts# genre
stages/stage: name! seats# city^ outdoor?
performances/performance: >plays >stages performed_on@ tickets_sold# income$
seat_tickets/seat ticket: >performances seat_code! price$ sold_on@ refunded?

== weather
stations/station: name! city^ elevation# installed_on@ automatic?
observations/observation: >stations temperature% wind_speed% rainfall% observed_at@@
storms/storm: name! category# started_on@ damage$ deaths#
forecasts/forecast: >stations forecast_date@ high% low% accurate?

== transport
routes/route: name! distance% stops_count# >lines night?
lines/line: name! kind{bus|tram|metro} color opened_year#
trips/trip: >routes started_at@@ passengers# delay_minutes#
stops/stop: name! zone# >routes shelter?
fares/fare: name! price$ valid_days#
complaints/complaint: >trips text filed_on@ resolved? rating#

== manufacturing
factories/factory: name! city^ workers# opened_on@ certified?
parts/part: part_number! description weight% cost$ >vendors in_stock#
vendors/vendor: name! country^ lead_time_days# rating%
assemblies/assembly: >factories >parts quantity# assembled_on@ defects#
batches/batch: code! >factories produced_on@ size# passed?

== telecom
subscribers/subscriber: name! phone_number city^ plan{prepaid|basic|unlimited} joined_on@ monthly_fee$
towers/tower: name! city^ height% frequency# active?
phone_calls/phone call: >subscribers >towers duration# cost$ started_at@@ dropped?
data_usages/data usage: >subscribers megabytes# used_on@
handsets/handset: model! brand price$ release_year# 

== travel
tours/tour: title! destination^ price$ days# >guides departure_date@ full?
guides/guide: name! languages_count# rating% phone*
travelers/traveler: name! nationality^ age# email*
tour_bookings/tour booking: >tours >travelers booked_on@ people# paid$
destinations/destination: name! country^ climate visitors# visa_required?

== events
conferences/conference: title! city^ start_date@ end_date@ fee$ online?
speakers/speaker: name! company topic fee$ country^
talks/talk: title! >conferences >speakers minutes# room track
attendees/attendee: name! email* >conferences registered_on@ paid? job
exhibitors/exhibitor: name! booth >conferences fee$ 

== charity
charities/charity: name! cause founded# country^ annual_budget$
donors/donor: name! city^ email* total_given$ anonymous?
gifts/gift: >donors >charities amount$ given_on@ method{cash|transfer|card}
volunteers/volunteer: name! age# >charities hours# joined_on@
fundraisers/fundraiser: title! >charities goal$ raised$ held_on@

== recruiting
openings/opening: title! >employers salary$ posted_on@ remote? seniority{junior|mid|senior}
employers/employer: name! industry city^ size#
applicants/applicant: name! email* experience_years# expected_salary$ city^
applications/application: >openings >applicants applied_on@ status{received|interview|offer|rejected} score%
skills/skill: name! category demand#
interviews/interview: >applications interviewed_at@@ interviewer result{pass|fail} notes*

== inventory
stores/store: name! city^ size% manager_name opened_on@
items/item: sku! name price$ cost$ category perishable?
stock_levels/stock level: >stores >items on_hand# reorder_level# updated_at@@
movements/movement: >items >stores quantity# moved_on@ reason{sale|return|loss|transfer}
counts/count: >stores counted_on@ difference# counted_by

== podcast
podcasts/podcast: title! host category launched_on@ subscribers# language
episodes/episode: title! >podcasts duration# published_on@ downloads# premium?
ads/ad: >episodes advertiser price$ seconds# 
ratings/rating: >podcasts stars# rated_on@ country^
`;
