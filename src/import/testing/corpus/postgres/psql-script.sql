\set ON_ERROR_STOP on
\set schema_name 'workshop'
\set first_tool 'Angle grinder'
\timing on
\echo Creating :schema_name
CREATE SCHEMA :"schema_name";
SET search_path TO :"schema_name";
CREATE TABLE tools (id serial PRIMARY KEY, name text, bought date);
INSERT INTO tools (name) VALUES (:'first_tool'), ('ratio 1:2');
\copy tools (name, bought) from stdin with (format csv)
"Saw, hand",2020-02-02
Plane,
\.
\copy tools to 'tools.csv' csv header
\i more.sql
SELECT count(*) AS n FROM tools \gset
\if :n
  ALTER TABLE tools ADD COLUMN worn boolean DEFAULT false;
\endif
\d tools
\q
