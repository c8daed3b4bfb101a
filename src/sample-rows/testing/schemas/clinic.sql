-- Ranges of a length, intervals, bytes of a length, what a division computes.
CREATE TABLE patients (
  nhs char(10) PRIMARY KEY CHECK (nhs ~ '^[0-9]{10}$'),
  born date NOT NULL CHECK (born <= CURRENT_DATE),
  died date,
  sex char(1) NOT NULL CHECK (sex IN ('F', 'M', 'X')),
  height_cm numeric(4,1) CHECK (height_cm BETWEEN 30 AND 250),
  weight_kg numeric(5,2) CHECK (weight_kg > 0),
  bmi numeric GENERATED ALWAYS AS (round(weight_kg / nullif((height_cm / 100) ^ 2, 0), 1)) STORED,
  CHECK (died >= born)
);
CREATE TABLE clinicians (
  id serial PRIMARY KEY,
  gmc int NOT NULL UNIQUE CHECK (gmc BETWEEN 1000000 AND 9999999),
  specialties text[] NOT NULL CHECK (specialties <> '{}')
);
CREATE TABLE visits (
  id serial PRIMARY KEY,
  nhs char(10) NOT NULL REFERENCES patients,
  clinician_id int NOT NULL REFERENCES clinicians,
  slot tsrange NOT NULL,
  kind text NOT NULL CHECK (lower(kind) = kind),
  CHECK (lower(slot) < upper(slot)),
  CHECK (upper(slot) - lower(slot) <= interval '4 hours'),
  CHECK (lower_inc(slot) AND NOT upper_inc(slot))
);
CREATE TABLE vitals (
  visit_id int NOT NULL REFERENCES visits,
  taken_at timestamp NOT NULL,
  systolic int,
  diastolic int,
  temperature numeric(3,1) CHECK (temperature BETWEEN 30.0 AND 45.0),
  CHECK (systolic > diastolic AND diastolic > 20 AND systolic < 260),
  PRIMARY KEY (visit_id, taken_at)
);
CREATE TABLE prescriptions (
  id serial PRIMARY KEY,
  visit_id int NOT NULL REFERENCES visits,
  drug text NOT NULL,
  dose_mg numeric(7,2) NOT NULL CHECK (dose_mg > 0),
  every interval NOT NULL CHECK (every BETWEEN interval '1 hour' AND interval '7 days'),
  starts date NOT NULL,
  stops date,
  EXCLUDE (visit_id WITH =, drug WITH =),
  CHECK (stops IS NULL OR stops >= starts)
);
CREATE TABLE consents (
  nhs char(10) REFERENCES patients,
  kind text CHECK (kind = ANY ('{data,surgery,photo}'::text[])),
  given_at timestamptz NOT NULL,
  revoked_at timestamptz,
  signature bytea CHECK (octet_length(signature) = 64),
  PRIMARY KEY (nhs, kind),
  CHECK (revoked_at > given_at)
);
