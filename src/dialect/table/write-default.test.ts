import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openPostgres, type TestPostgres } from '../testing/open-postgres.ts';
import { shownRows } from '../testing/shown-rows.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await openPostgres();
  return async () => await postgres.close();
});

beforeEach(async () => await postgres.reset());

test.each([
  ["created INTEGER DEFAULT (strftime('%s','now'))", 'created BETWEEN 1704067200 AND 9999999999', 't'],
  ["d TIMESTAMP DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))", 'd::date = CURRENT_DATE', 't'],
  ["t TIME DEFAULT (strftime('%H:%M','now'))", 't IS NOT NULL', 't'],
  ["y INTEGER DEFAULT (strftime('%Y','now'))", 'y > 2000', 't'],
  ["day DATE DEFAULT (date('now') || '')", 'day = CURRENT_DATE', 't'],
  ["j JSON DEFAULT '{}'", 'j', '{}'],
  ['a REAL DEFAULT 9e999', 'a', 'Infinity'],
])('SQLite keeps %s', async (column, shown, expected) => {
  const { notes } = await postgres.load(
    `CREATE TABLE t (id INTEGER PRIMARY KEY, ${column}); INSERT INTO t (id) VALUES (1);`,
    'sqlite',
  );
  expect(notes.filter((note) => note.includes('left out'))).toEqual([]);
  expect(shownRows(await postgres.rows(`SELECT ${shown} FROM t`))).toBe(expected);
});

test.each([
  ["n INTEGER DEFAULT ''", "n: the default '' is no bigint and is left out."],
  ['n INTEGER DEFAULT ""', 'n: the default "" is no bigint and is left out.'],
  ["d DATE DEFAULT '0'", "d: the default '0' is no date and is left out."],
  ["d DATE DEFAULT '2024-02-30'", "d: the default '2024-02-30' is no date and is left out."],
  ['c INTEGER DEFAULT CURRENT_TIMESTAMP', 'c: the default CURRENT_TIMESTAMP gives no bigint and is left out.'],
  ['c DATETIME DEFAULT (unixepoch())', 'c: the default unixepoch() gives no timestamp and is left out.'],
  ["u UUID DEFAULT ''", "u: the default '' is no uuid and is left out."],
  ["b BOOLEAN DEFAULT 'maybe'", "b: the default 'maybe' is no boolean and is left out."],
  ["n TEXT DEFAULT (strftime('%J'))", "n: the default strftime('%J') has no equal in Postgres and is left out."],
])('SQLite loses the default of %s, not the table', async (column, note) => {
  const { notes } = await postgres.load(
    `CREATE TABLE t (id INTEGER PRIMARY KEY, ${column}); INSERT INTO t (id) VALUES (1);`,
    'sqlite',
  );
  expect(notes).toContain(note);
  expect(await postgres.rows('SELECT * FROM t')).toEqual([['1', null]]);
});
