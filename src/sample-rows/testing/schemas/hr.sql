-- Employees with managers, departments with heads, contracts over time and reviews.
CREATE SCHEMA hr;
CREATE TYPE hr.contract_kind AS ENUM ('permanent', 'fixed term', 'internship');
CREATE TABLE hr.departments (id int PRIMARY KEY, name varchar(50) NOT NULL UNIQUE, parent_id int REFERENCES hr.departments, head_id int NOT NULL, cost_centre numeric(6) NOT NULL UNIQUE CHECK (cost_centre >= 100000));
CREATE TABLE hr.employees (
  id int PRIMARY KEY,
  department_id int NOT NULL,
  manager_id int,
  first_name text NOT NULL,
  last_name text NOT NULL,
  email text NOT NULL UNIQUE,
  hired_on date NOT NULL,
  left_on date,
  salary numeric(9, 2) NOT NULL CHECK (salary BETWEEN 12000 AND 400000),
  bonus_rate numeric(4, 3) CHECK (bonus_rate BETWEEN 0 AND 0.4),
  CHECK (left_on IS NULL OR left_on > hired_on),
  CHECK (manager_id IS DISTINCT FROM id)
);
-- Each department has a head, and each employee a department: neither can come first.
ALTER TABLE hr.employees ADD FOREIGN KEY (department_id) REFERENCES hr.departments;
ALTER TABLE hr.employees ADD FOREIGN KEY (manager_id) REFERENCES hr.employees;
ALTER TABLE hr.departments ADD FOREIGN KEY (head_id) REFERENCES hr.employees;
CREATE TABLE hr.contracts (
  employee_id int NOT NULL REFERENCES hr.employees,
  valid daterange NOT NULL CHECK (NOT isempty(valid)),
  kind hr.contract_kind NOT NULL,
  hours_per_week numeric(3, 1) NOT NULL CHECK (hours_per_week BETWEEN 4 AND 40),
  PRIMARY KEY (employee_id, valid)
);
CREATE TABLE hr.reviews (employee_id int REFERENCES hr.employees, year smallint CHECK (year BETWEEN 2015 AND 2030), reviewer_id int NOT NULL REFERENCES hr.employees, score smallint NOT NULL CHECK (score BETWEEN 1 AND 5), comment text, PRIMARY KEY (employee_id, year), CHECK (reviewer_id <> employee_id));
CREATE TABLE hr.leave_days (employee_id int REFERENCES hr.employees, day date CHECK (EXTRACT(isodow FROM day) < 6), kind char(1) NOT NULL CHECK (kind IN ('V', 'S', 'P')), half boolean NOT NULL DEFAULT false, PRIMARY KEY (employee_id, day));
