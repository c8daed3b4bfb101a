-- Workspaces, channels, threads, reactions and read marks.
CREATE TABLE workspaces (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL, subdomain text NOT NULL UNIQUE CHECK (subdomain = lower(subdomain)), plan text NOT NULL DEFAULT 'free' CHECK (plan IN ('free', 'pro', 'enterprise')));
CREATE TABLE members (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  handle text NOT NULL CHECK (handle ~ '^[a-z0-9_.-]{2,30}$'),
  email text NOT NULL,
  time_zone text NOT NULL DEFAULT 'UTC',
  settings jsonb,
  deactivated_at timestamptz,
  UNIQUE (workspace_id, handle),
  UNIQUE (workspace_id, id)
);
CREATE UNIQUE INDEX active_email ON members (workspace_id, lower(email)) WHERE deactivated_at IS NULL;
CREATE TABLE channels (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspaces,
  name varchar(80) NOT NULL,
  topic text,
  is_private boolean NOT NULL DEFAULT false,
  created_by uuid NOT NULL,
  archived_at timestamptz,
  UNIQUE (workspace_id, name),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, created_by) REFERENCES members (workspace_id, id)
);
CREATE TABLE channel_members (
  workspace_id uuid NOT NULL,
  channel_id bigint NOT NULL,
  member_id uuid NOT NULL,
  joined_at timestamptz NOT NULL DEFAULT now(),
  last_read_message_id bigint,
  PRIMARY KEY (channel_id, member_id),
  FOREIGN KEY (workspace_id, channel_id) REFERENCES channels (workspace_id, id),
  FOREIGN KEY (workspace_id, member_id) REFERENCES members (workspace_id, id)
);
CREATE TABLE messages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel_id bigint NOT NULL,
  member_id uuid NOT NULL,
  thread_id bigint REFERENCES messages,
  text text NOT NULL CHECK (text <> '' AND length(text) <= 4000),
  mentions uuid[],
  sent_at timestamptz NOT NULL DEFAULT now(),
  edited_at timestamptz CHECK (edited_at > sent_at),
  FOREIGN KEY (channel_id, member_id) REFERENCES channel_members (channel_id, member_id)
);
ALTER TABLE channel_members ADD FOREIGN KEY (last_read_message_id) REFERENCES messages;
CREATE TABLE reactions (message_id bigint REFERENCES messages, member_id uuid REFERENCES members, emoji varchar(16) NOT NULL, PRIMARY KEY (message_id, member_id, emoji));
