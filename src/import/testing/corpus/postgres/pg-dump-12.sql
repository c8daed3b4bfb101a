--
-- PostgreSQL database dump
--

-- Dumped from database version 12.19 (Debian 12.19-1.pgdg110+1)
-- Dumped by pg_dump version 12.19 (Debian 12.19-1.pgdg110+1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: loan_state; Type: TYPE; Schema: public; Owner: librarian
--

CREATE TYPE public.loan_state AS ENUM (
    'out',
    'returned',
    'lost'
);


ALTER TYPE public.loan_state OWNER TO librarian;

--
-- Name: touch_updated_at(); Type: FUNCTION; Schema: public; Owner: librarian
--

CREATE FUNCTION public.touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW.updated_at := now(); -- not the client's clock; ever
  RETURN NEW;
END;
$$;


ALTER FUNCTION public.touch_updated_at() OWNER TO librarian;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: branches; Type: TABLE; Schema: public; Owner: librarian
--

CREATE TABLE public.branches (
    id integer NOT NULL,
    name character varying(80) NOT NULL,
    opened_on date
);


ALTER TABLE public.branches OWNER TO librarian;

--
-- Name: branches_id_seq; Type: SEQUENCE; Schema: public; Owner: librarian
--

CREATE SEQUENCE public.branches_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.branches_id_seq OWNER TO librarian;

--
-- Name: branches_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: librarian
--

ALTER SEQUENCE public.branches_id_seq OWNED BY public.branches.id;


--
-- Name: loans; Type: TABLE; Schema: public; Owner: librarian
--

CREATE TABLE public.loans (
    id bigint NOT NULL,
    branch_id integer NOT NULL,
    title text NOT NULL,
    state public.loan_state DEFAULT 'out'::public.loan_state NOT NULL,
    fee numeric(8,2) DEFAULT 0.00,
    updated_at timestamp without time zone,
    CONSTRAINT fee_is_no_gift CHECK ((fee >= (0)::numeric))
);


ALTER TABLE public.loans OWNER TO librarian;

--
-- Name: TABLE loans; Type: COMMENT; Schema: public; Owner: librarian
--

COMMENT ON TABLE public.loans IS 'One row a book, not a person''s whole bag';


--
-- Name: loans_id_seq; Type: SEQUENCE; Schema: public; Owner: librarian
--

CREATE SEQUENCE public.loans_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.loans_id_seq OWNER TO librarian;

ALTER SEQUENCE public.loans_id_seq OWNED BY public.loans.id;

ALTER TABLE ONLY public.branches ALTER COLUMN id SET DEFAULT nextval('public.branches_id_seq'::regclass);

ALTER TABLE ONLY public.loans ALTER COLUMN id SET DEFAULT nextval('public.loans_id_seq'::regclass);


--
-- Data for Name: branches; Type: TABLE DATA; Schema: public; Owner: librarian
--

COPY public.branches (id, name, opened_on) FROM stdin;
1	Harbour; old hall	1904-05-01
2	North	\N
\.


--
-- Data for Name: loans; Type: TABLE DATA; Schema: public; Owner: librarian
--

COPY public.loans (id, branch_id, title, state, fee, updated_at) FROM stdin;
1	1	The Tin\\Can	out	0.00	2024-02-01 09:30:00
2	1	Tabs\tand\nlines	returned	1.50	\N
3	2	;--'"$$	lost	12.00	2024-03-05 17:00:00
\.


--
-- Name: branches_id_seq; Type: SEQUENCE SET; Schema: public; Owner: librarian
--

SELECT pg_catalog.setval('public.branches_id_seq', 2, true);

SELECT pg_catalog.setval('public.loans_id_seq', 3, true);

ALTER TABLE ONLY public.branches
    ADD CONSTRAINT branches_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.loans
    ADD CONSTRAINT loans_pkey PRIMARY KEY (id);

CREATE INDEX loans_by_branch ON public.loans USING btree (branch_id) WHERE (state = 'out'::public.loan_state);

CREATE TRIGGER touch BEFORE UPDATE ON public.loans FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();

ALTER TABLE ONLY public.loans
    ADD CONSTRAINT loans_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES public.branches(id) ON DELETE CASCADE;


--
-- Name: TABLE loans; Type: ACL; Schema: public; Owner: librarian
--

GRANT SELECT ON TABLE public.loans TO reporting;


--
-- PostgreSQL database dump complete
--
