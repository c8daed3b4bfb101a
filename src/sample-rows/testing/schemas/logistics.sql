-- Depots, routes, vehicles, drivers, shipments and their events.
CREATE TABLE depots (depot_id smallint PRIMARY KEY, name varchar(60) NOT NULL, city varchar(40) NOT NULL, opens time NOT NULL DEFAULT '06:00', closes time NOT NULL DEFAULT '22:00', CHECK (opens < closes));
CREATE TABLE vehicles (plate varchar(10) PRIMARY KEY, depot_id smallint NOT NULL REFERENCES depots, capacity_kg int NOT NULL CHECK (capacity_kg BETWEEN 500 AND 26000), fuel char(1) NOT NULL CHECK (fuel IN ('D', 'P', 'E', 'H')), inspected_on date, next_inspection date, CHECK (next_inspection > inspected_on));
CREATE TABLE drivers (driver_id serial PRIMARY KEY, full_name varchar(80) NOT NULL, licence_no varchar(16) NOT NULL UNIQUE, licence_classes varchar(3)[] NOT NULL CHECK (cardinality(licence_classes) BETWEEN 1 AND 4), phone varchar(20), depot_id smallint NOT NULL REFERENCES depots);
CREATE TABLE routes (
  route_id serial PRIMARY KEY,
  from_depot smallint NOT NULL REFERENCES depots,
  to_depot smallint NOT NULL REFERENCES depots,
  distance_km numeric(6, 1) NOT NULL CHECK (distance_km > 0),
  toll money NOT NULL DEFAULT 0,
  UNIQUE (from_depot, to_depot),
  CHECK (from_depot <> to_depot)
);
CREATE TABLE trips (
  trip_id bigserial PRIMARY KEY,
  route_id int NOT NULL REFERENCES routes,
  plate varchar(10) NOT NULL REFERENCES vehicles ON UPDATE CASCADE,
  driver_id int NOT NULL REFERENCES drivers,
  co_driver_id int REFERENCES drivers,
  planned_departure timestamp NOT NULL,
  departure timestamp,
  arrival timestamp,
  CHECK (arrival > departure),
  CHECK (arrival IS NULL OR departure IS NOT NULL),
  CHECK (co_driver_id <> driver_id)
);
CREATE TABLE shipments (
  tracking_no char(12) PRIMARY KEY CHECK (tracking_no ~ '^[A-Z]{2}[0-9]{10}$'),
  sender text NOT NULL,
  recipient text NOT NULL,
  weight_kg numeric(7, 2) NOT NULL CHECK (weight_kg > 0 AND weight_kg <= 1000),
  length_cm int NOT NULL CHECK (length_cm BETWEEN 1 AND 300),
  width_cm int NOT NULL CHECK (width_cm BETWEEN 1 AND 300),
  height_cm int NOT NULL CHECK (height_cm BETWEEN 1 AND 300),
  volume_l numeric GENERATED ALWAYS AS (length_cm * width_cm * height_cm / 1000.0) STORED,
  declared_value numeric(10, 2),
  cash_on_delivery boolean NOT NULL DEFAULT false,
  CHECK (length_cm + width_cm + height_cm <= 600)
);
CREATE TABLE shipment_events (tracking_no char(12) NOT NULL REFERENCES shipments, seq smallint NOT NULL, trip_id bigint REFERENCES trips, code varchar(3) NOT NULL CHECK (code IN ('REC', 'DEP', 'ARR', 'OUT', 'DLV', 'EXC')), at timestamptz NOT NULL, note text, PRIMARY KEY (tracking_no, seq));
