--liquibase formatted sql

--changeset nuno:1 labels:first context:all
--comment: the tables of the museum
CREATE TABLE exhibit (
  id INT NOT NULL,
  title VARCHAR(200) NOT NULL,
  made_in INT,
  CONSTRAINT pk_exhibit PRIMARY KEY (id)
);
--rollback DROP TABLE exhibit;

--changeset nuno:2 splitStatements:false endDelimiter:GO
CREATE OR REPLACE FUNCTION century(y INT) RETURNS INT AS $BODY$
BEGIN
  RETURN (y + 99) / 100;
END;
$BODY$ LANGUAGE plpgsql IMMUTABLE
  COST 100;

--changeset nuno:3
CREATE TABLE loan (
  exhibit_id INT NOT NULL,
  museum VARCHAR(100) NOT NULL,
  during DATERANGE NOT NULL,
  CONSTRAINT fk_loan_exhibit FOREIGN KEY (exhibit_id) REFERENCES exhibit (id)
);
CREATE INDEX ix_loan_during ON loan USING gist (during);
--rollback DROP TABLE loan;

INSERT INTO exhibit (id, title, made_in) VALUES (1, 'Caravel, 1:20', 1455);
INSERT INTO loan VALUES (1, 'Maritime; south wing', '[2024-01-01,2024-06-01)');
