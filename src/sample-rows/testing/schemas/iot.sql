-- Devices on sites, and their readings in monthly partitions.
CREATE TABLE sites (id serial PRIMARY KEY, name text NOT NULL, location point NOT NULL, latitude double precision CHECK (latitude BETWEEN -90 AND 90), longitude double precision CHECK (longitude BETWEEN -180 AND 180), boundary polygon, time_zone text NOT NULL);
CREATE TABLE device_types (code varchar(12) PRIMARY KEY, manufacturer text NOT NULL, firmware varchar(12) NOT NULL, battery_mah int CHECK (battery_mah % 50 = 0));
CREATE TABLE devices (
  id uuid PRIMARY KEY,
  site_id int NOT NULL REFERENCES sites,
  type_code varchar(12) NOT NULL REFERENCES device_types,
  mac macaddr NOT NULL UNIQUE,
  address inet,
  network cidr,
  flags bit(8) NOT NULL DEFAULT B'00000000',
  gateway_id uuid REFERENCES devices,
  installed_on date NOT NULL,
  last_seen_at timestamptz,
  CHECK (gateway_id <> id)
);
CREATE TABLE readings (
  device_id uuid NOT NULL REFERENCES devices,
  taken_at timestamptz NOT NULL,
  temperature real,
  humidity numeric(4, 1) CHECK (humidity BETWEEN 0 AND 100),
  battery smallint CHECK (battery BETWEEN 0 AND 100),
  raw bytea,
  PRIMARY KEY (device_id, taken_at)
) PARTITION BY RANGE (taken_at);
CREATE TABLE readings_2024_01 PARTITION OF readings FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2024-02-01 00:00+00');
CREATE TABLE readings_2024_02 PARTITION OF readings FOR VALUES FROM ('2024-02-01 00:00+00') TO ('2024-03-01 00:00+00');
CREATE TABLE readings_2024_03 PARTITION OF readings FOR VALUES FROM ('2024-03-01 00:00+00') TO ('2024-04-01 00:00+00');
CREATE TABLE alarms (
  id bigint GENERATED ALWAYS AS IDENTITY,
  region text NOT NULL,
  device_id uuid NOT NULL REFERENCES devices,
  severity text NOT NULL CHECK (severity IN ('info', 'warning', 'critical')),
  raised_at timestamptz NOT NULL,
  cleared_at timestamptz,
  took interval,
  PRIMARY KEY (region, id)
) PARTITION BY LIST (region);
CREATE TABLE alarms_eu PARTITION OF alarms FOR VALUES IN ('eu-west', 'eu-south');
CREATE TABLE alarms_us PARTITION OF alarms FOR VALUES IN ('us-east');
CREATE TABLE telemetry (device_id uuid NOT NULL, seq bigint NOT NULL, body jsonb NOT NULL, PRIMARY KEY (device_id, seq)) PARTITION BY HASH (device_id);
CREATE TABLE telemetry_0 PARTITION OF telemetry FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE telemetry_1 PARTITION OF telemetry FOR VALUES WITH (MODULUS 2, REMAINDER 1);
