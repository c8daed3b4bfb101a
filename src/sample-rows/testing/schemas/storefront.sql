-- Domains as keys, arrays of a fixed length, one of two discounts.
CREATE DOMAIN sku AS text CHECK (VALUE ~ '^[A-Z]{3}-[0-9]{3,5}$');
CREATE DOMAIN money_cents AS bigint NOT NULL DEFAULT 0 CHECK (VALUE >= 0);
CREATE TYPE address AS (street text, zip text, country char(2));
CREATE TABLE customers (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL UNIQUE CHECK (email ~* '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
  phone text CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
  home address,
  tags text[] NOT NULL DEFAULT '{}' CHECK (array_position(tags, NULL) IS NULL)
);
CREATE TABLE variants (
  sku sku PRIMARY KEY,
  title text NOT NULL CHECK (title <> ''),
  price money_cents,
  compare_at bigint CHECK (compare_at > price),
  dims numeric(6,1)[] CHECK (array_length(dims, 1) = 3),
  attributes jsonb NOT NULL CHECK (attributes @> '{}' AND jsonb_typeof(attributes) = 'object')
);
CREATE TABLE discounts (
  id serial PRIMARY KEY,
  code text NOT NULL CHECK (code = upper(code) AND length(code) BETWEEN 4 AND 12),
  percent_off int CHECK (percent_off > 0 AND percent_off <= 100),
  amount_off bigint CHECK (amount_off > 0),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz,
  CHECK ((percent_off IS NULL) <> (amount_off IS NULL)),
  CHECK (ends_at > starts_at + interval '1 hour')
);
CREATE UNIQUE INDEX ON discounts (upper(code));
CREATE TABLE carts (
  id bigserial PRIMARY KEY,
  customer_id uuid REFERENCES customers,
  session_id text,
  discount_id int REFERENCES discounts,
  completed_at timestamptz,
  abandoned_at timestamptz,
  CHECK (num_nonnulls(customer_id, session_id) >= 1),
  CHECK (completed_at IS NULL OR abandoned_at IS NULL)
);
CREATE TABLE cart_lines (
  cart_id bigint REFERENCES carts,
  line smallint CHECK (line > 0),
  sku sku NOT NULL REFERENCES variants,
  quantity int NOT NULL CHECK (quantity BETWEEN 1 AND 99),
  unit_price money_cents,
  total bigint GENERATED ALWAYS AS (quantity * unit_price) STORED,
  PRIMARY KEY (cart_id, line),
  UNIQUE (cart_id, sku)
);
CREATE TABLE stock_moves (
  id bigserial PRIMARY KEY,
  sku sku NOT NULL REFERENCES variants,
  delta int NOT NULL CHECK (delta <> 0),
  reason text NOT NULL CHECK (reason IN ('sale', 'return', 'count')),
  CHECK (reason <> 'sale' OR delta < 0),
  CHECK (reason <> 'return' OR delta > 0)
);
