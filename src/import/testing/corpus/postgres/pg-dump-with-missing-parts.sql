-- Dumped by pg_dump version 15.6 from a server with much that is not here
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);
CREATE EXTENSION IF NOT EXISTS plpython3u WITH SCHEMA pg_catalog;
CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;
COMMENT ON EXTENSION postgis IS 'PostGIS geometry and geography spatial types and functions';
CREATE EXTENSION IF NOT EXISTS postgres_fdw WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS timescaledb WITH SCHEMA public;
CREATE SERVER warehouse FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'wh', host '10.0.0.5');
ALTER SERVER warehouse OWNER TO postgres;
CREATE USER MAPPING FOR postgres SERVER warehouse OPTIONS (password 'x', "user" 'reader');
CREATE COLLATION public.german_phonebook (provider = icu, locale = 'de-u-co-phonebk');
CREATE FUNCTION public.guess(text) RETURNS text
    LANGUAGE plpython3u
    AS $_$
return args[0].title()
$_$;
CREATE FUNCTION public.fast_hash(text) RETURNS bigint
    LANGUAGE c IMMUTABLE STRICT
    AS '$libdir/fasthash', 'fast_hash';
CREATE FUNCTION public.before_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN NEW.title := public.guess(NEW.title); RETURN NEW; END;$$;
CREATE TABLE public.parks (
    id integer NOT NULL,
    title text COLLATE public.german_phonebook NOT NULL,
    outline public.geometry(MultiPolygon,4326),
    centre public.geography,
    hash bigint GENERATED ALWAYS AS (public.fast_hash(title)) STORED
);
CREATE TABLE public.visits (
    park_id integer NOT NULL,
    at timestamp with time zone NOT NULL,
    guests integer
);
CREATE FOREIGN TABLE public.orders_archive (
    id bigint OPTIONS (column_name 'order_id') NOT NULL,
    placed date
)
SERVER warehouse
OPTIONS (
    schema_name 'public',
    table_name 'orders'
);
ALTER FOREIGN TABLE public.orders_archive OWNER TO postgres;
COPY public.visits (park_id, at, guests) FROM stdin;
1	2024-05-01 10:00:00+00	3
\.
ALTER TABLE ONLY public.visits ADD CONSTRAINT visits_pkey PRIMARY KEY (park_id, at);
CREATE INDEX parks_outline ON public.parks USING gist (outline);
CREATE INDEX visits_at_idx ON public.visits USING btree (at DESC);
CREATE TRIGGER parks_title BEFORE INSERT ON public.parks FOR EACH ROW EXECUTE FUNCTION public.before_insert();
CREATE TRIGGER ts_insert_blocker BEFORE INSERT ON public.visits FOR EACH ROW EXECUTE FUNCTION _timescaledb_functions.insert_blocker();
SELECT public.create_hypertable('public.visits', 'at', if_not_exists => true);
CREATE SUBSCRIPTION far CONNECTION 'host=10.0.0.6' PUBLICATION everything;
SECURITY LABEL FOR anon ON COLUMN public.parks.title IS 'MASKED WITH VALUE NULL';
