-- Meters, tariffs with time bands, quarter-hourly loads, and a log of every kind of value Postgres knows.
CREATE TYPE tariff_band AS (name text, price numeric(6, 4));
CREATE TYPE float_range AS RANGE (subtype = double precision);
CREATE TABLE grid_nodes (node_id int PRIMARY KEY, feeds_from int NOT NULL REFERENCES grid_nodes, voltage_kv numeric(6, 2) NOT NULL CHECK (voltage_kv IN (0.4, 10, 20, 110, 380)), route path, area circle);
CREATE TABLE meters (meter_no bigint PRIMARY KEY CHECK (meter_no > 100000), node_id int NOT NULL REFERENCES grid_nodes, serial_no varchar(15) NOT NULL UNIQUE, installed date NOT NULL, removed date, phases smallint NOT NULL CHECK (phases IN (1, 3)), replaced_by bigint UNIQUE REFERENCES meters, CHECK (removed > installed), CHECK (replaced_by IS NULL OR removed IS NOT NULL));
CREATE TABLE tariffs (tariff_id serial PRIMARY KEY, name varchar(30) NOT NULL, bands tariff_band[] NOT NULL, base_fee money NOT NULL, valid daterange NOT NULL, EXCLUDE USING gist (valid WITH &&));
CREATE TABLE contracts (contract_id serial PRIMARY KEY, meter_no bigint NOT NULL REFERENCES meters, tariff_id int NOT NULL REFERENCES tariffs, starts timestamp(0) NOT NULL, ends timestamp(0), notice interval month NOT NULL DEFAULT '3 months', CHECK (ends >= starts + interval '1 month'));
CREATE TABLE loads (meter_no bigint REFERENCES meters, quarter timestamptz CHECK (date_part('minute', quarter)::int % 15 = 0 AND date_part('second', quarter) = 0), kwh numeric(9, 3) NOT NULL CHECK (kwh >= 0), PRIMARY KEY (meter_no, quarter));
CREATE TABLE every_type (
  id int PRIMARY KEY,
  c1 smallint, c2 bigint, c3 numeric, c4 numeric(3, 1), c5 real, c6 double precision, c7 money, c8 boolean, c9 char, c10 char(5), c11 varchar, c12 varchar(3), c13 text, c14 name, c15 "char",
  c16 date, c17 time, c18 timetz, c19 timestamp, c20 timestamptz, c21 interval, c22 json, c23 jsonb, c24 jsonpath, c25 uuid, c26 bytea, c27 inet, c28 cidr, c29 macaddr, c30 macaddr8,
  c31 int4range, c32 int8range, c33 numrange, c34 daterange, c35 tsrange, c36 tstzrange, c37 int4multirange, c38 datemultirange, c39 float_range, c40 bit, c41 bit(5), c42 varbit, c43 varbit(9),
  c44 point, c45 line, c46 lseg, c47 box, c48 path, c49 polygon, c50 circle, c51 tsvector, c52 tsquery, c53 xml, c54 oid, c55 regclass, c56 regtype, c57 pg_lsn, c58 xid, c59 xid8, c60 cid, c61 tid, c62 pg_snapshot, c63 oidvector, c64 int2vector,
  c65 int[], c66 text[][], c67 timestamptz[], c68 jsonb[], c69 box[], c70 tariff_band, c71 numeric(5, 2)[], c72 refcursor, c73 regproc, c74 regnamespace, c75 regrole, c76 regconfig, c77 regcollation, c78 varchar(4)[], c79 interval day to second, c80 timestamp(0)[], c81 bool[], c82 uuid[]
);
