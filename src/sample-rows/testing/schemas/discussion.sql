-- A forum: lengths of texts, one of two columns, categories and topics that refer to each other.
CREATE TABLE categories (
  id serial PRIMARY KEY,
  name varchar(50) NOT NULL,
  slug text NOT NULL,
  color char(6) NOT NULL CHECK (color ~ '^[0-9A-F]{6}$'),
  parent_category_id int REFERENCES categories,
  position int,
  topic_id int,
  CHECK (parent_category_id IS DISTINCT FROM id)
);
CREATE UNIQUE INDEX ON categories (coalesce(parent_category_id, -1), lower(name));
CREATE TABLE users (
  id serial PRIMARY KEY,
  username varchar(20) NOT NULL CHECK (char_length(username) BETWEEN 3 AND 20),
  username_lower varchar(60) NOT NULL UNIQUE GENERATED ALWAYS AS (lower(username)) STORED,
  trust_level int NOT NULL CHECK (trust_level BETWEEN 0 AND 4),
  suspended_at timestamp,
  suspended_till timestamp,
  CHECK ((suspended_at IS NULL) = (suspended_till IS NULL)),
  CHECK (suspended_till > suspended_at)
);
CREATE TABLE topics (
  id serial PRIMARY KEY,
  title varchar NOT NULL CHECK (length(trim(title)) >= 15),
  user_id int NOT NULL REFERENCES users,
  category_id int REFERENCES categories,
  archetype varchar NOT NULL DEFAULT 'regular' CHECK (archetype IN ('regular', 'private_message')),
  posts_count int NOT NULL DEFAULT 0,
  highest_post_number int NOT NULL DEFAULT 0,
  pinned_at timestamptz,
  pinned_until timestamptz,
  closed boolean NOT NULL DEFAULT false,
  CHECK (posts_count <= highest_post_number),
  CHECK ((archetype = 'private_message') = (category_id IS NULL)),
  CHECK (pinned_until IS NULL OR (pinned_at IS NOT NULL AND pinned_until > pinned_at))
);
ALTER TABLE categories ADD FOREIGN KEY (topic_id) REFERENCES topics DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE posts (
  id serial PRIMARY KEY,
  topic_id int NOT NULL REFERENCES topics,
  post_number int NOT NULL CHECK (post_number > 0),
  user_id int REFERENCES users,
  raw text NOT NULL CHECK (char_length(raw) BETWEEN 20 AND 32000),
  word_count int GENERATED ALWAYS AS (array_length(string_to_array(raw, ' '), 1)) STORED,
  reply_to_post_number int,
  UNIQUE (topic_id, post_number),
  CHECK (reply_to_post_number < post_number)
);
CREATE TABLE post_actions (
  post_id int NOT NULL REFERENCES posts,
  user_id int NOT NULL REFERENCES users,
  kind smallint NOT NULL CHECK (kind BETWEEN 1 AND 8),
  deleted_at timestamp,
  created_at timestamp NOT NULL
);
CREATE UNIQUE INDEX ON post_actions (post_id, user_id, kind) WHERE deleted_at IS NULL;
CREATE TABLE topic_timers (
  id bigserial PRIMARY KEY,
  topic_id int NOT NULL REFERENCES topics,
  execute_at timestamptz NOT NULL,
  duration_minutes int,
  based_on_last_post boolean NOT NULL DEFAULT false,
  CHECK (based_on_last_post = (duration_minutes IS NOT NULL))
);
