-- Arrays within a list, keys that carry the school along, times of a day.
CREATE TYPE role AS ENUM ('student', 'teacher', 'admin');
CREATE TABLE schools (
  id serial PRIMARY KEY,
  subdomain text NOT NULL UNIQUE CHECK (subdomain ~ '^[a-z][a-z0-9-]{2,30}$' AND subdomain NOT IN ('www', 'api')),
  timezone text NOT NULL DEFAULT 'UTC'
);
CREATE TABLE people (
  id serial,
  school_id int NOT NULL REFERENCES schools,
  role role NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  full_name text GENERATED ALWAYS AS (given_name || ' ' || family_name) STORED,
  student_no text,
  PRIMARY KEY (school_id, id),
  CHECK ((role = 'student') = (student_no IS NOT NULL)),
  CHECK (student_no SIMILAR TO 'S[0-9]{6}')
);
CREATE UNIQUE INDEX ON people (school_id, student_no) WHERE role = 'student';
CREATE TABLE courses (
  id serial PRIMARY KEY,
  school_id int NOT NULL,
  teacher_id int NOT NULL,
  code text NOT NULL CHECK (code ~ '^[A-Z]{2,4}-[0-9]{3}$'),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  weekdays int[] NOT NULL CHECK (weekdays <@ ARRAY[1,2,3,4,5,6,7] AND array_length(weekdays, 1) > 0),
  credits numeric(3,1) CHECK (credits IN (0.5, 1, 1.5, 2)),
  CHECK (starts_on < ends_on AND ends_on <= starts_on + 365),
  FOREIGN KEY (school_id, teacher_id) REFERENCES people (school_id, id),
  UNIQUE (school_id, code),
  UNIQUE (id, school_id)
);
CREATE TABLE enrolments (
  course_id int NOT NULL,
  school_id int NOT NULL,
  student_id int NOT NULL,
  grade numeric(4,2) CHECK (grade >= 0 AND grade <= 20),
  withdrawn_on date,
  PRIMARY KEY (course_id, student_id),
  FOREIGN KEY (course_id, school_id) REFERENCES courses (id, school_id),
  FOREIGN KEY (school_id, student_id) REFERENCES people (school_id, id),
  CHECK (grade IS NULL OR withdrawn_on IS NULL)
);
CREATE TABLE questions (
  id serial PRIMARY KEY,
  course_id int NOT NULL REFERENCES courses,
  kind text NOT NULL CHECK (kind IN ('choice', 'text')),
  options jsonb,
  answer int,
  CHECK (kind <> 'choice' OR (jsonb_typeof(options) = 'array' AND jsonb_array_length(options) >= 2)),
  CHECK (kind = 'choice' OR options IS NULL)
);
CREATE TABLE timetable (
  room text NOT NULL,
  weekday int NOT NULL CHECK (weekday BETWEEN 1 AND 5),
  starts time NOT NULL CHECK (starts >= '08:00' AND starts < '18:00'),
  ends time NOT NULL,
  course_id int REFERENCES courses,
  CHECK (ends > starts),
  CHECK (ends <= '20:00'),
  UNIQUE (room, weekday, starts)
);
