-- The way Rails' structure.sql spells a forum: bigint keys, polymorphic references, Devise columns, timestamps.
CREATE TABLE public.ar_internal_metadata (
  key character varying NOT NULL,
  value character varying,
  created_at timestamp(6) without time zone NOT NULL,
  updated_at timestamp(6) without time zone NOT NULL
);
ALTER TABLE ONLY public.ar_internal_metadata ADD CONSTRAINT ar_internal_metadata_pkey PRIMARY KEY (key);
CREATE TABLE public.schema_migrations (version character varying NOT NULL PRIMARY KEY);
CREATE TABLE public.users (
  id bigint NOT NULL,
  email character varying DEFAULT ''::character varying NOT NULL,
  encrypted_password character varying DEFAULT ''::character varying NOT NULL,
  reset_password_token character varying,
  sign_in_count integer DEFAULT 0 NOT NULL,
  current_sign_in_at timestamp(6) without time zone,
  last_sign_in_ip character varying,
  role integer DEFAULT 0 NOT NULL,
  created_at timestamp(6) without time zone NOT NULL,
  updated_at timestamp(6) without time zone NOT NULL
);
CREATE SEQUENCE public.users_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;
ALTER TABLE ONLY public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);
ALTER TABLE ONLY public.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX index_users_on_email ON public.users USING btree (email);
CREATE UNIQUE INDEX index_users_on_reset_password_token ON public.users USING btree (reset_password_token);
CREATE TABLE public.boards (
  id bigserial PRIMARY KEY,
  name character varying NOT NULL,
  position integer,
  topics_count integer DEFAULT 0 NOT NULL,
  created_at timestamp(6) NOT NULL,
  updated_at timestamp(6) NOT NULL
);
CREATE TABLE public.topics (
  id bigserial PRIMARY KEY,
  board_id bigint NOT NULL,
  user_id bigint NOT NULL,
  subject character varying NOT NULL,
  pinned boolean DEFAULT false NOT NULL,
  last_reply_id bigint,
  created_at timestamp(6) NOT NULL,
  updated_at timestamp(6) NOT NULL
);
CREATE TABLE public.replies (
  id bigserial PRIMARY KEY,
  topic_id bigint NOT NULL,
  user_id bigint,
  content text,
  created_at timestamp(6) NOT NULL,
  updated_at timestamp(6) NOT NULL
);
CREATE TABLE public.attachments (
  id bigserial PRIMARY KEY,
  attachable_type character varying NOT NULL,
  attachable_id bigint NOT NULL,
  filename character varying NOT NULL,
  content_type character varying,
  byte_size bigint NOT NULL,
  checksum character varying(64),
  created_at timestamp(6) NOT NULL
);
CREATE INDEX index_attachments_on_attachable ON public.attachments (attachable_type, attachable_id);
CREATE TABLE public.likes (
  id bigserial PRIMARY KEY,
  user_id bigint NOT NULL,
  likeable_type character varying NOT NULL,
  likeable_id bigint NOT NULL,
  created_at timestamp(6) NOT NULL
);
CREATE UNIQUE INDEX index_likes_once ON public.likes (user_id, likeable_type, likeable_id);
ALTER TABLE ONLY public.topics ADD CONSTRAINT fk_rails_1 FOREIGN KEY (board_id) REFERENCES public.boards (id);
ALTER TABLE ONLY public.topics ADD CONSTRAINT fk_rails_2 FOREIGN KEY (user_id) REFERENCES public.users (id);
ALTER TABLE ONLY public.topics ADD CONSTRAINT fk_rails_3 FOREIGN KEY (last_reply_id) REFERENCES public.replies (id);
ALTER TABLE ONLY public.replies ADD CONSTRAINT fk_rails_4 FOREIGN KEY (topic_id) REFERENCES public.topics (id);
ALTER TABLE ONLY public.replies ADD CONSTRAINT fk_rails_5 FOREIGN KEY (user_id) REFERENCES public.users (id);
ALTER TABLE ONLY public.likes ADD CONSTRAINT fk_rails_6 FOREIGN KEY (user_id) REFERENCES public.users (id);
