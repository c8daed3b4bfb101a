/** The printed EBNF in the engine that runs it: `@mlc-ai/web-xgrammar` 0.1.27 is the one inside web-llm 0.2.86. */
import { describe, expect, test } from 'vitest';
import { acceptedByXGrammar } from '../../bench/support/accepted-by-xgrammar.ts';
import type { Schema } from '../schema/model.ts';
import { quoteName } from '../schema/names.ts';
import { accepts } from './accepts.ts';
import { buildGrammar } from './build-grammar.ts';
import { SHOP_QUERIES, SHOP_REJECTED, STAFF_QUERIES } from './testing/corpus.ts';
import { SHOP, STAFF } from './testing/example-schemas.ts';
import { makeSchema } from './testing/make-schema.ts';

const acceptedBy = (schema: Schema, queries: readonly string[]) => acceptedByXGrammar(buildGrammar(schema), queries);

describe('xgrammar', () => {
  test('accepts the canonical queries of a schema and no other', async () => {
    const others = [...SHOP_REJECTED, ...STAFF_QUERIES];
    expect(await acceptedBy(SHOP, [...SHOP_QUERIES, ...others])).toEqual(SHOP_QUERIES);
    expect(await acceptedBy(STAFF, [...STAFF_QUERIES, ...SHOP_QUERIES])).toEqual(STAFF_QUERIES);
  });

  test('takes any character in a text but control characters', async () => {
    const holding = (character: string) => `SELECT * FROM customers WHERE customers.name = 'a${character}b'`;
    const printable = [' ', '"', '\\', '^', ']', '-', '~', '\u00a0', 'é', '\ud7ff', '\ufffd', '\u{10ffff}', "''"].map(
      holding,
    );
    const refused = ["'", '\0', '\t', '\n', '\x1f', '\x7f'].map(holding);
    expect(await acceptedBy(SHOP, [...printable, ...refused])).toEqual(printable);
    const grammar = buildGrammar(SHOP);
    expect([...printable, ...refused].filter((sql) => accepts(grammar, sql).ok)).toEqual(printable);
  });

  test('reads names with quotes, escapes and any script', async () => {
    const names = ['with "quotes"', 'back\\slash', 'new\nline', 'größe', '数量', '\u{1F600}'];
    const schema = makeSchema(names.map((name) => ({ name, columns: { [name]: 'text' } })));
    const queries = names.map(quoteName).map((name) => `SELECT ${name}.${name} FROM ${name}`);
    const spoilt = queries.map((sql) => sql.replace(/"$/, '!"'));
    expect(await acceptedBy(schema, [...queries, ...spoilt])).toEqual(queries);
  });
});
