--
-- PostgreSQL database dump
--

\restrict q0c3

-- Dumped from database version 18.1
-- Dumped by pg_dump version 18.1

SET statement_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;

CREATE TABLE public.bookings (
    room integer CONSTRAINT room_is_named NOT NULL,
    stay tstzrange NOT NULL,
    guest uuid DEFAULT uuidv7() NOT NULL,
    nights integer GENERATED ALWAYS AS ((EXTRACT(day FROM (upper(stay) - lower(stay))))::integer) VIRTUAL
);

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

ALTER TABLE ONLY public.bookings
    ADD CONSTRAINT bookings_pkey PRIMARY KEY (room, stay WITHOUT OVERLAPS);

COPY public.bookings (room, stay, guest) FROM stdin;
12	["2025-01-01 15:00:00+00","2025-01-04 10:00:00+00")	0195c1f5-7a00-7000-8000-000000000001
\.

SELECT * FROM pg_catalog.pg_restore_relation_stats(
	'version', '180001'::integer,
	'schemaname', 'public',
	'relname', 'bookings',
	'relpages', '1'::integer,
	'reltuples', '1'::real,
	'relallvisible', '0'::integer
);

\unrestrict q0c3
