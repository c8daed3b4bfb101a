BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 3f1c2b7a9d10

CREATE TABLE account (
    id SERIAL NOT NULL, 
    name VARCHAR(50) NOT NULL, 
    description VARCHAR(200), 
    PRIMARY KEY (id)
);

CREATE TYPE currency AS ENUM ('EUR', 'BRL', 'USD');

CREATE TABLE transfer (
    id SERIAL NOT NULL, 
    source_id INTEGER, 
    target_id INTEGER, 
    amount NUMERIC(12, 2) NOT NULL, 
    currency currency NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(source_id) REFERENCES account (id), 
    FOREIGN KEY(target_id) REFERENCES account (id)
);

INSERT INTO alembic_version (version_num) VALUES ('3f1c2b7a9d10') RETURNING alembic_version.version_num;

-- Running upgrade 3f1c2b7a9d10 -> 8a2e4c6b0f33

ALTER TABLE account ADD COLUMN last_transfer TIMESTAMP WITH TIME ZONE;

CREATE INDEX ix_account_name ON account (name);

ALTER TABLE account ALTER COLUMN description TYPE TEXT;

UPDATE alembic_version SET version_num='8a2e4c6b0f33' WHERE alembic_version.version_num = '3f1c2b7a9d10';

COMMIT;
