CREATE TABLE notes(
  id integer primary key,
  body text not null,
  tags json,
  created_at int default (strftime('%s','now')),
  pinned bool not null default false
) STRICT;
CREATE TABLE sqlite_sequence(name,seq);
CREATE VIRTUAL TABLE notes_fts USING fts5(body, content='notes', content_rowid='id')
/* notes_fts(body) */;
CREATE TABLE IF NOT EXISTS 'notes_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE [links] ([from] integer references notes, [to] integer references notes, weight real default 1.0, check ([from] <> [to]));
CREATE TABLE things (a, b, c VARCHAR(10), d UNSIGNED BIG INT, e DOUBLE PRECISION, f DECIMAL(10,5), g DATE, h NATIVE CHARACTER(70));
CREATE INDEX idx_links ON links("from");
CREATE TABLE totals(
  n integer,
  doubled integer generated always as (n * 2) stored
);
