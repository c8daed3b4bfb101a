-- Documents with labels, an audit log written by triggers, soft deletion.
CREATE TABLE audit_log (id bigserial PRIMARY KEY, table_name name NOT NULL, row_id text NOT NULL, action "char" NOT NULL CHECK (action IN ('I', 'U', 'D')), changed_by text NOT NULL DEFAULT CURRENT_USER, changed_at timestamptz NOT NULL DEFAULT now(), old_row jsonb, new_row jsonb, txid xid8);
CREATE TABLE documents (id serial PRIMARY KEY, title text NOT NULL, path text[] NOT NULL, body xml, content_hash char(64) NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'), size bigint NOT NULL CHECK (size >= 0), revision int NOT NULL DEFAULT 1, deleted_at timestamptz);
CREATE TABLE labels (id serial PRIMARY KEY, name text NOT NULL, colour char(7) NOT NULL DEFAULT '#888888' CHECK (colour ~* '^#[0-9a-f]{6}$'), deleted_at timestamptz);
CREATE UNIQUE INDEX labels_name ON labels (name) WHERE deleted_at IS NULL;
CREATE TABLE document_labels (document_id int REFERENCES documents, label_id int REFERENCES labels, added_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (document_id, label_id));
CREATE TABLE document_stats (document_id int PRIMARY KEY REFERENCES documents ON DELETE CASCADE, views bigint NOT NULL DEFAULT 0, last_viewed timestamptz);
CREATE FUNCTION log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_log (table_name, row_id, action, new_row) VALUES (TG_TABLE_NAME, NEW.id::text, 'I', to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER log_documents AFTER INSERT ON documents FOR EACH ROW EXECUTE FUNCTION log_change();
CREATE TRIGGER log_labels AFTER INSERT ON labels FOR EACH ROW EXECUTE FUNCTION log_change();
CREATE FUNCTION tidy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.title := trim(NEW.title);
  IF NEW.size % 7 = 3 THEN RAISE EXCEPTION 'a size that nobody wants: %', NEW.size; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tidy BEFORE INSERT ON documents FOR EACH ROW EXECUTE FUNCTION tidy();
