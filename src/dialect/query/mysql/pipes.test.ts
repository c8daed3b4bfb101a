import { expect, test } from 'vitest';
import { convertQuery } from '../../convert-query.ts';
import { NameIndex } from '../known-names.ts';

const known = new NameIndex();
known.addColumn('name', 'text');
known.addColumn('dept', 'text');
known.addColumn('qty', 'integer');
known.addColumn('isOpen', 'boolean');

test.each([
  ['SELECT name || dept FROM emp', 'SELECT name || dept FROM emp'],
  ["SELECT qty || ' of ' || name AS label FROM emp", "SELECT qty || ' of ' || name AS label FROM emp"],
  ["SELECT UPPER(name || 'x') FROM emp", "SELECT UPPER(name || 'x') FROM emp"],
  ["SELECT 1 FROM emp WHERE name = 'a' || dept = 'b'", "SELECT 1 FROM emp WHERE name = 'a' OR dept = 'b'"],
  ['SELECT 1 FROM emp WHERE isOpen || qty > 1', 'SELECT 1 FROM emp WHERE "isOpen" OR qty > 1'],
])('%s', (sql, expected) => {
  expect(convertQuery(sql, 'mysql', known).sql).toBe(expected);
});

test('of columns that are not known, results are joined and conditions are not', () => {
  const { sql, notes } = convertQuery('SELECT first || last FROM emp WHERE a || b', 'mysql');
  expect(sql).toBe('SELECT first || last FROM emp WHERE a OR b');
  expect(notes.join()).toMatch(/PIPES_AS_CONCAT/);
});
