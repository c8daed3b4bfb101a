-- Texts of a fixed form and length, columns that go with the kind.
CREATE TABLE merchants (
  id text PRIMARY KEY CHECK (id LIKE 'mch\_%' AND length(id) = 18),
  legal_name text NOT NULL,
  settings jsonb NOT NULL CHECK (jsonb_typeof(settings) = 'object'),
  webhook_url text CHECK (webhook_url LIKE 'https://%')
);
CREATE TABLE payment_methods (
  id text PRIMARY KEY,
  merchant_id text NOT NULL REFERENCES merchants,
  kind text NOT NULL CHECK (kind IN ('card', 'sepa', 'wallet')),
  card_last4 char(4) CHECK (card_last4 ~ '^\d{4}$'),
  exp_month int CHECK (exp_month BETWEEN 1 AND 12),
  exp_year int CHECK (exp_year BETWEEN 2020 AND 2040),
  iban text,
  CHECK ((kind = 'card') = (card_last4 IS NOT NULL)),
  CHECK ((kind = 'card') = (exp_month IS NOT NULL AND exp_year IS NOT NULL)),
  CHECK (kind <> 'sepa' OR iban IS NOT NULL)
);
CREATE TABLE charges (
  id bigserial PRIMARY KEY,
  method_id text NOT NULL REFERENCES payment_methods,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  refunded_cents bigint NOT NULL DEFAULT 0,
  fee_cents bigint NOT NULL,
  currency char(3) NOT NULL CHECK (currency IN ('EUR', 'USD', 'GBP')),
  status text NOT NULL CHECK (status IN ('pending', 'succeeded', 'failed')),
  failure_code text,
  captured_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  idempotency_key uuid UNIQUE,
  metadata jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(metadata) = 'object' AND pg_column_size(metadata) < 4096),
  CHECK (refunded_cents BETWEEN 0 AND amount_cents),
  CHECK ((status = 'failed') = (failure_code IS NOT NULL)),
  CHECK (captured_at IS NULL OR status = 'succeeded'),
  CHECK (fee_cents < amount_cents / 2)
);
CREATE TABLE refunds (
  id bigserial PRIMARY KEY,
  charge_id bigint NOT NULL REFERENCES charges,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  reason text CHECK (reason = '' OR length(reason) > 4)
);
CREATE TABLE payouts (
  id bigserial PRIMARY KEY,
  merchant_id text NOT NULL REFERENCES merchants,
  period daterange NOT NULL,
  arrives date GENERATED ALWAYS AS (upper(period) + 2) STORED,
  amount_cents bigint NOT NULL,
  UNIQUE (merchant_id, period)
);
