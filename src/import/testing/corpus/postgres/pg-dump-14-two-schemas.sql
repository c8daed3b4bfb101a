--
-- PostgreSQL database dump
--

-- Dumped from database version 14.11
-- Dumped by pg_dump version 14.11

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;

CREATE SCHEMA billing;
ALTER SCHEMA billing OWNER TO postgres;
CREATE SCHEMA "People Ops";
ALTER SCHEMA "People Ops" OWNER TO postgres;

CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;
COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;
COMMENT ON EXTENSION "uuid-ossp" IS 'generate universally unique identifiers (UUIDs)';

CREATE DOMAIN billing.cents AS bigint
	CONSTRAINT cents_check CHECK ((VALUE >= 0));
ALTER DOMAIN billing.cents OWNER TO postgres;

CREATE TYPE billing.address AS (
	street text,
	zip character varying(12)
);

CREATE FUNCTION billing.gross(net billing.cents, rate numeric) RETURNS billing.cents
    LANGUAGE sql IMMUTABLE STRICT
    AS $_$ SELECT ($1 * (1 + $2))::bigint::billing.cents $_$;

CREATE FUNCTION billing.net_of(i bigint) RETURNS bigint
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT CASE WHEN (net_of.i > 0) THEN net_of.i ELSE (0)::bigint END AS "case";
END;

SET default_tablespace = '';
SET default_table_access_method = heap;

CREATE TABLE "People Ops"."Employee" (
    id uuid DEFAULT public.uuid_generate_v4() NOT NULL,
    "fullName" text NOT NULL,
    email public.citext NOT NULL,
    "managerId" uuid,
    skills text[] DEFAULT '{}'::text[] NOT NULL
);
ALTER TABLE "People Ops"."Employee" OWNER TO postgres;

CREATE TABLE billing.invoices (
    id integer NOT NULL,
    issued_by uuid NOT NULL,
    total billing.cents NOT NULL,
    ship_to billing.address,
    meta jsonb DEFAULT '{}'::jsonb,
    total_with_tax bigint GENERATED ALWAYS AS ((((total)::bigint * 123) / 100)) STORED
);

ALTER TABLE billing.invoices ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME billing.invoices_id_seq
    START WITH 1000
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW billing.totals AS
 SELECT e."fullName",
    sum((i.total)::bigint) AS total
   FROM (billing.invoices i
     JOIN "People Ops"."Employee" e ON ((e.id = i.issued_by)))
  GROUP BY e."fullName";

CREATE MATERIALIZED VIEW billing.big AS
 SELECT invoices.id,
    invoices.total
   FROM billing.invoices
  WHERE ((invoices.total)::bigint > 1000)
  WITH NO DATA;

COPY "People Ops"."Employee" (id, "fullName", email, "managerId", skills) FROM stdin;
6f1c1a52-0d2f-4c39-9d68-0d9a5c0f3a01	Zoë Ångström	Zoe@Example.org	\N	{sql,"tea, green"}
6f1c1a52-0d2f-4c39-9d68-0d9a5c0f3a02	João "J" Prado	joao@example.org	6f1c1a52-0d2f-4c39-9d68-0d9a5c0f3a01	{}
\.

COPY billing.invoices (id, issued_by, total, ship_to, meta) FROM stdin;
1000	6f1c1a52-0d2f-4c39-9d68-0d9a5c0f3a01	1999	("Rua Nova 1, 2º",4000-001)	{"paid": true}
1001	6f1c1a52-0d2f-4c39-9d68-0d9a5c0f3a02	50	\N	{}
\.

SELECT pg_catalog.setval('billing.invoices_id_seq', 1001, true);

ALTER TABLE ONLY "People Ops"."Employee"
    ADD CONSTRAINT "Employee_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY "People Ops"."Employee"
    ADD CONSTRAINT "Employee_email_key" UNIQUE (email);
ALTER TABLE ONLY billing.invoices
    ADD CONSTRAINT invoices_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX big_id ON billing.big USING btree (id);
ALTER TABLE ONLY "People Ops"."Employee"
    ADD CONSTRAINT "Employee_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "People Ops"."Employee"(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY billing.invoices
    ADD CONSTRAINT invoices_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES "People Ops"."Employee"(id);

GRANT USAGE ON SCHEMA billing TO accountants;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA billing GRANT SELECT ON TABLES  TO accountants;

REFRESH MATERIALIZED VIEW billing.big;
