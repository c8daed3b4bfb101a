import { expect, it } from 'vitest';
import { makeSchema } from '../../grammar/testing/make-schema.ts';
import { tablesToDraw } from './tables-to-draw.ts';

const TABLES = makeSchema(
  Array.from({ length: 400 }, (_, index) => ({ name: `t${index}`, columns: { id: 'integer', up: 'integer' } })),
).tables.map((table, index) => ({
  ...table,
  foreignKeys:
    index % 2 === 0
      ? []
      : [
          {
            columns: ['up'],
            referencedNamespace: 'public',
            referencedTable: `t${index === 399 ? 398 : 0}`,
            referencedColumns: ['id'],
          },
        ],
}));

it('draws all tables of most schemas', () => {
  const few = TABLES.slice(0, 100);
  expect(tablesToDraw(few, new Set())).toBe(few);
});

it('draws those asked about and their neighbours first where there are too many', () => {
  const drawn = tablesToDraw(TABLES, new Set(['t398'])).map(({ name }) => name);
  expect(drawn).toHaveLength(150);
  expect(drawn).toEqual(expect.arrayContaining(['t398', 't399', 't0']));
});
