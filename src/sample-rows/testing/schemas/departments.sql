-- Keys in a circle that are held against the end of the transaction only.
CREATE TABLE departments (
  id int PRIMARY KEY,
  name text NOT NULL UNIQUE,
  head_id int NOT NULL
);
CREATE TABLE employees (
  id int PRIMARY KEY,
  department_id int NOT NULL REFERENCES departments DEFERRABLE INITIALLY DEFERRED,
  mentor_id int REFERENCES employees,
  grade char(1) NOT NULL CHECK (grade BETWEEN 'A' AND 'F'),
  salary int NOT NULL CHECK (salary % 100 = 0 AND salary BETWEEN 20000 AND 250000),
  UNIQUE (id, department_id)
);
ALTER TABLE departments ADD FOREIGN KEY (head_id) REFERENCES employees DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE teams (
  id serial PRIMARY KEY,
  department_id int NOT NULL REFERENCES departments,
  lead_id int,
  FOREIGN KEY (lead_id, department_id) REFERENCES employees (id, department_id)
);
CREATE TABLE absences (
  employee_id int NOT NULL REFERENCES employees,
  first_day date NOT NULL,
  last_day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('sick', 'holiday')),
  certificate text,
  PRIMARY KEY (employee_id, first_day),
  CHECK (last_day - first_day BETWEEN 0 AND 60),
  CHECK (kind = 'sick' OR certificate IS NULL)
);
CREATE TABLE versions (
  id serial PRIMARY KEY,
  document int NOT NULL,
  number int NOT NULL,
  previous int,
  UNIQUE (document, number),
  FOREIGN KEY (document, previous) REFERENCES versions (document, number),
  CHECK (previous < number)
);
