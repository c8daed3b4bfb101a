import { describe, expect, it } from 'vitest';
import type { Column, Table } from '../../schema/model.ts';
import { testColumn } from '../../schema/testing/test-column.ts';
import { readSampleValues, sampleQuery } from './sample-values.ts';

function table(part: Partial<Table>, ...columns: readonly Column[]): Table {
  return {
    namespace: 'public',
    name: 'orders',
    kind: 'table',
    comment: null,
    columns,
    primaryKey: ['id'],
    uniqueKeys: [],
    foreignKeys: [],
    checks: [],
    rowCount: 10,
    ...part,
  };
}

const ID = testColumn('id', { type: 'integer', typeClass: 'integer' });
const CITY = testColumn('City');
const STATUS = testColumn('status', { allowedValues: ['open'] });

describe('the query for sample values', () => {
  it('leaves out keys that are numbers and columns whose values are known', () => {
    expect(sampleQuery(table({}, ID, CITY, STATUS))).toBe('SELECT left("City"::text, 33) FROM public.orders LIMIT 300');
    expect(sampleQuery(table({}, ID, STATUS))).toBeNull();
  });

  it('looks at rows from all over a large table', () => {
    expect(sampleQuery(table({ rowCount: 60_000 }, CITY))).toContain('TABLESAMPLE BERNOULLI (1.0000) REPEATABLE (1)');
  });

  it('is not made where there are no rows, or only those that a view would compute', () => {
    expect(sampleQuery(table({ rowCount: 0 }, CITY))).toBeNull();
    expect(sampleQuery(table({ kind: 'view' }, CITY))).toBeNull();
  });
});

describe('sample values', () => {
  it('are a few distinct ones, each on one short line', () => {
    const cells = ['Lisbon', null, 'Lisbon', ' Porto\nGaia ', '', 'x'.repeat(33), 'Braga', 'Faro'];
    const values = readSampleValues(table({}, CITY), { rows: cells.map((cell) => [cell]) });
    expect(values.get('City')).toEqual(['Lisbon', 'Porto Gaia', `${'x'.repeat(32)}…`, 'Braga']);
  });
});
