import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openPostgres, type TestPostgres } from './testing/open-postgres.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await openPostgres();
  return async () => await postgres.close();
});

beforeEach(async () => await postgres.reset());

test('sqlite3 .dump: foreign keys behind the rows, numbering, triggers, booleans, dates', async () => {
  const { skipped, notes } = await postgres.load(
    `PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "albums"
(
    [AlbumId] INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    [Title] NVARCHAR(160)  NOT NULL,
    [ArtistId] INTEGER  NOT NULL,
    "released" DATE,
    added DATETIME DEFAULT CURRENT_TIMESTAMP,
    stamp TIMESTAMP DEFAULT (datetime('now', 'localtime')),
    live BOOLEAN NOT NULL DEFAULT 0 CHECK (live IN (0, 1)),
    price REAL DEFAULT 9.99,
    cover BLOB,
    FOREIGN KEY ([ArtistId]) REFERENCES "artists" ([ArtistId])
		ON DELETE NO ACTION ON UPDATE NO ACTION
);
INSERT INTO albums VALUES(1,'For Those About To Rock; We Salute You',1,'1981-11-23','2024-01-01 10:00:00',NULL,1,9.5,X'0102');
INSERT INTO albums VALUES(5,replace('two\\nlines','\\n',char(10)),2,NULL,NULL,NULL,0,NULL,NULL);
CREATE TABLE artists (ArtistId INTEGER PRIMARY KEY, Name TEXT COLLATE NOCASE, "order" INT, extra, UNIQUE (Name));
INSERT INTO artists VALUES(1,'AC/DC',1,'x');
INSERT INTO artists VALUES(2,'It''s "quoted"',2,3.5);
INSERT INTO artists(Name) VALUES('ohne Nummer');
CREATE TABLE tags (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO tags VALUES('a',1);
INSERT INTO "tags" VALUES('b','zwei');
CREATE TABLE sqlite_sequence(name,seq);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('albums',347);
CREATE INDEX IFK_AlbumArtistId ON "albums" ([ArtistId]);
CREATE UNIQUE INDEX live_titles ON albums (Title COLLATE NOCASE, lower("Title")) WHERE live = 1;
CREATE TRIGGER t AFTER INSERT ON albums BEGIN UPDATE albums SET price = 1 WHERE AlbumId = new.AlbumId; END;
CREATE VIEW v AS SELECT a.albumid, ifnull(b.name, "none") AS artist, strftime('%Y', a.released) AS year FROM Albums a JOIN artists b ON a.ArtistId = b.ArtistId WHERE a.live = 1;
COMMIT;
`,
    'sqlite',
  );
  expect(
    await postgres.rows(`SELECT "AlbumId", "Title", released, added, live, price, cover FROM albums ORDER BY 1`),
  ).toEqual([
    ['1', 'For Those About To Rock; We Salute You', '1981-11-23', '2024-01-01 10:00:00', 't', '9.5', '\\x0102'],
    ['5', 'two\nlines', null, null, 'f', null, null],
  ]);
  expect(await postgres.rows('SELECT "ArtistId", "Name", extra FROM artists ORDER BY 1')).toEqual([
    ['1', 'AC/DC', 'x'],
    ['2', 'It\'s "quoted"', '3.5'],
    ['3', 'ohne Nummer', null],
  ]);
  expect(await postgres.rows('SELECT * FROM tags ORDER BY key')).toEqual([
    ['a', '1'],
    ['b', 'zwei'],
  ]);
  expect(await postgres.rows('SELECT * FROM v')).toEqual([['1', 'AC/DC', '1981']]);
  expect(
    await postgres.rows(`INSERT INTO albums ("Title", "ArtistId") VALUES ('n', 1) RETURNING "AlbumId", live`),
  ).toEqual([['348', 'f']]);
  expect(await postgres.rows(`SELECT count(*) FROM pg_constraint WHERE contype = 'f'`)).toEqual([['1']]);
  expect(skipped.map((line) => line.split(' ')[0])).toEqual(['1', '2', '26', '27', '28', '31', '33']);
  expect(notes.some((note) => /price|stamp/.test(note))).toBe(false);
});

