-- pg_dump --clean --create, version 13.2
SET client_encoding = 'UTF8';
DROP DATABASE garage;
CREATE DATABASE garage WITH TEMPLATE = template0 ENCODING = 'UTF8' LC_COLLATE = 'pt_PT.UTF-8' LC_CTYPE = 'pt_PT.UTF-8';
ALTER DATABASE garage OWNER TO mechanic;
\connect garage
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);
ALTER TABLE ONLY public.repairs DROP CONSTRAINT repairs_car_fkey;
DROP INDEX public.repairs_car_idx;
ALTER TABLE ONLY public.cars DROP CONSTRAINT cars_pkey;
DROP TABLE public.repairs;
DROP SEQUENCE public.cars_id_seq;
DROP TABLE public.cars;
DROP FUNCTION public.plate(text);
DROP EXTENSION pgcrypto;
DROP SCHEMA public;
CREATE SCHEMA public;
ALTER SCHEMA public OWNER TO postgres;
COMMENT ON SCHEMA public IS 'standard public schema';
CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;
CREATE FUNCTION public.plate(text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$select upper(replace($1, '-', ''));$_$;
CREATE TABLE public.cars (
    id integer NOT NULL,
    plate text NOT NULL,
    token text DEFAULT encode(public.digest('x'::text, 'sha256'::text), 'hex'::text)
);
CREATE SEQUENCE public.cars_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.cars_id_seq OWNED BY public.cars.id;
CREATE TABLE public.repairs (
    car integer NOT NULL,
    done date DEFAULT CURRENT_DATE NOT NULL,
    price money
);
ALTER TABLE ONLY public.cars ALTER COLUMN id SET DEFAULT nextval('public.cars_id_seq'::regclass);
COPY public.cars (id, plate) FROM stdin;
1	AA-00-BB
\.
COPY public.repairs (car, done, price) FROM stdin;
1	2022-02-22	$45.00
\.
SELECT pg_catalog.setval('public.cars_id_seq', 1, true);
ALTER TABLE ONLY public.cars ADD CONSTRAINT cars_pkey PRIMARY KEY (id);
CREATE INDEX repairs_car_idx ON public.repairs USING btree (car);
ALTER TABLE ONLY public.repairs ADD CONSTRAINT repairs_car_fkey FOREIGN KEY (car) REFERENCES public.cars(id);
GRANT ALL ON SCHEMA public TO PUBLIC;
