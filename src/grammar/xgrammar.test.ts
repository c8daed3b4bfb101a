/** The printed EBNF in the engine that runs it: `@mlc-ai/web-xgrammar` 0.1.27 is the one inside web-llm 0.2.86. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type * as XGrammar from '@mlc-ai/web-xgrammar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Schema } from '../schema/model.ts';
import { quoteName } from '../schema/names.ts';
import { accepts } from './accepts.ts';
import { buildGrammar } from './build-grammar.ts';
import { printEbnf } from './print-ebnf.ts';
import { SHOP_QUERIES, SHOP_REJECTED, STAFF_QUERIES } from './testing/corpus.ts';
import { SHOP, STAFF } from './testing/example-schemas.ts';
import { makeSchema } from './testing/make-schema.ts';

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'xgrammar-'));
let xgrammar: typeof XGrammar;

beforeAll(() => {
  // The file is CommonJS but its package says "module", so that Node would load it as an empty ES module.
  const file = join(folder, 'index.cjs');
  copyFileSync(join(dirname(require.resolve('@mlc-ai/web-xgrammar/package.json')), 'lib/index.js'), file);
  xgrammar = require(file);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The queries that a matcher takes to their end, where it takes the stop token. */
async function acceptedBy(schema: Schema, queries: readonly string[]): Promise<string[]> {
  const stopToken = 0;
  const tokenizer = await xgrammar.TokenizerInfo.createTokenizerInfo(['<stop>', 'a'], 'raw', false, 2, [stopToken]);
  const compiler = await xgrammar.GrammarCompiler.createGrammarCompiler(tokenizer, false);
  const compiled = await compiler.compileGrammar(printEbnf(buildGrammar(schema)));
  const matcher = await xgrammar.GrammarMatcher.createGrammarMatcher(compiled);
  const accepted = queries.filter((sql) => {
    matcher.reset();
    return matcher._acceptString(sql) && matcher.acceptToken(stopToken);
  });
  for (const handle of [matcher, compiled, compiler, tokenizer]) handle.dispose();
  return accepted;
}

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
