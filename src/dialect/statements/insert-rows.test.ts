import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openPostgres, type TestPostgres } from '../testing/open-postgres.ts';
import { shownRows } from '../testing/shown-rows.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await openPostgres();
  return async () => await postgres.close();
});

beforeEach(async () => await postgres.reset());

test('SQLite: numbers beyond eight bytes are infinite', async () => {
  await postgres.load(
    'CREATE TABLE t (id INTEGER, r REAL, n NUMERIC); INSERT INTO t VALUES (1, 9.0e+999, -1e999), (2, -1e999, 1.5), (9223372036854775808, 1e-999, 2);',
    'sqlite',
  );
  expect(shownRows(await postgres.rows('SELECT * FROM t'))).toBe(
    '1|Infinity|-Infinity;2|-Infinity|1.5;9223372036854775808|0|2',
  );
});

test('SQLite: a text in a column of times, UUIDs or JSON makes it one of texts', async () => {
  await postgres.load(
    `CREATE TABLE t (u UUID, j JSON, at TIME); INSERT INTO t VALUES ('none', 'none', 'noon'), (NULL, '{"a": 1}', '12:00');`,
    'sqlite',
  );
  expect(shownRows(await postgres.rows('SELECT * FROM t'))).toBe('none|none|noon;~|{"a": 1}|12:00');
});

test('MySQL: BIGINT UNSIGNED becomes as wide as its rows need', async () => {
  const { notes } = await postgres.load(
    `CREATE TABLE t (id bigint unsigned PRIMARY KEY, a bigint unsigned, b bigint unsigned);
INSERT INTO t VALUES (1, 2, '18446744073709551615'), (18446744073709551615, 9223372036854775807, 3);`,
    'mysql',
  );
  expect(shownRows(await postgres.rows('SELECT * FROM t ORDER BY id'))).toBe(
    '1|2|18446744073709551615;18446744073709551615|9223372036854775807|3',
  );
  expect(await postgres.rows('SELECT pg_typeof(id), pg_typeof(a) FROM t LIMIT 1')).toEqual([['numeric', 'bigint']]);
  expect(notes).toContain('b: bigint becomes numeric, which its rows need.');
});

test('MySQL: one day that no calendar has does not take its rows along', async () => {
  const { notes } = await postgres.load(
    `CREATE TABLE t (id int, d date, at datetime NOT NULL);
INSERT INTO t VALUES (1, '2024-02-30', '2023-02-29 10:00:00'), (2, '2024-02-29', '2024-12-31 23:59:59'), (3, '2024-13-01', '2024-01-01 25:00:00');`,
    'mysql',
  );
  expect(shownRows(await postgres.rows('SELECT * FROM t'))).toBe('1|~|~;2|2024-02-29|2024-12-31 23:59:59;3|~|~');
  expect(notes).toContain('Dates that no calendar has (as 2024-02-30) become NULL.');
  expect(notes).toContain('at: NOT NULL is left out, as dates that no calendar has become NULL.');
});

test('MariaDB: JSON is joined with texts as a text', async () => {
  await postgres.load(
    `CREATE TABLE t (j longtext CHECK (json_valid(j)), v varchar(10) GENERATED ALWAYS AS (concat(j, 'x')) STORED);
INSERT INTO t (j) VALUES ('[1]');`,
    'mysql',
  );
  expect(await postgres.rows('SELECT j, v FROM t')).toEqual([['[1]', '[1]x']]);
});
