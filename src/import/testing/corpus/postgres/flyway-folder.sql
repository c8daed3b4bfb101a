-- V1__init.sql
CREATE TABLE IF NOT EXISTS meter (
  meter_id   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  serial_no  VARCHAR(20) NOT NULL,
  installed  DATE NOT NULL DEFAULT CURRENT_DATE
);
CREATE UNIQUE INDEX uq_meter_serial ON meter (serial_no);

-- V2__readings.sql
CREATE TABLE reading (
  meter_id BIGINT NOT NULL REFERENCES meter,
  at       TIMESTAMPTZ NOT NULL,
  kwh      NUMERIC(12,3) NOT NULL CHECK (kwh >= 0),
  PRIMARY KEY (meter_id, at)
);

-- V3__rename.sql
ALTER TABLE meter RENAME COLUMN serial_no TO serial_number;
ALTER TABLE meter ADD COLUMN IF NOT EXISTS retired BOOLEAN NOT NULL DEFAULT FALSE;

-- R__views.sql
DROP VIEW IF EXISTS daily_usage;
CREATE OR REPLACE VIEW daily_usage AS
SELECT m.serial_number, date_trunc('day', r.at) AS day, max(r.kwh) - min(r.kwh) AS used
FROM meter m JOIN reading r USING (meter_id)
GROUP BY 1, 2;

-- V4__data.sql
INSERT INTO meter (serial_number, installed) VALUES ('M-1', DATE '2020-01-01'), ('M-2', DATE '2021-01-01');
INSERT INTO reading SELECT meter_id, ts, extract(epoch FROM ts - '2024-01-01') / 3600
FROM meter, generate_series(timestamptz '2024-01-01', '2024-01-02', '6 hours') AS ts;
UPDATE meter SET retired = TRUE WHERE serial_number = 'M-2';
ANALYZE meter;
