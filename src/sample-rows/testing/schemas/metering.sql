-- Composite keys to partitioned tables, two levels deep; keys that are MATCH FULL.
CREATE TABLE sites (
  org int NOT NULL,
  code char(4) NOT NULL CHECK (code ~ '^[A-Z]{4}$'),
  name text NOT NULL,
  geo point,
  PRIMARY KEY (org, code)
);
CREATE TABLE meters (
  org int NOT NULL,
  site char(4) NOT NULL,
  serial text NOT NULL CHECK (serial ~ '^[A-Z]{2}[0-9]{4}$'),
  installed date NOT NULL,
  removed date,
  PRIMARY KEY (org, site, serial),
  FOREIGN KEY (org, site) REFERENCES sites,
  CHECK (removed > installed)
);
CREATE TABLE readings (
  org int NOT NULL,
  site char(4) NOT NULL,
  serial text NOT NULL,
  at timestamptz NOT NULL,
  kwh numeric(12,3) NOT NULL CHECK (kwh >= 0),
  quality "char" NOT NULL DEFAULT 'A',
  PRIMARY KEY (org, site, serial, at),
  FOREIGN KEY (org, site, serial) REFERENCES meters) PARTITION BY RANGE (at
);
CREATE TABLE readings_2023 PARTITION OF readings FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE readings_2024 PARTITION OF readings FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY HASH (org);
CREATE TABLE readings_2024_0 PARTITION OF readings_2024 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE readings_2024_1 PARTITION OF readings_2024 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE alarms (
  id bigint GENERATED ALWAYS AS IDENTITY,
  org int,
  site char(4),
  serial text,
  at timestamptz,
  level text NOT NULL CHECK (level IN ('low', 'high')),
  cleared_at timestamptz,
  FOREIGN KEY (org, site, serial, at) REFERENCES readings,
  CHECK (cleared_at >= at)
);
CREATE TABLE tariffs (
  region text NOT NULL,
  id int NOT NULL,
  cents_per_kwh numeric(6,3) CHECK (cents_per_kwh BETWEEN 1 AND 99.999),
  PRIMARY KEY (region, id)) PARTITION BY LIST (region
);
CREATE TABLE tariffs_north PARTITION OF tariffs FOR VALUES IN ('north', 'north-east');
CREATE TABLE tariffs_south PARTITION OF tariffs FOR VALUES IN ('south');
CREATE TABLE contracts (
  id serial PRIMARY KEY,
  region text,
  tariff_id int,
  term int4range,
  months int GENERATED ALWAYS AS (upper(term) - lower(term)) STORED,
  FOREIGN KEY (region, tariff_id) REFERENCES tariffs MATCH FULL
);
