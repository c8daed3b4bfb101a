import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { buildGrammar } from '../../src/grammar/build-grammar.ts';
import { printEbnf } from '../../src/grammar/print-ebnf.ts';
import { printGbnf } from '../../src/grammar/print-gbnf.ts';
import { arbitrarySchema } from '../../src/grammar/testing/arbitrary-schema.ts';
import { SHOP, STAFF } from '../../src/grammar/testing/example-schemas.ts';
import type { Schema } from '../../src/schema/model.ts';
import type { ParserOptions } from '../../src/sql/parse-sql.ts';
import type { ExplainOptions, GrammarRequest } from '../../src/sql-tools/contract.ts';
import { SqlTools } from './sql-tools.ts';

const REQUEST: GrammarRequest = { schema: SHOP, dialect: 'gbnf' };

/** As in a worker that has just started: the parser is not loaded. */
async function freshTools(parser: ParserOptions): Promise<SqlTools> {
  vi.resetModules();
  const { SqlTools: Fresh } = await import('./sql-tools.ts');
  return new Fresh({ parser });
}

/** The same tables with other contents, comments, defaults and checks. */
function retold(schema: Schema): Schema {
  return {
    ...schema,
    tables: schema.tables.map((table) => ({
      ...table,
      comment: 'Ann’s',
      rowCount: table.rowCount + 1,
      checks: [{ name: 'positive', expression: 'CHECK ((1 > 0))' }],
      columns: table.columns.map((column) => ({ ...column, comment: 'a column', defaultExpression: '0' })),
    })),
  };
}

describe('the grammar of a schema', () => {
  it('is what is built and printed', async () => {
    const tools = new SqlTools();
    const gbnf = await tools.grammar(REQUEST);
    const grammar = buildGrammar(SHOP);
    expect(gbnf.text).toBe(printGbnf(grammar));
    expect(gbnf).toMatchObject({
      fromCache: false,
      bytes: Buffer.byteLength(gbnf.text),
      rules: grammar.rules.length,
      tables: SHOP.tables.length,
    });
    expect((await tools.grammar({ schema: SHOP, dialect: 'ebnf' })).text).toBe(printEbnf(grammar));
  });

  it('follows the options', async () => {
    const options = { writes: true, json: true, tables: SHOP.tables.slice(0, 2) };
    const { text, tables } = await new SqlTools().grammar({ ...REQUEST, options });
    expect(text).toBe(printGbnf(buildGrammar(SHOP, options)));
    expect(tables).toBe(2);
  });

  it('is built once for equal requests, whatever the tables hold', async () => {
    const tools = new SqlTools();
    const first = await tools.grammar(REQUEST);
    expect(await tools.grammar(structuredClone(REQUEST))).toEqual({ ...first, fromCache: true });
    expect(await tools.grammar({ ...REQUEST, schema: retold(SHOP) })).toEqual({ ...first, fromCache: true });
  });

  it('has a key of its own for each request that asks for another text', async () => {
    const tools = new SqlTools();
    const [orders, ...others] = SHOP.tables;
    const requests: GrammarRequest[] = [
      REQUEST,
      { ...REQUEST, dialect: 'ebnf' },
      { ...REQUEST, schema: STAFF },
      { ...REQUEST, schema: { ...SHOP, tables: others } },
      { ...REQUEST, options: { writes: true } },
      { ...REQUEST, options: { json: true } },
      { ...REQUEST, options: { outputNames: 'any' } },
      { ...REQUEST, options: { tables: orders ? [orders] : [] } },
    ];
    const texts = await Promise.all(requests.map((request) => tools.grammar(request)));
    expect(new Set(texts.map(({ key }) => key)).size).toBe(requests.length);
    expect(new Set(texts.map(({ text }) => text)).size).toBe(requests.length);
    for (const { key } of texts) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the same wherever the key is', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySchema, async (schema) => {
        const [one, other] = await Promise.all(
          [schema, retold(schema)].map((each) => new SqlTools().grammar({ schema: each, dialect: 'ebnf' })),
        );
        expect(other?.key).toBe(one?.key);
        expect(other?.text).toBe(one?.text);
      }),
      { numRuns: 30 },
    );
  });

  it('is dropped when others that were asked for since are too large beside it', async () => {
    const { bytes } = await new SqlTools().grammar(REQUEST);
    const tools = new SqlTools({ maxKeptBytes: bytes });
    await tools.grammar(REQUEST);
    expect((await tools.grammar(REQUEST)).fromCache).toBe(true);
    await tools.grammar({ ...REQUEST, schema: STAFF });
    expect((await tools.grammar(REQUEST)).fromCache).toBe(false);
  });

  it('needs a table', async () => {
    const schema = { ...SHOP, tables: [] };
    await expect(new SqlTools().grammar({ ...REQUEST, schema })).rejects.toMatchObject({ code: 'ask/empty-schema' });
  });
});

