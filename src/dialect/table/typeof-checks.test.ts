import { expect, test } from 'vitest';
import { convertScript } from '../convert-script.ts';

function checksOf(table: string): { checks: readonly string[]; notes: readonly string[] } {
  const [piece] = convertScript(table, 'sqlite');
  if (piece?.outcome.kind !== 'converted') throw new Error('A table was expected.');
  const [create = ''] = piece.outcome.statements;
  return { checks: create.match(/CHECK .*[^,\n]/g) ?? [], notes: piece.outcome.notes };
}

test.each([
  ["l text CHECK (typeof(l)='text')", 'CHECK (l IS NOT NULL)'],
  ["n int CHECK (typeof([n]) IN ('integer', 'null'))", ''],
  ["n int CHECK (typeof(n) NOT IN ('text', 'blob'))", ''],
  ["n int CHECK (typeof(n) != 'null')", 'CHECK (n IS NOT NULL)'],
  ["n int CHECK (typeof(n) IS 'null' OR n > 1)", 'CHECK ((n IS NULL) OR n > 1)'],
  ['d date CHECK (typeof("d") = "text" AND length(d) = 10)', 'CHECK ((d IS NOT NULL) AND LENGTH(d::text) = 10)'],
])('%s becomes %s', (column, check) => {
  const { checks, notes } = checksOf(`CREATE TABLE t (${column})`);
  expect(checks.join()).toBe(check);
  expect(notes).toEqual([]);
});

test('says where the type that Postgres keeps is another one', () => {
  const { checks, notes } = checksOf("CREATE TABLE t (p NUMERIC CHECK (typeof(p) = 'integer'))");
  expect(checks).toEqual(['CHECK (p IS NOT NULL)']);
  expect(notes).toEqual(['p: what typeof says of its values is left to the type numeric.']);
});
