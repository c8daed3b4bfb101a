-- Companies, contacts, deals in pipelines, activities on any of them.
CREATE TABLE owners (id bigint PRIMARY KEY, "fullName" text NOT NULL, email text NOT NULL UNIQUE);
CREATE TABLE companies (id bigint PRIMARY KEY, name text NOT NULL, domain text UNIQUE, industry text, employees int CHECK (employees > 0), annual_revenue numeric(14, 2), owner_id bigint REFERENCES owners ON DELETE SET NULL, parent_company_id bigint REFERENCES companies, created_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE contacts (id bigint PRIMARY KEY, company_id bigint REFERENCES companies, first_name text, last_name text NOT NULL, email text, mobile text, job_title text, lifecycle text NOT NULL DEFAULT 'lead' CHECK (lifecycle IN ('lead', 'qualified', 'customer', 'lost')), opted_out boolean NOT NULL DEFAULT false, UNIQUE NULLS NOT DISTINCT (company_id, email));
CREATE TABLE pipelines (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE stages (pipeline_id int REFERENCES pipelines, id int, name text NOT NULL, probability numeric(3, 2) NOT NULL CHECK (probability BETWEEN 0 AND 1), PRIMARY KEY (pipeline_id, id), UNIQUE (pipeline_id, name));
CREATE TABLE deals (id bigint PRIMARY KEY, name text NOT NULL, pipeline_id int NOT NULL, stage_id int NOT NULL, company_id bigint REFERENCES companies, amount numeric(12, 2), currency char(3) DEFAULT 'EUR', expected_close date, closed_at timestamptz, won boolean, FOREIGN KEY (pipeline_id, stage_id) REFERENCES stages, CHECK ((closed_at IS NULL) = (won IS NULL)), CHECK ((amount IS NULL) = (currency IS NULL)));
CREATE TABLE deal_contacts (deal_id bigint REFERENCES deals, contact_id bigint REFERENCES contacts, role text, PRIMARY KEY (deal_id, contact_id));
CREATE TABLE activities (
  id bigserial PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('call', 'email', 'meeting', 'note')),
  company_id bigint REFERENCES companies,
  contact_id bigint REFERENCES contacts,
  deal_id bigint REFERENCES deals,
  subject text NOT NULL,
  happened_at timestamptz NOT NULL,
  duration interval,
  CHECK (num_nonnulls(company_id, contact_id, deal_id) = 1),
  CHECK (kind NOT IN ('call', 'meeting') OR duration IS NOT NULL)
);
CREATE TABLE custom_fields (entity text CHECK (entity IN ('company', 'contact', 'deal')), key text CHECK (key ~ '^[a-z][a-z_0-9]*$'), label text NOT NULL, type text NOT NULL CHECK (type IN ('text', 'number', 'date', 'select')), options jsonb, PRIMARY KEY (entity, key), CHECK (type <> 'select' OR jsonb_typeof(options) = 'array'));
