--
-- PostgreSQL database dump
--

-- Dumped from database version 16.2
-- Dumped by pg_dump version 16.2

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET row_security = off;

CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate');
ALTER PUBLICATION everything OWNER TO replicator;

SET default_tablespace = '';

CREATE TABLE public.readings (
    station_id integer NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    celsius double precision
)
PARTITION BY RANGE (taken_at);

SET default_table_access_method = heap;

CREATE TABLE public.readings_2023 (
    station_id integer NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    celsius double precision
);
CREATE TABLE public.readings_2024 (
    station_id integer NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    celsius double precision
);
CREATE UNLOGGED TABLE public.staging (
    line text
);
CREATE TABLE public.stations (
    id integer NOT NULL,
    name text COLLATE pg_catalog."C" NOT NULL,
    location point
)
WITH (fillfactor='90');
ALTER TABLE ONLY public.stations REPLICA IDENTITY FULL;
CREATE TABLE public.mountain_stations (
    altitude integer
)
INHERITS (public.stations);

ALTER TABLE ONLY public.readings ATTACH PARTITION public.readings_2023 FOR VALUES FROM ('2023-01-01 00:00:00+00') TO ('2024-01-01 00:00:00+00');
ALTER TABLE ONLY public.readings ATTACH PARTITION public.readings_2024 FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');

COPY public.mountain_stations (id, name, location, altitude) FROM stdin;
7	Torre	(40.32,-7.61)	1993
\.
COPY public.readings_2023 (station_id, taken_at, celsius) FROM stdin;
7	2023-06-01 12:00:00+00	NaN
7	2023-06-01 13:00:00+00	-3.5
\.
COPY public.readings_2024 (station_id, taken_at, celsius) FROM stdin;
\.
COPY public.staging (line) FROM stdin;
raw
\.
COPY public.stations (id, name, location) FROM stdin;
1	Foz	\N
\.

ALTER TABLE ONLY public.readings
    ADD CONSTRAINT readings_pkey PRIMARY KEY (station_id, taken_at);
ALTER TABLE ONLY public.readings_2023
    ADD CONSTRAINT readings_2023_pkey PRIMARY KEY (station_id, taken_at);
ALTER TABLE ONLY public.readings_2024
    ADD CONSTRAINT readings_2024_pkey PRIMARY KEY (station_id, taken_at);
ALTER TABLE ONLY public.stations
    ADD CONSTRAINT stations_pkey PRIMARY KEY (id);
ALTER INDEX public.readings_pkey ATTACH PARTITION public.readings_2023_pkey;
ALTER INDEX public.readings_pkey ATTACH PARTITION public.readings_2024_pkey;
ALTER TABLE public.stations CLUSTER ON stations_pkey;
CREATE STATISTICS public.stations_stats (dependencies) ON id, name FROM public.stations;
CREATE RULE keep_history AS
    ON DELETE TO public.readings DO INSTEAD NOTHING;
ALTER TABLE public.stations ENABLE ROW LEVEL SECURITY;
CREATE POLICY reader ON public.stations FOR SELECT TO weather_reader USING (true);
CREATE EVENT TRIGGER no_drops ON sql_drop
   EXECUTE FUNCTION public.refuse();
ALTER EVENT TRIGGER no_drops OWNER TO postgres;
