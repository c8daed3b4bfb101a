-- Dumped by pg_dump version 15.4 with --inserts --column-inserts --no-owner

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);

DROP TABLE IF EXISTS public.genres;

CREATE TABLE public.genres (
    id integer NOT NULL,
    label text NOT NULL
);

CREATE TABLE public.songs (
    id integer NOT NULL,
    genre_id integer,
    title text,
    length interval,
    released date,
    lyrics text
);

INSERT INTO public.genres (id, label) VALUES (1, 'Fado');
INSERT INTO public.genres (id, label) VALUES (2, 'Rock ''n'' Roll');
INSERT INTO public.songs (id, genre_id, title, length, released, lyrics) VALUES (1, 1, 'Maré', '00:03:12', '2001-09-09', E'one\ntwo; \'three\'');
INSERT INTO public.songs (id, genre_id, title, length, released, lyrics) VALUES (2, NULL, NULL, NULL, NULL, 'first line
second line; still in the text
-- and no comment');

ALTER TABLE ONLY public.genres
    ADD CONSTRAINT genres_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.songs
    ADD CONSTRAINT songs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.songs
    ADD CONSTRAINT songs_genre_id_fkey FOREIGN KEY (genre_id) REFERENCES public.genres(id);
