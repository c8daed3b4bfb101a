-- Domains with checks, numbers of documents by pattern, debit or credit.
CREATE DOMAIN percent AS numeric(5,2) CHECK (VALUE >= 0 AND VALUE <= 100);
CREATE DOMAIN vat AS varchar(14) CHECK (VALUE ~ '^[A-Z]{2}[0-9A-Z]{8,12}$');
CREATE DOMAIN iban AS text CHECK (char_length(VALUE) BETWEEN 15 AND 34 AND VALUE ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]+$');
CREATE TABLE res_currency (
  id serial PRIMARY KEY,
  name char(3) NOT NULL UNIQUE CHECK (name = upper(name)),
  rounding numeric(12,6) NOT NULL CHECK (rounding > 0),
  decimals int GENERATED ALWAYS AS (CASE WHEN rounding >= 1 THEN 0 ELSE 2 END) STORED
);
CREATE TABLE res_partner (
  id serial PRIMARY KEY,
  parent_id int REFERENCES res_partner,
  name varchar NOT NULL,
  is_company boolean NOT NULL DEFAULT false,
  type varchar NOT NULL CHECK (type IN ('contact', 'invoice', 'delivery', 'other')),
  vat vat UNIQUE,
  credit_limit numeric(12,2),
  CHECK ((type = 'contact' AND name IS NOT NULL) OR type <> 'contact'),
  CHECK (NOT is_company OR vat IS NOT NULL)
);
CREATE TABLE res_bank_account (
  id serial PRIMARY KEY,
  partner_id int NOT NULL REFERENCES res_partner,
  acc_number iban NOT NULL,
  sanitized text GENERATED ALWAYS AS (replace(upper(acc_number::text), ' ', '')) STORED,
  UNIQUE (sanitized, partner_id)
);
CREATE TABLE account (
  id serial PRIMARY KEY,
  code varchar(8) NOT NULL UNIQUE CHECK (code ~ '^[1-9][0-9]{5}$'),
  name varchar NOT NULL,
  reconcile boolean,
  internal_group text NOT NULL CHECK (internal_group = ANY (ARRAY['equity','asset','liability','income','expense']))
);
CREATE TABLE account_move (
  id serial PRIMARY KEY,
  name varchar CHECK (name ~ '^(INV|BILL|MISC)/20[0-9]{2}/[0-9]{4}$'),
  state varchar NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'posted', 'cancel')),
  date date NOT NULL,
  invoice_date date,
  invoice_date_due date,
  partner_id int REFERENCES res_partner,
  amount_untaxed numeric(14,2) NOT NULL CHECK (amount_untaxed >= 0),
  amount_tax numeric(14,2) NOT NULL,
  amount_total numeric(14,2) NOT NULL GENERATED ALWAYS AS (amount_untaxed + amount_tax) STORED,
  CHECK (invoice_date <= invoice_date_due),
  CHECK (state = 'draft' OR name IS NOT NULL),
  CHECK (amount_tax <= amount_untaxed)
);
CREATE UNIQUE INDEX ON account_move (name) WHERE state = 'posted';
CREATE TABLE account_move_line (
  id bigserial PRIMARY KEY,
  move_id int NOT NULL REFERENCES account_move ON DELETE CASCADE,
  account_id int NOT NULL REFERENCES account,
  debit numeric(14,2) NOT NULL DEFAULT 0,
  credit numeric(14,2) NOT NULL DEFAULT 0,
  balance numeric(14,2) GENERATED ALWAYS AS (debit - credit) STORED,
  discount percent DEFAULT 0,
  amount_currency numeric(14,2),
  currency_id int REFERENCES res_currency,
  CHECK (credit * debit = 0),
  CHECK (credit + debit >= 0),
  CHECK ((amount_currency IS NULL) = (currency_id IS NULL))
);
CREATE TABLE product (
  id serial PRIMARY KEY,
  default_code varchar UNIQUE,
  barcode varchar UNIQUE CHECK (barcode ~ '^[0-9]{13}$'),
  list_price numeric(10,2) NOT NULL CHECK (list_price >= 0),
  standard_price numeric(10,2) CHECK (standard_price < list_price),
  weight numeric,
  tracking text CHECK (tracking IN ('none','lot','serial'))
);
CREATE TABLE stock_quant (
  product_id int REFERENCES product,
  location text CHECK (location ~ '^[A-Z]{2}[0-9]{4}$'),
  lot text,
  quantity numeric(10,3) NOT NULL,
  reserved numeric(10,3) NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  PRIMARY KEY (product_id, location),
  CHECK (reserved <= quantity)
);
CREATE TABLE resource_shift (
  id serial PRIMARY KEY,
  hour_from numeric(4,2) NOT NULL CHECK (hour_from >= 0 AND hour_from < 24),
  hour_to numeric(4,2) NOT NULL CHECK (hour_to > 0 AND hour_to <= 24),
  day int NOT NULL CHECK (day BETWEEN 0 AND 6),
  CHECK (hour_from < hour_to)
);
