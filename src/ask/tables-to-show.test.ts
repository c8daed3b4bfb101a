import { describe, expect, it } from 'vitest';
import { MODEL_CATALOGUE } from '../engine/catalogue.ts';
import { must } from '../platform/assert.ts';
import type { Schema, Table } from '../schema/model.ts';
import { testColumn } from '../schema/testing/test-column.ts';
import { fitsContext, promptFor } from './prompt-for.ts';
import { tablesToShow } from './tables-to-show.ts';
import { MAX_OUTPUT_TOKENS } from './write-query.ts';

const QUESTION = 'orders of each customer';

function schemaOf(names: readonly string[], columns: number): Schema {
  return { tables: names.map((name) => tableOf(name, columns)), enums: [], domains: [], functions: [] };
}

function tableOf(name: string, columns: number): Table {
  return {
    namespace: 'public',
    name,
    kind: 'table',
    comment: null,
    columns: Array.from({ length: columns }, (_, index) => testColumn(`${name}_attribute_${index}`)),
    primaryKey: [],
    uniqueKeys: [],
    foreignKeys: [],
    checks: [],
    rowCount: 0,
  };
}

const names = (count: number) => [
  'orders',
  'customers',
  ...Array.from({ length: count }, (_, index) => `order_part${index}`),
];

describe.each(MODEL_CATALOGUE)('the tables that $id is shown', (model) => {
  it('are all of a small schema', () => {
    const schema = schemaOf(names(model.maxTables - 2), 3);
    expect(tablesToShow(QUESTION, schema, model)).toBe(schema);
  });

  it('are as many of a larger schema as it takes, with those that are chosen', () => {
    const schema = schemaOf([...names(40), 'unrelated'], 3);
    const shown = tablesToShow(QUESTION, schema, model, { chosen: schema.tables.slice(-1) }).tables.map(
      ({ name }) => name,
    );
    expect(shown).toHaveLength(model.maxTables);
    expect(shown).toEqual(expect.arrayContaining(['orders', 'customers', 'unrelated']));
  });

  it('are those that are pinned before all others, and none that are dropped', () => {
    const schema = schemaOf([...names(40), 'unrelated', 'aside'], 3);
    const preferences = {
      pinned: [
        { namespace: 'public', name: 'unrelated' },
        { namespace: 'public', name: 'gone' },
      ],
      dropped: [{ namespace: 'public', name: 'customers' }],
    };
    const shown = tablesToShow(QUESTION, schema, model, { chosen: schema.tables.slice(-1), preferences });
    expect(shown.tables).toHaveLength(model.maxTables);
    const shownNames = shown.tables.map(({ name }) => name);
    expect(shownNames).toEqual(expect.arrayContaining(['orders', 'unrelated', 'aside']));
    expect(shownNames).not.toContain('customers');
  });

  it('are without what was dropped, and the keys to it, where the schema is small', () => {
    const [orders, customers] = schemaOf(['orders', 'customers'], 3).tables;
    const key = {
      columns: ['id'],
      referencedNamespace: 'public',
      referencedTable: 'customers',
      referencedColumns: ['id'],
    };
    const schema = {
      ...schemaOf([], 0),
      tables: [{ ...must(orders, 'orders'), foreignKeys: [key] }, must(customers, 'customers')],
    };
    const dropped = [{ namespace: 'public', name: 'customers' }];
    const shown = tablesToShow(QUESTION, schema, model, { preferences: { pinned: [], dropped } });
    expect(shown.tables).toEqual([must(orders, 'orders')]);
  });

  it('are fewer where they are wide, the likeliest of them', () => {
    const schema = schemaOf(names(model.maxTables - 2), 30);
    const shown = tablesToShow(QUESTION, schema, model);
    expect(shown.tables.length).toBeLessThan(model.maxTables);
    expect(shown.tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['orders', 'customers']));
    expect(fitsContext(promptFor(model.promptTemplate, shown, QUESTION), model, MAX_OUTPUT_TOKENS)).toBe(true);
  });

  it('are never none', () => {
    expect(tablesToShow(QUESTION, schemaOf(['orders', 'customers'], 900), model).tables).toHaveLength(1);
  });
});
