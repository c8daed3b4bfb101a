import { expect, test } from 'vitest';
import { EMPTY_SCHEMA, type Schema } from '../../schema/model.ts';
import { testColumn } from '../../schema/testing/test-column.ts';
import { knownNamesOf } from './known-names.ts';

const table = {
  namespace: 'public',
  kind: 'table',
  comment: null,
  primaryKey: [],
  uniqueKeys: [],
  foreignKeys: [],
  checks: [],
  rowCount: 0,
} as const;
const SCHEMA: Schema = {
  ...EMPTY_SCHEMA,
  tables: [
    {
      ...table,
      name: 'Orders',
      columns: [
        testColumn('Id', { type: 'integer' }),
        testColumn('placed', { type: 'timestamp(3) without time zone' }),
      ],
    },
    { ...table, name: 'users', columns: [testColumn('id', { type: 'uuid' }), testColumn('ok', { type: 'boolean' })] },
  ],
};

test('knows spellings and kinds without regard to case', () => {
  const known = knownNamesOf(SCHEMA);
  expect(known.spelling('orders')).toBe('Orders');
  expect(known.spelling('id')).toBe('id');
  expect(known.spelling('ID')).toBe('Id');
  expect(known.spelling('nobody')).toBeUndefined();
  expect(known.kindOf('PLACED')).toBe('timestamp');
  expect(known.kindOf('ok')).toBe('boolean');
  // Two columns that hold different things.
  expect(known.kindOf('id')).toBeUndefined();
});
