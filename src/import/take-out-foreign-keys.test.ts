import { describe, expect, test } from 'vitest';
import { takeOutForeignKeys } from './take-out-foreign-keys.ts';

describe('takeOutForeignKeys', () => {
  test('takes the keys of columns and of the table, with their names and actions', () => {
    const sql = `CREATE TABLE IF NOT EXISTS shop."Order" (
  id int PRIMARY KEY,
  buyer int NOT NULL CONSTRAINT bought REFERENCES shop.people (id) ON DELETE SET NULL (buyer) DEFERRABLE INITIALLY DEFERRED,
  "Item" int REFERENCES items ON UPDATE CASCADE NOT NULL CHECK ("Item" > 0),
  CONSTRAINT paid FOREIGN KEY (id, buyer) REFERENCES bills (a, b) MATCH FULL ON DELETE NO ACTION,
  UNIQUE (buyer)
) WITH (fillfactor = 70)`;
    expect(takeOutForeignKeys(sql)).toEqual({
      sql: `CREATE TABLE IF NOT EXISTS shop."Order" (
  id int PRIMARY KEY,
  buyer int NOT NULL,
  "Item" int NOT NULL CHECK ("Item" > 0),

  UNIQUE (buyer)
) WITH (fillfactor = 70)`,
      keys: [
        'ALTER TABLE shop."Order" ADD CONSTRAINT bought FOREIGN KEY (buyer) REFERENCES shop.people (id) ON DELETE SET NULL (buyer) DEFERRABLE INITIALLY DEFERRED',
        'ALTER TABLE shop."Order" ADD FOREIGN KEY ("Item") REFERENCES items ON UPDATE CASCADE',
        'ALTER TABLE shop."Order" ADD CONSTRAINT paid FOREIGN KEY (id, buyer) REFERENCES bills (a, b) MATCH FULL ON DELETE NO ACTION',
      ],
    });
  });

  test.each([
    [
      'CREATE TABLE t (FOREIGN KEY (a) REFERENCES u, FOREIGN KEY (b) REFERENCES v, a int, b int)',
      'CREATE TABLE t (a int, b int)',
    ],
    ['CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES u)', 'CREATE TABLE t (a int)'],
    ['CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES u, FOREIGN KEY (a) REFERENCES v)', 'CREATE TABLE t (a int)'],
    ['CREATE TABLE t (FOREIGN KEY (a) REFERENCES u)', 'CREATE TABLE t ()'],
    ['CREATE TABLE t (a int REFERENCES u)', 'CREATE TABLE t (a int)'],
  ])('keeps the list of columns whole: %s', (sql, expected) => {
    expect(takeOutForeignKeys(sql)?.sql).toBe(expected);
  });

  test('takes those of added columns, and leaves added keys to themselves', () => {
    const sql =
      'ALTER TABLE IF EXISTS ONLY t ADD COLUMN IF NOT EXISTS a int NULL CONSTRAINT k REFERENCES u (id), ADD b int DEFAULT f(1, 2) REFERENCES v, ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES w';
    expect(takeOutForeignKeys(sql)).toEqual({
      sql: 'ALTER TABLE IF EXISTS ONLY t ADD COLUMN IF NOT EXISTS a int NULL, ADD b int DEFAULT f(1, 2), ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES w',
      keys: [
        'ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES u (id)',
        'ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES v',
      ],
    });
  });

  test.each([
    'CREATE TABLE t (a int, b text DEFAULT $$ REFERENCES u $$)',
    'CREATE VIEW v AS SELECT 1',
    'ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u',
    'CREATE TABLE t PARTITION OF u DEFAULT',
  ])('has nothing to take from %s', (sql) => {
    expect(takeOutForeignKeys(sql)).toBeUndefined();
  });
});
