-- Airports, aircraft with their seats, flights, bookings, tickets and boarding passes.
CREATE TABLE airports (code char(3) PRIMARY KEY CHECK (code ~ '^[A-Z]{3}$'), name jsonb NOT NULL, city text NOT NULL, coordinates point NOT NULL, timezone text NOT NULL);
CREATE TABLE aircraft (code char(3) PRIMARY KEY, model text NOT NULL, range_km integer NOT NULL CHECK (range_km > 0));
CREATE TABLE seats (aircraft_code char(3) REFERENCES aircraft ON DELETE CASCADE, seat_no varchar(4), fare varchar(10) NOT NULL CHECK (fare IN ('Economy', 'Comfort', 'Business')), PRIMARY KEY (aircraft_code, seat_no));
CREATE TABLE flights (
  flight_id serial PRIMARY KEY,
  flight_no char(6) NOT NULL,
  scheduled_departure timestamptz NOT NULL,
  scheduled_arrival timestamptz NOT NULL,
  departure_airport char(3) NOT NULL REFERENCES airports,
  arrival_airport char(3) NOT NULL REFERENCES airports,
  status varchar(20) NOT NULL CHECK (status IN ('On Time', 'Delayed', 'Departed', 'Arrived', 'Scheduled', 'Cancelled')),
  aircraft_code char(3) NOT NULL REFERENCES aircraft,
  actual_departure timestamptz,
  actual_arrival timestamptz,
  UNIQUE (flight_no, scheduled_departure),
  CHECK (scheduled_arrival > scheduled_departure),
  CHECK (actual_arrival IS NULL OR (actual_departure IS NOT NULL AND actual_arrival IS NOT NULL AND actual_arrival > actual_departure)),
  CHECK (departure_airport <> arrival_airport)
);
CREATE TABLE bookings (book_ref char(6) PRIMARY KEY, book_date timestamptz NOT NULL, total_amount numeric(10, 2) NOT NULL);
CREATE TABLE tickets (ticket_no char(13) PRIMARY KEY, book_ref char(6) NOT NULL REFERENCES bookings, passenger_id varchar(20) NOT NULL, passenger_name text NOT NULL, contact_data jsonb, outbound boolean NOT NULL, UNIQUE (book_ref, passenger_id, outbound));
CREATE TABLE segments (ticket_no char(13) REFERENCES tickets, flight_id integer REFERENCES flights, fare varchar(10) NOT NULL CHECK (fare::text = ANY (ARRAY['Economy'::varchar, 'Comfort'::varchar, 'Business'::varchar]::text[])), price numeric(10, 2) NOT NULL CHECK (price >= 0), PRIMARY KEY (ticket_no, flight_id));
CREATE TABLE boarding_passes (ticket_no char(13), flight_id integer, boarding_no integer, seat_no varchar(4) NOT NULL, boarding_time timestamptz, PRIMARY KEY (ticket_no, flight_id), UNIQUE (flight_id, boarding_no), UNIQUE (flight_id, seat_no), FOREIGN KEY (ticket_no, flight_id) REFERENCES segments);
