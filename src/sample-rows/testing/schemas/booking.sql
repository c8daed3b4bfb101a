-- What must not overlap, by room; exactly one of two contacts.
CREATE TABLE rooms (
  id serial PRIMARY KEY,
  number text NOT NULL UNIQUE CHECK (number ~ '^[1-9][0-9]{2}[A-D]?$'),
  capacity int NOT NULL CHECK (capacity > 0 AND capacity <= 12)
);
CREATE TABLE guests (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text,
  phone text,
  passport text CHECK (passport ~ '^[A-Z]{2}[0-9]{4}$'),
  born date CHECK (born > '1900-01-01'),
  CHECK ((email IS NULL) <> (phone IS NULL))
);
CREATE TABLE stays (
  id serial PRIMARY KEY,
  room_id int NOT NULL REFERENCES rooms,
  guest_id uuid NOT NULL REFERENCES guests,
  during daterange NOT NULL CHECK (NOT isempty(during)),
  EXCLUDE USING gist (int4range(room_id, room_id, '[]') WITH &&, during WITH &&)
);
CREATE TABLE prices (
  room_id int NOT NULL REFERENCES rooms,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  price numeric(8,2) NOT NULL CHECK (price > 0),
  CHECK (valid_from < valid_to),
  EXCLUDE USING gist (int4range(room_id, room_id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&)
);
CREATE TABLE openings (
  id serial PRIMARY KEY,
  at tstzrange NOT NULL,
  seats int4range CHECK (lower(seats) >= 1),
  notes text[]
);
CREATE TABLE reviews (
  stay_id int PRIMARY KEY REFERENCES stays,
  stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
  body text CHECK (char_length(body) BETWEEN 3 AND 20),
  answered_at timestamptz,
  answer text,
  CHECK (num_nonnulls(answered_at, answer) IN (0, 2))
);