test('names with quotes and keywords, columns without a type, keys to rows that come later', async () => {
  await postgres.load(
    `CREATE TABLE person (id INTEGER PRIMARY KEY, mother REFERENCES person(id), name TEXT NOT NULL DEFAULT '');
INSERT INTO person VALUES (2, 1, 'kid'), (1, NULL, 'mom');
CREATE TABLE "weird ""name""" ("a b" TEXT, [select] INT, \`from\` REAL);
INSERT INTO "weird ""name""" ("a b", [select], \`from\`) VALUES ('x', 1, 2.5);`,
    'sqlite',
  );
  expect(await postgres.rows('SELECT name FROM person WHERE mother = 1')).toEqual([['kid']]);
  expect(await postgres.rows('SELECT "a b", "select", "from" FROM "weird ""name"""')).toEqual([['x', '1', '2.5']]);
});

test('types give way to the rows that are there', async () => {
  const { notes } = await postgres.load(
    `CREATE TABLE t (n INTEGER, f INT, b BOOLEAN, d DATE, e DATETIME, r REAL, s VARCHAR(3), u "UNSIGNED BIG INT", x DECIMAL(5,2));
INSERT INTO t VALUES (1, 2, 1, '2024-01-01', 1704067200000, 1, 'longer than three', 5, 1.25);
INSERT INTO t VALUES ('n/a', 2.5, 2, 'soon', 1704067200001, 2.5, 'b', 6, '3.5');`,
    'sqlite',
  );
  expect(await postgres.rows('SELECT * FROM t')).toEqual([
    ['1', '2', '1', '2024-01-01', '1704067200000', '1', 'longer than three', '5', '1.25'],
    ['n/a', '2.5', '2', 'soon', '1704067200001', '2.5', 'b', '6', '3.50'],
  ]);
  expect(notes).toEqual(
    [
      'n: bigint becomes text, which its rows need.',
      'f: bigint becomes numeric, which its rows need.',
      'b: boolean becomes smallint, which its rows need.',
      'd: date becomes text, which its rows need.',
      'e: timestamp becomes bigint, which its rows need.',
    ].sort((a, b) => notes.indexOf(a) - notes.indexOf(b)),
  );
});

test('what ORMs write', async () => {
  await postgres.load(
    `CREATE TABLE "users" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "email" varchar(255) NOT NULL UNIQUE, "is_active" bool NOT NULL, "joined" datetime NOT NULL);
CREATE TABLE IF NOT EXISTS \`posts\` (\`id\` INTEGER PRIMARY KEY, \`userId\` INTEGER REFERENCES \`users\` (\`id\`) ON DELETE SET NULL ON UPDATE CASCADE, \`title\` VARCHAR(255) DEFAULT 'untitled', \`at\` TEXT DEFAULT (strftime('%Y-%m-%d', 'now')), total GENERATED ALWAYS AS (length(title) * 2) STORED);
CREATE TABLE pairs (a INTEGER NOT NULL, b INTEGER NOT NULL, CONSTRAINT pair PRIMARY KEY (a, b) ON CONFLICT REPLACE) STRICT;
CREATE TABLE "django_like" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "n" integer unsigned NOT NULL CHECK ("n" >= 0), "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)));
INSERT OR REPLACE INTO users (id, email, is_active, joined) VALUES (1, 'a', 1, '2024-01-01 00:00:00.123456');
INSERT OR REPLACE INTO users (id, email, is_active, joined) VALUES (1, 'b', 'false', '2024-01-01T00:00:00Z');
INSERT OR IGNORE INTO users (id, email, is_active, joined) VALUES (1, 'c', 0, '2024-01-01');
INSERT INTO posts (userId) VALUES (1), (NULL);
INSERT INTO posts (title) SELECT 'of ' || email FROM users WHERE is_active == 0 LIMIT 1;
INSERT INTO pairs VALUES (1, 2) ON CONFLICT (a, b) DO UPDATE SET a = excluded.a;
UPDATE users SET email = 'up' || upper(email) WHERE id IN (SELECT userId FROM posts);
ALTER TABLE posts ADD COLUMN "views" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE posts RENAME COLUMN title TO Heading;
DROP TABLE IF EXISTS main.nothing;
`,
    'sqlite',
  );
  expect(await postgres.rows('SELECT email, is_active FROM users')).toEqual([['upB', 'f']]);
  expect(
    await postgres.rows('SELECT id, "userId", "Heading", views, total, length(at) FROM posts ORDER BY id'),
  ).toEqual([
    ['1', '1', 'untitled', '0', '16', '10'],
    ['2', null, 'untitled', '0', '16', '10'],
    ['3', null, 'of b', '0', '8', '10'],
  ]);
});
