-- Accounts, statuses and who follows whom, as a federated network keeps them.
CREATE TYPE visibility AS ENUM ('public', 'unlisted', 'private', 'direct');
CREATE TABLE domains_blocked (
  id bigserial PRIMARY KEY,
  domain text NOT NULL UNIQUE CHECK (domain = lower(domain)),
  severity smallint NOT NULL DEFAULT 0 CHECK (severity IN (0, 1, 2))
);
CREATE TABLE accounts (
  id bigserial PRIMARY KEY,
  username varchar(30) NOT NULL CHECK (username ~ '^[a-z0-9_]{1,30}$'),
  domain varchar(255),
  display_name varchar(100) NOT NULL DEFAULT '',
  note text NOT NULL DEFAULT '',
  locked boolean NOT NULL DEFAULT false,
  moved_to_account_id bigint REFERENCES accounts ON DELETE SET NULL,
  fields jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(fields) = 'array'),
  also_known_as varchar[] DEFAULT '{}',
  suspended_at timestamp,
  silenced_at timestamp,
  created_at timestamp NOT NULL,
  updated_at timestamp NOT NULL,
  CHECK (updated_at >= created_at),
  CHECK (moved_to_account_id <> id)
);
CREATE UNIQUE INDEX ON accounts (lower(username), coalesce(lower(domain), ''));
CREATE TABLE users (
  id bigserial PRIMARY KEY,
  account_id bigint NOT NULL UNIQUE REFERENCES accounts,
  email varchar NOT NULL,
  encrypted_password varchar NOT NULL CHECK (char_length(encrypted_password) = 60),
  sign_in_count int NOT NULL DEFAULT 0,
  current_sign_in_ip inet,
  chosen_languages varchar[],
  otp_secret text,
  otp_required boolean NOT NULL DEFAULT false,
  CHECK (NOT otp_required OR otp_secret IS NOT NULL)
);
CREATE UNIQUE INDEX ON users (lower(email));
CREATE TABLE statuses (
  id bigserial PRIMARY KEY,
  uri varchar UNIQUE,
  account_id bigint NOT NULL REFERENCES accounts,
  in_reply_to_id bigint REFERENCES statuses,
  reblog_of_id bigint REFERENCES statuses,
  text text NOT NULL DEFAULT '' CHECK (char_length(text) <= 500),
  spoiler_text varchar(100),
  sensitive boolean NOT NULL DEFAULT false,
  visibility visibility NOT NULL DEFAULT 'public',
  language char(2),
  edited_at timestamp,
  created_at timestamp NOT NULL,
  CHECK (edited_at IS NULL OR edited_at > created_at),
  CHECK (in_reply_to_id IS NULL OR reblog_of_id IS NULL)
);
CREATE TABLE follows (
  id bigserial PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts,
  target_account_id bigint NOT NULL REFERENCES accounts,
  show_reblogs boolean NOT NULL DEFAULT true,
  UNIQUE (account_id, target_account_id),
  CHECK (account_id <> target_account_id)
);
CREATE TABLE tags (
  id bigserial PRIMARY KEY,
  name varchar NOT NULL CHECK (name !~ '\s'),
  usable boolean
);
CREATE UNIQUE INDEX ON tags (lower(name));
CREATE TABLE statuses_tags (
  status_id bigint NOT NULL REFERENCES statuses,
  tag_id bigint NOT NULL REFERENCES tags,
  PRIMARY KEY (tag_id, status_id)
);
CREATE TABLE polls (
  id bigserial PRIMARY KEY,
  status_id bigint UNIQUE REFERENCES statuses,
  options varchar[] NOT NULL CHECK (cardinality(options) BETWEEN 2 AND 4),
  expires_at timestamp,
  votes_count bigint NOT NULL DEFAULT 0 CHECK (votes_count >= 0)
);
