-- DROP SCHEMA public;

CREATE SCHEMA public AUTHORIZATION pg_database_owner;

COMMENT ON SCHEMA public IS 'standard public schema';

-- DROP SEQUENCE public.lights_id_seq;

CREATE SEQUENCE public.lights_id_seq
	INCREMENT BY 1
	MINVALUE 1
	MAXVALUE 2147483647
	START 1
	CACHE 1
	NO CYCLE;

-- Permissions

ALTER SEQUENCE public.lights_id_seq OWNER TO keeper;
GRANT ALL ON SEQUENCE public.lights_id_seq TO keeper;
-- public.lights definition

-- Drop table

-- DROP TABLE public.lights;

CREATE TABLE public.lights (
	id serial4 NOT NULL,
	"name" varchar(50) NOT NULL,
	metres float4 NULL,
	lit bool NULL DEFAULT true,
	CONSTRAINT lights_pkey PRIMARY KEY (id)
);
CREATE INDEX lights_name_idx ON public.lights USING btree (name);

-- Table Triggers

create trigger stamp before
insert
    on
    public.lights for each row execute function stamp_light();

-- Permissions

ALTER TABLE public.lights OWNER TO keeper;
GRANT SELECT, INSERT ON TABLE public.lights TO visitors;

-- DROP FUNCTION public.stamp_light();

CREATE OR REPLACE FUNCTION public.stamp_light()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.name := trim(new.name);
  return new;
end $function$
;
