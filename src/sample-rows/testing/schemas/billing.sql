-- Subscriptions, invoices in cents, credit notes and webhooks.
CREATE TYPE billing_interval AS ENUM ('month', 'year');
CREATE DOMAIN currency_code AS char(3) CHECK (VALUE ~ '^[A-Z]{3}$');
CREATE DOMAIN cents AS bigint NOT NULL CHECK (VALUE BETWEEN 0 AND 100000000);
CREATE TABLE plans (id text PRIMARY KEY CHECK (id ~ '^plan_[a-z0-9]{6,14}$'), name text NOT NULL, unit_amount cents, currency currency_code NOT NULL, "interval" billing_interval NOT NULL, trial_days int NOT NULL DEFAULT 0 CHECK (trial_days IN (0, 7, 14, 30)));
CREATE TABLE accounts (id serial PRIMARY KEY, legal_name text NOT NULL, vat_number varchar(14), country char(2) NOT NULL, email text NOT NULL, balance bigint NOT NULL DEFAULT 0);
CREATE TABLE subscriptions (
  id serial PRIMARY KEY,
  account_id int NOT NULL REFERENCES accounts,
  plan_id text NOT NULL REFERENCES plans,
  quantity int NOT NULL DEFAULT 1 CHECK (quantity >= 1),
  current_period_start timestamptz NOT NULL,
  current_period_end timestamptz NOT NULL,
  cancel_at_period_end boolean NOT NULL DEFAULT false,
  cancelled_at timestamptz,
  CHECK (current_period_end > current_period_start),
  CHECK (cancelled_at IS NOT NULL OR NOT cancel_at_period_end)
);
CREATE TABLE invoices (
  id serial PRIMARY KEY,
  account_id int NOT NULL REFERENCES accounts,
  number varchar(20) NOT NULL UNIQUE,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'open', 'paid', 'void', 'uncollectible')),
  subtotal cents,
  tax cents,
  total cents,
  issued_on date,
  due_on date,
  paid_at timestamptz,
  CONSTRAINT sums CHECK (total = subtotal + tax),
  CONSTRAINT paid CHECK ((status = 'paid' AND paid_at IS NOT NULL) OR (status <> 'paid' AND paid_at IS NULL)),
  CONSTRAINT due CHECK (due_on >= issued_on)
);
CREATE TABLE invoice_lines (
  invoice_id int NOT NULL REFERENCES invoices ON DELETE CASCADE,
  position smallint NOT NULL,
  description text NOT NULL,
  quantity numeric(10, 3) NOT NULL CHECK (quantity > 0),
  unit_amount cents,
  tax_rate numeric(5, 4) NOT NULL CHECK (tax_rate >= 0 AND tax_rate < 0.5),
  PRIMARY KEY (invoice_id, position)
);
CREATE TABLE credit_notes (id serial PRIMARY KEY, invoice_id int NOT NULL REFERENCES invoices, amount cents, reason text NOT NULL CHECK (reason = ANY ('{duplicate,fraudulent,order_change}'::text[])), memo text);
CREATE TABLE webhook_events (id uuid PRIMARY KEY, type varchar(60) NOT NULL, payload json NOT NULL, attempts smallint NOT NULL DEFAULT 0 CHECK (attempts BETWEEN 0 AND 25), delivered_at timestamptz, signature bytea NOT NULL CHECK (octet_length(signature) = 32));
