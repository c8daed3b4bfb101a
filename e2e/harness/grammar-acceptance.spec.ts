/** The printed GBNF in llama.cpp itself: it takes the canonical queries of a schema and no other text. */
import { expect, test } from '@playwright/test';
import { canonicalCorpora } from '../../bench/support/canonical-corpus.ts';
import { accepts } from '../../src/grammar/accepts.ts';
import { buildGrammar } from '../../src/grammar/build-grammar.ts';
import { printGbnf } from '../../src/grammar/print-gbnf.ts';
import { SHOP_QUERIES, SHOP_REJECTED, STAFF_QUERIES } from '../../src/grammar/testing/corpus.ts';
import { SHOP, STAFF } from '../../src/grammar/testing/example-schemas.ts';
import type { Schema } from '../../src/schema/model.ts';
import { type OpenHarness, openHarness } from './open.ts';

/** Each takes ten milliseconds; Node's recogniser and xgrammar see all of them. */
const SPOILT_PER_DATABASE = 250;

let opened: OpenHarness;

test.beforeAll(async () => {
  // The build alone takes a minute when the machine is busy.
  test.setTimeout(300_000);
  opened = await openHarness();
});
test.afterAll(() => opened?.close());

function accepted(grammar: string, texts: readonly string[]): Promise<string[]> {
  return opened.page.evaluate(([rules, all]) => harness.acceptedByLlama(rules, all), [grammar, texts] as const);
}

/** Each text that ought to be accepted and is not, broken off where llama.cpp refuses it. */
async function refusals(schema: Schema, texts: readonly string[]): Promise<string[]> {
  const grammar = printGbnf(buildGrammar(schema));
  const taken = new Set(await accepted(grammar, texts));
  const refused = texts.filter((text) => !taken.has(text));
  return await opened.page.evaluate(
    ([rules, all]) => Promise.all(all.map((text) => harness.takenByLlama(rules, text))),
    [grammar, refused] as const,
  );
}

test('a text is accepted only as a whole', async () => {
  const grammar = 'root ::= "SELECT " name " FROM " name ("😀" | "ß")*\nname ::= "id" | "orders"';
  const whole = ['SELECT id FROM orders', 'SELECT orders FROM id', 'SELECT id FROM id😀ß😀'];
  const spoilt = [
    '',
    'S',
    'SELECT id FROM order',
    'SELECT id FROM orders ',
    'SELECT name FROM id',
    ' SELECT id FROM id',
  ];
  expect(await accepted(grammar, [...whole, ...spoilt])).toEqual(whole);
  expect(await accepted('root ::= "" | "a"', ['', 'a', 'aa'])).toEqual(['', 'a']);
});

test('it says how much of a text is taken', async () => {
  const taken = (text: string) =>
    opened.page.evaluate((all) => harness.takenByLlama('root ::= "größe" [0-9]+', all), text);
  expect(await taken('größe12')).toBe('größe12');
  expect(await taken('größe12x')).toBe('größe12');
  expect(await taken('gross')).toBe('gr');
  expect(await taken('x')).toBe('');
});

test('a grammar that llama.cpp cannot read is an error, not a refusal', async () => {
  await expect(accepted('root ::= missing', ['a'])).rejects.toThrow('failed to parse grammar');
});

test('the canonical queries of a schema are accepted', async () => {
  expect(await refusals(SHOP, SHOP_QUERIES)).toEqual([]);
  expect(await refusals(STAFF, STAFF_QUERIES)).toEqual([]);
});

test('nothing else is accepted', async () => {
  const grammar = printGbnf(buildGrammar(SHOP));
  expect(await accepted(grammar, [...SHOP_REJECTED, ...STAFF_QUERIES])).toEqual([]);
});

test('the recogniser accepts the same texts', async () => {
  const grammar = buildGrammar(SHOP);
  const texts = [...SHOP_QUERIES, ...SHOP_REJECTED, ...STAFF_QUERIES];
  expect(await accepted(printGbnf(grammar), texts)).toEqual(texts.filter((text) => accepts(grammar, text).ok));
});

test('a grammar that lacks a rule’s alternative refuses what needs it', async () => {
  const grammar = printGbnf(buildGrammar({ ...SHOP, tables: SHOP.tables.filter(({ name }) => name !== 'orders') }));
  const aboutOrders = SHOP_QUERIES.filter((sql) => / (?:FROM|JOIN) orders\b/.test(sql));
  expect(aboutOrders.length).toBeGreaterThan(10);
  expect(await accepted(grammar, aboutOrders)).toEqual([]);
});

test('the whole corpus is accepted, reading and writing, and nothing that is spoilt', async () => {
  test.setTimeout(240_000);
  for (const { schema, entries, mutated } of await canonicalCorpora()) {
    const grammar = printGbnf(buildGrammar(schema, { writes: true }));
    const texts = entries.map(({ sql }) => sql);
    expect(await accepted(grammar, texts)).toEqual(texts);
    const spoilt = everyNth(mutated, SPOILT_PER_DATABASE);
    expect(await accepted(grammar, spoilt)).toEqual([]);
  }
});

/** So many of them, evenly spread. */
function everyNth(texts: readonly string[], count: number): string[] {
  const step = texts.length / count;
  return texts.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