describe('the explanation of a query', () => {
  const never = new AbortController().signal;

  it('is about the grammar that the options make', async () => {
    const tools = new SqlTools();
    const sql = 'delete from returns';
    const explain = (options: ExplainOptions) => tools.explain({ sql, schema: SHOP, options }, never);
    expect(await explain({})).toMatchObject({ kind: 'rejected', rejection: { reason: { kind: 'writes' } } });
    expect(await explain({ writes: true })).toMatchObject({ kind: 'accepted', canonical: 'DELETE FROM returns' });
    expect(await explain({ writes: true, tables: SHOP.tables.slice(0, 2) })).toMatchObject({
      kind: 'left-out-table',
      table: 'returns',
    });
  });

  it('is not made any more once it is not wanted', async () => {
    const controller = new AbortController();
    const explanation = new SqlTools().explain({ sql: 'select 1', schema: SHOP }, controller.signal);
    controller.abort();
    await expect(explanation).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('needs a table', async () => {
    const explanation = new SqlTools().explain({ sql: 'select 1', schema: { ...SHOP, tables: [] } }, never);
    await expect(explanation).rejects.toMatchObject({ code: 'ask/empty-schema' });
  });

  it('needs the parser, and says so', async () => {
    const tools = await freshTools({ wasmUrl: '/nowhere/libpg-query.wasm' });
    const explanation = tools.explain({ sql: 'select 1', schema: SHOP }, never);
    await expect(explanation).rejects.toMatchObject({ code: 'internal', message: /parser could not be loaded/ });
  });
});

describe('the tables that a query uses', () => {
  it('are those of the schema', async () => {
    const used = await new SqlTools().tablesUsed({ sql: 'SELECT * FROM orders, nowhere', schema: SHOP });
    expect(used).toEqual([{ namespace: 'public', name: 'orders' }]);
  });
});

describe('the friendly spelling', () => {
  it('says the same in fewer words', async () => {
    const sql =
      'SELECT customers.name, COUNT(*) AS order_count FROM customers JOIN orders ON orders.customer_id = customers.id GROUP BY customers.name';
    expect(await new SqlTools().friendly({ sql, schema: SHOP })).toMatchInlineSnapshot(`
      "SELECT c.name, COUNT(*) AS order_count
      FROM customers c
        JOIN orders o ON o.customer_id = c.id
      GROUP BY c.name"
    `);
  });

  it('is ready before it is needed', async () => {
    const tools = new SqlTools();
    await tools.warmUp();
    expect(await tools.friendly({ sql: 'SELECT COUNT(*) FROM orders', schema: SHOP })).toBe(
      'SELECT COUNT(*)\nFROM orders',
    );
  });

  it('rejects what is no query of the schema', async () => {
    const friendly = new SqlTools().friendly({ sql: 'SELECT nope FROM orders', schema: SHOP });
    await expect(friendly).rejects.toMatchObject({ code: 'sql/unknown-column' });
  });
});

describe('the result of the smart query', () => {
  it('is read as a schema', async () => {
    const parts = { types: [], tables: [], functions: [], sequences: [], extensions: [] };
    const result = { ...parts, server: '17.2', namespaces: ['public'], search_path: ['public'], expert_sql_schema: 1 };
    expect(await new SqlTools().smartQueryResult(JSON.stringify(result))).toMatchObject({ server: '17.2', tables: [] });
  });

  it('rejects what is none', async () => {
    await expect(new SqlTools().smartQueryResult('SELECT 1')).rejects.toMatchObject({
      message: expect.stringContaining('the query itself'),
    });
  });
});
