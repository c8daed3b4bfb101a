import { describe, expect, it } from 'vitest';
import { MODEL_CATALOGUE } from '../engine/catalogue.ts';
import { SHOP } from '../grammar/testing/example-schemas.ts';
import { makeSchema } from '../grammar/testing/make-schema.ts';
import { must } from '../platform/assert.ts';
import { linkTables } from '../schema/linking.ts';
import type { ExplainRequest, Explanation, GrammarRequest, GrammarText } from '../sql-tools/contract.ts';
import { GrammarInspector, grammarScope } from './grammar-inspector.ts';

const NANO = must(
  MODEL_CATALOGUE.find(({ id }) => id === 'nano'),
  'the bundled model',
);
const LARGE = makeSchema(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => ({ name: `${letter}things`, columns: { id: 'integer' } })),
);
const TEXT: GrammarText = {
  text: 'root ::= "a"',
  key: '00',
  bytes: 12,
  rules: 1,
  tables: 1,
  buildMilliseconds: 1,
  fromCache: false,
};

/** Notes what the tools are asked. */
function inspect() {
  const asked: (GrammarRequest | ExplainRequest)[] = [];
  const inspector = new GrammarInspector({
    tools: {
      async grammar(request) {
        asked.push(request);
        return TEXT;
      },
      async explain(request): Promise<Explanation> {
        asked.push(request);
        return { kind: 'empty' };
      },
    },
    models: {
      chosen: NANO,
      prepareGrammar: async () => ({ kind: 'per-request', fromCache: false, compileMilliseconds: 0 }),
    },
  });
  return { inspector, asked, signal: new AbortController().signal };
}

describe('grammarScope', () => {
  it('is all of a small schema, whatever was asked', () => {
    expect(grammarScope(SHOP, 'How many zthings?', NANO)).toEqual({ whole: SHOP, schema: SHOP, question: null });
  });

  it('is what a question picks of a large one, as for the question itself', () => {
    const question = 'How many zthings are there?';
    const scope = grammarScope(LARGE, question, NANO);
    expect(scope.schema).toEqual(linkTables(question, LARGE).schema);
    expect(scope.schema.tables.map(({ name }) => name)).toContain('zthings');
    expect(scope.question).toBe(question);
  });

  it('is the first tables of a large one before there is a question', () => {
    const { schema, question } = grammarScope(LARGE, null, NANO);
    expect(schema.tables).toEqual(LARGE.tables.slice(0, NANO.maxTables));
    expect(question).toBeNull();
  });
});

describe('GrammarInspector', () => {
  it('asks for the very grammar that a question gets', async () => {
    const { inspector, asked, signal } = inspect();
    const scope = grammarScope(LARGE, 'How many zthings are there?', NANO);
    expect(await inspector.text(scope, 'ebnf', signal)).toEqual(TEXT);
    expect(asked).toEqual([{ schema: scope.schema, dialect: 'ebnf', options: { joins: 'keys' } }]);
  });

  it('has queries explained against it, knowing what else there is', async () => {
    const { inspector, asked, signal } = inspect();
    await inspector.explain('select 1', grammarScope(SHOP, null, NANO), signal);
    await inspector.explain('select 1', grammarScope(LARGE, null, NANO), signal);
    const tables = LARGE.tables.slice(0, NANO.maxTables).map(({ namespace, name }) => ({ namespace, name }));
    expect(asked).toEqual([
      { sql: 'select 1', schema: SHOP, options: { joins: 'keys' } },
      { sql: 'select 1', schema: LARGE, options: { joins: 'keys', tables } },
    ]);
  });
});
