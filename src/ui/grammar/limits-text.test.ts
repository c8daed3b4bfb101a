import { describe, expect, it } from 'vitest';
import { accepts } from '../../grammar/accepts.ts';
import { buildGrammar } from '../../grammar/build-grammar.ts';
import { SHOP } from '../../grammar/testing/example-schemas.ts';
import type { EnumType, SchemaFunction } from '../../schema/model.ts';
import type { ListedColumn } from './grammar-reach.ts';
import { joinsText, namesText, valuesText } from './limits-text.ts';

const MOOD: EnumType = { namespace: 'public', name: 'mood', labels: ['well'] };
const NOW_AND_THEN: SchemaFunction = {
  namespace: 'public',
  name: 'now_and_then',
  kind: 'scalar',
  argumentTypes: [],
  requiredArguments: 0,
  isVariadic: false,
  resultType: 'timestamp with time zone',
  outputColumns: [],
  comment: null,
};
const LISTED: ListedColumn = { name: 'plants.mood', texts: ['well'] };

describe('what the grammar holds a query to', () => {
  it('counts what the schema adds, be it nothing', () => {
    expect(namesText({ functions: [], enums: [], domains: [] })).toMatch(
      /The schema adds no functions, no enums and no domains\.$/,
    );
    const functions = Array.from({ length: 1_300 }, () => NOW_AND_THEN);
    expect(namesText({ functions, enums: [MOOD], domains: [] })).toMatch(
      /The schema adds 1,300 functions, 1 enum and no domains\.$/,
    );
  });

  it('says whether any text will do', () => {
    expect(valuesText({ listedColumns: [] })).toBe('Any text and any number.');
    expect(valuesText({ listedColumns: [LISTED] })).toBe(
      'Any text and any number, but 1 column has a list of values to be compared with.',
    );
    expect(valuesText({ listedColumns: [LISTED, LISTED] })).toContain('but 2 columns have a list');
  });

  it('says which joins there are', () => {
    expect(joinsText({ joins: 'keys' })).toContain('along foreign keys only');
    expect(joinsText({ joins: 'any' })).toBe('Of any kind, on any condition.');
    expect(joinsText({ joins: 'any-without-keys' })).toContain('as here');
  });

  it.each([
    ['customers JOIN addresses ON addresses.customer_id = customers.id', true],
    ['customers LEFT JOIN addresses ON addresses.customer_id = customers.id', true],
    ['customers, products, (SELECT 1 AS one_value) AS q1', true],
    ['customers JOIN addresses ON addresses.city = customers.city', false],
    ['customers RIGHT JOIN addresses ON addresses.customer_id = customers.id', false],
    ['customers CROSS JOIN products', false],
    ['customers JOIN (SELECT 1 AS one_value) AS q1 ON TRUE', false],
  ])('says the truth about joins along keys: %s', (from, expected) => {
    expect(accepts(buildGrammar(SHOP, { joins: 'keys' }), `SELECT 1 FROM ${from}`).ok).toBe(expected);
  });
});
