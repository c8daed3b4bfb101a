import { expect, test } from 'vitest';
import { EMPTY_SCHEMA, type Schema, type Table } from '../schema/model.ts';
import { testColumn } from '../schema/testing/test-column.ts';
import { planSampleRows } from './plan-sample-rows.ts';

function table(name: string, more: Partial<Table>): Table {
  return {
    namespace: 'public',
    name,
    kind: 'table',
    comment: null,
    columns: [],
    primaryKey: [],
    uniqueKeys: [],
    foreignKeys: [],
    checks: [],
    rowCount: 0,
    ...more,
  };
}

const id = testColumn('id', { type: 'integer', typeClass: 'integer', nullable: false });

const PEOPLE: Schema = {
  ...EMPTY_SCHEMA,
  tables: [
    table('people', {
      columns: [
        id,
        testColumn('first_name', { nullable: false }),
        testColumn('last_name', { nullable: false }),
        testColumn('email', { type: 'character varying(40)', nullable: false }),
        testColumn('created_at', { type: 'timestamp with time zone', nullable: false }),
        testColumn('updated_at', { type: 'timestamp with time zone', nullable: false }),
        testColumn('shout', { defaultExpression: 'upper(first_name)', generated: true }),
      ],
      primaryKey: ['id'],
      uniqueKeys: [['email']],
    }),
    table('full', { columns: [id], primaryKey: ['id'], rowCount: 3 }),
    table('a view', { kind: 'view', columns: [id] }),
  ],
};

function draw(schema: Schema, seed: number, rows: number): readonly (readonly (string | null)[])[] {
  const [group] = planSampleRows(schema, { seed, rows }).groups;
  return Array.from({ length: rows }, (_, index) => {
    const drawn = group?.draw(index + 1);
    return drawn && !('kind' in drawn) ? (drawn[0]?.values ?? []) : [];
  });
}

test('plans what is empty, without computed columns', () => {
  const { groups, known } = planSampleRows(PEOPLE, { seed: 1, rows: 10 });
  expect(groups.map(({ fillers }) => fillers.map((filler) => [filler.table.name, filler.columns]))).toEqual([
    [['people', ['id', 'first_name', 'last_name', 'email', 'created_at', 'updated_at']]],
  ]);
  expect(known).toEqual([]);
});

test('draws rows that hang together, each key once, the same for the same seed', () => {
  const rows = draw(PEOPLE, 1, 3_000);
  expect(draw(PEOPLE, 1, 3_000)).toEqual(rows);
  expect(new Set(rows.map(([, , , email]) => email)).size).toBe(3_000);
  for (const [number, [key, first = '', , email = '', created = '', updated = '']] of rows.entries()) {
    expect(key).toBe(String(number + 1));
    expect(email?.length).toBeLessThanOrEqual(40);
    expect(created && updated && created <= updated).toBe(true);
    const letters = first
      ?.normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .slice(0, 2);
    expect(email?.replace(/[^a-z]/g, '').slice(0, 2)).toBe(letters);
  }
});

test('a table that is asked for, and has rows, has them made known first', () => {
  const plan = planSampleRows(PEOPLE, { seed: 1, rows: 10, tables: [{ namespace: 'public', name: 'full' }] });
  expect(plan.known.map(({ columns }) => columns)).toEqual([['id']]);
  plan.known[0]?.adopt([['1'], ['9'], ['5']]);
  const drawn = plan.groups[0]?.draw(1);
  expect(drawn).toMatchObject([{ values: ['10'] }]);
});
