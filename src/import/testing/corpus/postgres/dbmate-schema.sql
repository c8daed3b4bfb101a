SET statement_timeout = 0;
SET lock_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;

SET default_tablespace = '';

CREATE TABLE public.ferries (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    route int4range NOT NULL,
    timetable jsonb NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('portuguese'::regconfig, (timetable ->> 'name'::text))) STORED
);

CREATE TABLE public.schema_migrations (
    version character varying(128) NOT NULL
);

ALTER TABLE ONLY public.ferries
    ADD CONSTRAINT ferries_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ferries
    ADD CONSTRAINT ferries_route_excl EXCLUDE USING gist (route WITH &&);

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);

CREATE INDEX ferries_search ON public.ferries USING gin (search);

--
-- Dbmate schema migrations
--

INSERT INTO public.schema_migrations (version) VALUES
    ('20230105120000'),
    ('20230214093000');
