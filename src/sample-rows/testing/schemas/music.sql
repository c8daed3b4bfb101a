-- Artists, albums, tracks, playlists, listeners and what they play.
CREATE TABLE artists (id int PRIMARY KEY, name varchar(120) NOT NULL, formed smallint, disbanded smallint, CHECK (disbanded >= formed));
CREATE TABLE albums (id int PRIMARY KEY, artist_id int NOT NULL REFERENCES artists, title varchar(160) NOT NULL, released date, kind text NOT NULL DEFAULT 'LP' CHECK (kind IN ('LP', 'EP', 'single')), UNIQUE (artist_id, title));
CREATE TABLE tracks (id int PRIMARY KEY, album_id int NOT NULL REFERENCES albums, disc smallint NOT NULL DEFAULT 1 CHECK (disc BETWEEN 1 AND 4), track_no smallint NOT NULL CHECK (track_no BETWEEN 1 AND 99), title varchar(200) NOT NULL, length interval NOT NULL, isrc char(12) UNIQUE CHECK (isrc ~ '^[A-Z]{2}[A-Z0-9]{3}\d{7}$'), bpm numeric(5, 2) CHECK (bpm > 0), explicit boolean, UNIQUE (album_id, disc, track_no));
CREATE TABLE genres (id smallint PRIMARY KEY, name varchar(40) NOT NULL UNIQUE);
CREATE TABLE track_genres (track_id int REFERENCES tracks, genre_id smallint REFERENCES genres, PRIMARY KEY (track_id, genre_id));
CREATE TABLE listeners (id uuid PRIMARY KEY, username varchar(25) NOT NULL UNIQUE CHECK (length(username) >= 3), country char(2), premium boolean NOT NULL DEFAULT false, premium_until date, CHECK (NOT premium OR premium_until IS NOT NULL));
CREATE TABLE playlists (id serial PRIMARY KEY, owner_id uuid NOT NULL REFERENCES listeners, name text NOT NULL, is_public boolean NOT NULL DEFAULT true, cover_track_id int);
CREATE TABLE playlist_entries (playlist_id int REFERENCES playlists, position int, track_id int NOT NULL REFERENCES tracks, added_at timestamptz NOT NULL, PRIMARY KEY (playlist_id, position));
ALTER TABLE playlists ADD FOREIGN KEY (cover_track_id) REFERENCES tracks;
CREATE TABLE plays (listener_id uuid NOT NULL REFERENCES listeners, track_id int NOT NULL REFERENCES tracks, played_at timestamptz NOT NULL, ms_played int NOT NULL CHECK (ms_played >= 0), PRIMARY KEY (listener_id, played_at));
