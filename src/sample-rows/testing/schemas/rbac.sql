-- Principals, roles that inherit, permissions, grants with conditions.
CREATE TABLE principals (id uuid PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('user', 'group', 'service')), name text NOT NULL, UNIQUE (id, kind));
CREATE TABLE user_principals (id uuid PRIMARY KEY, kind text NOT NULL DEFAULT 'user' CHECK (kind = 'user'), email text NOT NULL UNIQUE, mfa_enabled boolean NOT NULL DEFAULT false, FOREIGN KEY (id, kind) REFERENCES principals (id, kind));
CREATE TABLE group_principals (id uuid PRIMARY KEY, kind text NOT NULL DEFAULT 'group' CHECK (kind = 'group'), description text, FOREIGN KEY (id, kind) REFERENCES principals (id, kind));
CREATE TABLE memberships (group_id uuid REFERENCES group_principals, member_id uuid REFERENCES principals, valid tstzrange NOT NULL, PRIMARY KEY (group_id, member_id), CHECK (group_id <> member_id));
CREATE TABLE roles (name varchar(40) PRIMARY KEY CHECK (name ~ '^[a-z]+([._][a-z]+)*[0-9]*$'), description text, is_builtin boolean NOT NULL DEFAULT false);
CREATE TABLE role_inheritance (role varchar(40) REFERENCES roles, inherits varchar(40) REFERENCES roles, PRIMARY KEY (role, inherits), CHECK (role < inherits));
CREATE TABLE permissions (resource varchar(30), action varchar(10) CHECK (action IN ('read', 'write', 'delete', 'admin')), PRIMARY KEY (resource, action));
CREATE TABLE role_permissions (role varchar(40) REFERENCES roles, resource varchar(30), action varchar(10), PRIMARY KEY (role, resource, action), FOREIGN KEY (resource, action) REFERENCES permissions);
CREATE TABLE grants (id bigserial PRIMARY KEY, principal_id uuid NOT NULL REFERENCES principals, role varchar(40) NOT NULL REFERENCES roles, scope text NOT NULL DEFAULT '*', condition jsonb, granted_by uuid REFERENCES user_principals, expires_at timestamptz, UNIQUE NULLS NOT DISTINCT (principal_id, role, scope, expires_at));
