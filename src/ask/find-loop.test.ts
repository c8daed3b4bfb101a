import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHOP_QUERIES, STAFF_QUERIES } from '../grammar/testing/corpus.ts';
import { findLoop, type Loop, MAX_TEXT_CHARACTERS } from './find-loop.ts';

/** The first loop that is found while `sql` is written character by character. */
function firstLoop(sql: string): Loop | null {
  for (let length = 1; length <= sql.length; length++) {
    const loop = findLoop(sql.slice(0, length));
    if (loop) return loop;
  }
  return null;
}

const numbered = (count: number, item: (index: number) => string, separator = ', ') =>
  Array.from({ length: count }, (_, index) => item(index)).join(separator);

describe('findLoop', () => {
  it.each([
    ['a column', 'SELECT ', 'customers.name, '],
    ['two columns in turn', 'SELECT customers.id, ', 'customers.name, customers.city, '],
    ['a predicate', 'SELECT * FROM orders WHERE orders.total > 5', ' AND orders.total > 5'],
    ['a value of a list', 'SELECT * FROM customers WHERE customers.city IN (', "'Porto', "],
    ['a branch', 'SELECT CASE', " WHEN orders.status = 'paid' THEN 1"],
    ['a join', 'SELECT * FROM orders', ' JOIN customers ON orders.customer_id = customers.id'],
    ['a subquery', 'SELECT COUNT(*) FROM orders', ' WHERE orders.id IN (SELECT orders.id FROM orders'],
    ['an operand', 'SELECT orders.total', ' + orders.total'],
    ['a parenthesis', 'SELECT ', '('],
    ['a word of a text', "SELECT * FROM customers WHERE customers.name LIKE '", '%ann'],
    ['a digit', 'SELECT * FROM orders LIMIT ', '1'],
  ])('finds %s that comes again and again', (_what, before, unit) => {
    const loop = firstLoop(before + unit.repeat(200));
    expect(loop).toMatchObject({ kind: 'repetition' });
    // Wherever it was found, the unit is the same but for where it begins.
    if (loop?.kind === 'repetition') expect((unit + unit).includes(loop.unit)).toBe(true);
  });

  it('finds a text without an end, though nothing in it repeats', () => {
    const before = "SELECT * FROM customers WHERE customers.name = '";
    const text = numbered(200, (index) => `word${index}`, ' ');
    expect(findLoop(before + text.slice(0, MAX_TEXT_CHARACTERS))).toBeNull();
    expect(findLoop(before + text.slice(0, MAX_TEXT_CHARACTERS + 1))).toEqual({ kind: 'endless-text' });
  });

  it.each([
    ['that is doubled', `SELECT * FROM t WHERE t.a = 'it''s' AND t.b = ''''`],
    ['around nothing', `SELECT * FROM t WHERE t.a = ''`],
    ['in a quoted name', `SELECT "it's"."a ""b""" FROM "it's"`],
  ])('is not misled by a quote %s', (_what, sql) => {
    const rest = numbered(200, (index) => ` AND t.n <> ${index}`, '');
    expect(firstLoop(sql + rest)).toBeNull();
  });

  it.each([
    [
      '20 branches',
      `SELECT CASE ${numbered(20, (n) => `WHEN orders.total > ${n} THEN 'band ${n}'`, ' ')} END FROM orders`,
    ],
    [
      '20 branches with few results',
      `SELECT CASE ${numbered(20, (n) => `WHEN orders.month = ${n} THEN ${n % 2}`, ' ')} END FROM orders`,
    ],
    [
      'a pivot',
      `SELECT ${numbered(12, (n) => `SUM(CASE WHEN a.month = ${n} THEN a.total ELSE 0 END) AS month_${n}`)} FROM a`,
    ],
    ['200 numbers', `SELECT * FROM orders WHERE orders.id IN (${numbered(200, (n) => String(n))})`],
    ['100 texts', `SELECT * FROM orders WHERE orders.city IN (${numbered(100, (n) => `'city ${n}'`)})`],
    ['12 times NULL', `SELECT ${numbered(12, () => 'NULL')} UNION ALL SELECT ${numbered(12, () => 'NULL')}`],
    ['rows of DEFAULT', `INSERT INTO t (a, b) VALUES ${numbered(8, () => '(DEFAULT, DEFAULT)')}`],
    ['a line of dashes', `SELECT REPEAT('${'-'.repeat(80)}', 2)`],
    ['a number format', "SELECT TO_CHAR(orders.total, '999,999,999,999,990.00') FROM orders"],
    ['a nil uuid', "SELECT * FROM t WHERE t.id = '00000000-0000-0000-0000-000000000000'"],
    ['nested parentheses', 'SELECT ((((((((1 + 2) * 3) - 4) * 5) - 6) * 7) - 8) * 9)'],
    [
      'a text as long as a question',
      `SELECT * FROM t WHERE t.a = '${numbered(60, (n) => `word${n}`, ' ').slice(0, MAX_TEXT_CHARACTERS)}'`,
    ],
    [
      'six joins of a table to itself',
      `SELECT * FROM t${numbered(6, (n) => ` JOIN t AS t${n + 2} ON t.id = t${n + 2}.id`, '')}`,
    ],
  ])('lets %s be', (_what, sql) => {
    expect(firstLoop(sql)).toBeNull();
  });

  it('lets the canonical queries be', () => {
    expect([...SHOP_QUERIES, ...STAFF_QUERIES].filter((sql) => firstLoop(sql) !== null)).toEqual([]);
  });

  it('finds any unit that comes often enough, after any query', () => {
    const unit = fc.string({ unit: fc.constantFrom(...'abc ,.(1=<AND'), minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom(...SHOP_QUERIES), unit, (before, repeated) => {
        expect(firstLoop(before + repeated.repeat(200))).not.toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('lets lists of different values be', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    const value = fc.oneof(
      fc.integer().map(String),
      word.map((text) => `'${text}'`),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(value, { maxLength: 60 }),
        fc.constantFrom('list', 'branches', 'predicates'),
        (values, kind) => {
          const parts = {
            list: `t.a IN (${values.join(', ')})`,
            branches: `CASE ${values.map((each) => `WHEN t.a = ${each} THEN 1`).join(' ')} END = 1`,
            predicates: values.map((each) => `t.a <> ${each}`).join(' AND '),
          };
          expect(firstLoop(`SELECT * FROM t WHERE ${parts[kind]}`)).toBeNull();
        },
      ),
      { numRuns: 50 },
    );
  });
});
