PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE albums (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL COLLATE NOCASE,
  artist_id INTEGER REFERENCES artists(id) ON DELETE CASCADE,
  price NUMERIC DEFAULT 9.99,
  cover BLOB,
  added DATETIME DEFAULT CURRENT_TIMESTAMP,
  is_live BOOLEAN DEFAULT 0 CHECK (is_live IN (0, 1))
);
INSERT INTO albums VALUES(1,'Mar; e terra',2,9.9900000000000002131,NULL,'2020-01-01 10:00:00',0);
INSERT INTO albums VALUES(2,'It''s "late"',1,NULL,X'CAFE00',NULL,1);
INSERT INTO albums VALUES(3,replace('two\nlines','\n',char(10)),NULL,1,NULL,'2021-05-05 00:00:00',0);
CREATE TABLE artists (id INTEGER PRIMARY KEY, name TEXT UNIQUE, born);
INSERT INTO artists VALUES(1,'Ana',1970);
INSERT INTO artists VALUES(2,'Trio','about 1980');
CREATE TABLE IF NOT EXISTS "plays" ("album" INT, "at" TEXT, PRIMARY KEY ("album","at")) WITHOUT ROWID;
INSERT INTO plays VALUES(1,'2024-01-01');
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('albums','albums_by_artist','3 1');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('albums',3);
CREATE INDEX albums_by_artist ON albums(artist_id);
CREATE UNIQUE INDEX one_title ON albums(title COLLATE NOCASE) WHERE is_live = 0;
CREATE VIEW live AS SELECT title, ifnull(price, 0) AS price FROM albums WHERE is_live;
CREATE TRIGGER count_plays AFTER INSERT ON plays BEGIN UPDATE albums SET price = price; SELECT 1; END;
COMMIT;
