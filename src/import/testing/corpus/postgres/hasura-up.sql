SET check_function_bodies = false;
CREATE FUNCTION public.set_current_timestamp_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  _new record;
BEGIN
  _new := NEW;
  _new."updated_at" = NOW();
  RETURN _new;
END;
$$;
CREATE TABLE public.boats (
    id uuid DEFAULT public.gen_random_uuid() NOT NULL,
    name text NOT NULL,
    draught numeric NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    harbour text DEFAULT 'home'::text NOT NULL
);
CREATE TABLE public.harbours (
    value text NOT NULL,
    comment text NOT NULL
);
COMMENT ON TABLE public.harbours IS 'An enum, as Hasura has it';
INSERT INTO public.harbours (value, comment) VALUES ('home', 'Ours'), ('away', 'Theirs');
ALTER TABLE ONLY public.boats
    ADD CONSTRAINT boats_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.harbours
    ADD CONSTRAINT harbours_pkey PRIMARY KEY (value);
CREATE TRIGGER set_public_boats_updated_at BEFORE UPDATE ON public.boats FOR EACH ROW EXECUTE FUNCTION public.set_current_timestamp_updated_at();
COMMENT ON TRIGGER set_public_boats_updated_at ON public.boats IS 'trigger to set value of column "updated_at" to current timestamp on row update';
CREATE TRIGGER "notify_hasura_boat_INSERT" AFTER INSERT ON public.boats FOR EACH ROW EXECUTE FUNCTION hdb_catalog."notify_hasura_boat_INSERT"();
ALTER TABLE ONLY public.boats
    ADD CONSTRAINT boats_harbour_fkey FOREIGN KEY (harbour) REFERENCES public.harbours(value) ON UPDATE RESTRICT ON DELETE RESTRICT;
