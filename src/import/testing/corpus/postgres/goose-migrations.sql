-- +goose Up
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION bump() RETURNS trigger AS
$$
BEGIN
    NEW.version = OLD.version + 1;
    RETURN NEW;
END;
$$ LANGUAGE plpgsql;
-- +goose StatementEnd

CREATE TABLE maps (
    id      bigserial PRIMARY KEY,
    title   text NOT NULL,
    scale   int NOT NULL CHECK (scale > 0),
    version int NOT NULL DEFAULT 1
);
CREATE TABLE sheets (
    map_id  bigint NOT NULL REFERENCES maps ON DELETE CASCADE,
    row_no  int NOT NULL,
    paper   cidr,
    PRIMARY KEY (map_id, row_no)
);
CREATE TRIGGER bump_maps BEFORE UPDATE ON maps FOR EACH ROW EXECUTE PROCEDURE bump();

-- +goose Down
DROP TABLE sheets;
DROP TABLE maps;
DROP FUNCTION bump();
