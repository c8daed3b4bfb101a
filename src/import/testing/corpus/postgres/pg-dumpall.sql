--
-- PostgreSQL database cluster dump
--

SET default_transaction_read_only = off;

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

--
-- Roles
--

CREATE ROLE gardener;
ALTER ROLE gardener WITH NOSUPERUSER INHERIT NOCREATEROLE NOCREATEDB LOGIN NOREPLICATION NOBYPASSRLS PASSWORD 'SCRAM-SHA-256$4096:abc$def:ghi';
CREATE ROLE postgres;
ALTER ROLE postgres WITH SUPERUSER INHERIT CREATEROLE CREATEDB LOGIN REPLICATION BYPASSRLS;

--
-- Role memberships
--

GRANT pg_read_all_data TO gardener WITH INHERIT TRUE GRANTED BY postgres;

CREATE TABLESPACE slow OWNER postgres LOCATION '/var/slow';

\connect template1

CREATE DATABASE allotments WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE_PROVIDER = libc LOCALE = 'en_GB.UTF-8';

ALTER DATABASE allotments OWNER TO gardener;

\connect allotments

ALTER DATABASE allotments SET timezone TO 'Europe/London';

SET default_tablespace = slow;

CREATE TABLE public.plots (
    id integer PRIMARY KEY,
    square_metres numeric(6,1)
) TABLESPACE slow;

SET default_tablespace = '';

CREATE INDEX plots_size ON public.plots USING btree (square_metres) TABLESPACE slow;

COPY public.plots (id, square_metres) FROM stdin;
1	120.5
2	80.0
\.
