-- Wards, staff, patients, stays and prescriptions.
CREATE TYPE blood_group AS ENUM ('A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-');
CREATE TABLE wards (
  ward_code char(4) PRIMARY KEY CHECK (ward_code ~ '^[A-Z]\d{3}$'),
  name text NOT NULL,
  beds smallint NOT NULL CHECK (beds BETWEEN 4 AND 60),
  head_physician_id int
);
CREATE TABLE physicians (
  physician_id int PRIMARY KEY,
  licence_number varchar(12) NOT NULL UNIQUE,
  last_name text NOT NULL,
  first_name text NOT NULL,
  ward_code char(4) NOT NULL REFERENCES wards,
  pager varchar(8)
);
ALTER TABLE wards ADD FOREIGN KEY (head_physician_id) REFERENCES physicians;
CREATE TABLE patients (
  patient_id bigint GENERATED ALWAYS AS IDENTITY (START WITH 1000) PRIMARY KEY,
  national_id varchar(15) UNIQUE,
  last_name text NOT NULL,
  first_name text NOT NULL,
  sex char(1) NOT NULL CHECK (sex IN ('F', 'M', 'X')),
  date_of_birth date NOT NULL CHECK (date_of_birth <= CURRENT_DATE),
  date_of_death date,
  blood blood_group,
  allergies text[],
  CHECK (date_of_death IS NULL OR date_of_death >= date_of_birth)
);
CREATE TABLE stays (
  stay_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  patient_id bigint NOT NULL REFERENCES patients,
  ward_code char(4) NOT NULL REFERENCES wards,
  admitted_at timestamptz NOT NULL,
  discharged_at timestamptz,
  diagnosis text NOT NULL,
  severity smallint CHECK (severity BETWEEN 1 AND 5),
  CHECK (discharged_at > admitted_at)
);
CREATE TABLE drugs (atc_code varchar(7) PRIMARY KEY CHECK (atc_code ~ '^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$'), name text NOT NULL UNIQUE, max_daily_mg numeric(8, 2) NOT NULL CHECK (max_daily_mg > 0));
CREATE TABLE prescriptions (
  stay_id bigint NOT NULL REFERENCES stays,
  atc_code varchar(7) NOT NULL REFERENCES drugs,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  dose_mg numeric(8, 2) NOT NULL CHECK (dose_mg > 0),
  times_a_day smallint NOT NULL DEFAULT 3 CHECK (times_a_day BETWEEN 1 AND 6),
  prescribed_by int NOT NULL REFERENCES physicians,
  PRIMARY KEY (stay_id, atc_code, starts_on),
  CHECK (ends_on - starts_on BETWEEN 0 AND 90)
);
CREATE TABLE vital_signs (
  stay_id bigint REFERENCES stays,
  measured_at timestamptz,
  heart_rate smallint CHECK (heart_rate BETWEEN 30 AND 220),
  systolic smallint CHECK (systolic BETWEEN 60 AND 250),
  diastolic smallint CHECK (diastolic BETWEEN 30 AND 150),
  temperature numeric(3, 1) CHECK (temperature BETWEEN 33 AND 43),
  PRIMARY KEY (stay_id, measured_at),
  CHECK (diastolic < systolic)
);
