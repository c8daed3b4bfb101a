-- A blog with drafts, threaded comments and tags.
CREATE TABLE authors (
  id serial PRIMARY KEY,
  email varchar(120) NOT NULL UNIQUE CHECK (position('@' IN email) > 1),
  display_name varchar(60) NOT NULL,
  bio text,
  website varchar(200),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE posts (
  id serial PRIMARY KEY,
  author_id integer NOT NULL REFERENCES authors (id) ON DELETE CASCADE,
  title varchar(150) NOT NULL CHECK (length(title) >= 5),
  slug varchar(80) NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  body text NOT NULL,
  status varchar(10) NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'archived')),
  published_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple', title || ' ' || body)) STORED,
  CHECK (status <> 'published' OR published_at IS NOT NULL),
  CHECK (updated_at >= created_at)
);
CREATE INDEX posts_search ON posts USING gin (search);
CREATE TABLE tags (id serial PRIMARY KEY, name varchar(30) NOT NULL);
CREATE UNIQUE INDEX tags_name_lower ON tags (lower(name));
CREATE TABLE post_tags (
  post_id integer REFERENCES posts ON DELETE CASCADE,
  tag_id integer REFERENCES tags ON DELETE CASCADE,
  PRIMARY KEY (post_id, tag_id)
);
CREATE TABLE comments (
  id bigserial PRIMARY KEY,
  post_id integer NOT NULL REFERENCES posts,
  parent_id bigint REFERENCES comments (id),
  author_name varchar(80) NOT NULL,
  author_ip inet,
  body text NOT NULL CHECK (char_length(body) BETWEEN 1 AND 2000),
  is_spam boolean NOT NULL DEFAULT false,
  created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP
);
