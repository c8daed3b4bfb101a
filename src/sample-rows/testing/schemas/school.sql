-- Terms, courses with prerequisites, sections, timetables and grades.
CREATE TABLE terms (
  term_id serial PRIMARY KEY,
  name varchar(20) NOT NULL UNIQUE,
  starts date NOT NULL,
  ends date NOT NULL,
  CHECK (ends > starts + 60)
);
CREATE TABLE teachers (teacher_id serial PRIMARY KEY, name text NOT NULL, email text UNIQUE CHECK (email LIKE '%@%'), hired date NOT NULL);
CREATE TABLE students (
  student_no char(8) PRIMARY KEY CHECK (student_no ~ '^[0-9]{8}$'),
  first_name text NOT NULL,
  last_name text NOT NULL,
  birthday date NOT NULL CHECK (birthday BETWEEN '1990-01-01' AND '2015-12-31'),
  grade_level smallint NOT NULL CHECK (grade_level BETWEEN 1 AND 12),
  gpa numeric(3, 2) CHECK (gpa >= 0 AND gpa <= 4)
);
CREATE TABLE courses (code varchar(8) PRIMARY KEY, title text NOT NULL, credits numeric(3, 1) NOT NULL CHECK (credits > 0 AND credits <= 12));
CREATE TABLE prerequisites (
  course_code varchar(8) REFERENCES courses,
  requires_code varchar(8) REFERENCES courses,
  PRIMARY KEY (course_code, requires_code),
  CHECK (course_code <> requires_code)
);
CREATE TABLE sections (
  course_code varchar(8) REFERENCES courses,
  term_id int REFERENCES terms,
  section_no smallint,
  teacher_id int REFERENCES teachers ON DELETE SET NULL,
  room varchar(6),
  capacity int NOT NULL CHECK (capacity > 0),
  enrolled int NOT NULL DEFAULT 0,
  PRIMARY KEY (course_code, term_id, section_no),
  CHECK (enrolled BETWEEN 0 AND capacity)
);
CREATE TABLE lessons (
  course_code varchar(8),
  term_id int,
  section_no smallint,
  weekday smallint CHECK (weekday BETWEEN 1 AND 5),
  begins time NOT NULL CHECK (begins >= '08:00'),
  ends time NOT NULL CHECK (ends <= '18:00'),
  PRIMARY KEY (course_code, term_id, section_no, weekday),
  FOREIGN KEY (course_code, term_id, section_no) REFERENCES sections,
  CHECK (begins < ends)
);
CREATE TABLE enrolments (
  student_no char(8) REFERENCES students,
  course_code varchar(8),
  term_id int,
  section_no smallint,
  mark char(1) CHECK (mark IN ('A', 'B', 'C', 'D', 'F')),
  PRIMARY KEY (student_no, course_code, term_id),
  FOREIGN KEY (course_code, term_id, section_no) REFERENCES sections MATCH FULL
);
