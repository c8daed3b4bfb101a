/** The SQL tools in their worker: what takes long is done there, and done once. */
import { expect, test } from '@playwright/test';
import { buildGrammar } from '../../src/grammar/build-grammar.ts';
import { printGbnf } from '../../src/grammar/print-gbnf.ts';
import { SHOP, STAFF } from '../../src/grammar/testing/example-schemas.ts';
import { makeSchema } from '../../src/grammar/testing/make-schema.ts';
import type { GrammarRequest } from '../../src/sql-tools/contract.ts';
import { type OpenHarness, openHarness } from './open.ts';

let opened: OpenHarness;

test.beforeAll(async () => {
  // The build alone takes a minute when the machine is busy.
  test.setTimeout(300_000);
  opened = await openHarness();
});
test.afterAll(() => opened?.close());

function grammar(request: GrammarRequest) {
  return opened.page.evaluate((each) => harness.sqlTools.grammar(each, new AbortController().signal), request);
}

test('a grammar is built once, and found again after another', async () => {
  const first = await grammar({ schema: SHOP, dialect: 'gbnf' });
  expect(first.text).toBe(printGbnf(buildGrammar(SHOP)));
  expect(first.fromCache).toBe(false);
  expect((await grammar({ schema: STAFF, dialect: 'gbnf' })).fromCache).toBe(false);
  expect(await grammar({ schema: SHOP, dialect: 'gbnf' })).toEqual({ ...first, fromCache: true });
});

test('errors arrive whole', async () => {
  const error = await opened.page.evaluate(() =>
    harness.sqlTools
      .grammar(
        { schema: { tables: [], enums: [], domains: [], functions: [] }, dialect: 'gbnf' },
        new AbortController().signal,
      )
      .catch(({ code, hint }) => ({ code, hasHint: hint !== undefined })),
  );
  expect(error).toEqual({ code: 'ask/empty-schema', hasHint: true });
});

test('the page goes on while a large grammar is built', async () => {
  const columns = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`column_${index}`, 'text'] as const));
  const schema = makeSchema(Array.from({ length: 300 }, (_, index) => ({ name: `table_${index}`, columns })));
  const { ticks, buildMilliseconds } = await opened.page.evaluate(async (large) => {
    let ticks = 0;
    const timer = setInterval(() => ticks++);
    const built = await harness.sqlTools.grammar({ schema: large, dialect: 'ebnf' }, new AbortController().signal);
    clearInterval(timer);
    return { ...built, ticks };
  }, schema);
  // Built in the page, it would let none of them through.
  expect(buildMilliseconds).toBeGreaterThan(20);
  expect(ticks).toBeGreaterThan(2);
});
