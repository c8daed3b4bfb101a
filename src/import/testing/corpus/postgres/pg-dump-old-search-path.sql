-- Dumped by pg_dump version 9.6.1: names rely on the search path
SET statement_timeout = 0;
SET client_encoding = 'SQL_ASCII';
SET standard_conforming_strings = off;
SET check_function_bodies = false;
SET escape_string_warning = off;
CREATE PROCEDURAL LANGUAGE plpgsql;
CREATE SCHEMA depot;
SET search_path = depot, pg_catalog;
SET default_with_oids = false;
CREATE TABLE lorries (
    id integer NOT NULL,
    plate character(6),
    note text
);
CREATE TABLE old_lorries (
    id integer
) WITH OIDS;
SET search_path = public, pg_catalog;
CREATE TABLE drivers (
    id integer NOT NULL,
    lorry integer
);
SET search_path = depot, pg_catalog;
COPY lorries (id, plate, note) FROM stdin;
1	AB12CD	fine
\.
INSERT INTO lorries VALUES (2, 'EF34GH', 'it\'s; late');
SET search_path = public, pg_catalog;
COPY drivers (id, lorry) FROM stdin;
10	2
\.
SET search_path = depot, pg_catalog;
ALTER TABLE ONLY lorries
    ADD CONSTRAINT lorries_pkey PRIMARY KEY (id);
SET search_path = public, pg_catalog;
ALTER TABLE ONLY drivers
    ADD CONSTRAINT drivers_lorry_fkey FOREIGN KEY (lorry) REFERENCES depot.lorries(id);
