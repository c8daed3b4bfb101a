import { describe, expect, test } from 'vitest';
import { accepts } from './accepts.ts';
import { printEbnf } from './print-ebnf.ts';
import { printGbnf } from './print-gbnf.ts';
import { readTableList, tableListGrammar } from './table-list.ts';
import { makeSchema } from './testing/make-schema.ts';
import { readGrammar } from './testing/read-grammar.ts';

const columns = { id: 'integer' } as const;
const schema = makeSchema([
  { name: 'order', columns },
  { name: 'orders', columns },
  { name: 'orders', namespace: 'archive', columns },
  { name: 'Line Items', columns },
  { name: 'a', columns },
  { name: 'a", b', columns },
  { name: 'bare', columns: {} },
]);

const LISTS = ['orders', '"order", orders', 'archive.orders, "Line Items", orders', '"a"", b", a', 'orders, orders'];
const OTHERS = [
  '',
  'order',
  'orders,',
  'orders,"order"',
  'orders  ',
  'Line Items',
  'public.orders',
  'bare',
  'orders; orders',
];

describe('tableListGrammar', () => {
  test.each([
    { dialect: 'GBNF', print: printGbnf },
    { dialect: 'EBNF', print: printEbnf },
  ])('takes names as FROM spells them, and nothing else, in $dialect', ({ print }) => {
    const grammar = readGrammar(print(tableListGrammar(schema)));
    expect([...LISTS, ...OTHERS].filter((text) => accepts(grammar, text).ok)).toEqual(LISTS);
  });

  test('grows with the names alone', () => {
    const many = makeSchema(Array.from({ length: 200 }, (_, index) => ({ name: `table_${index}`, columns })));
    expect(printEbnf(tableListGrammar(many)).length).toBeLessThan(3_000);
  });

  test('has nothing to list where no table has a column', () => {
    expect(() => tableListGrammar(makeSchema([{ name: 'bare', columns: {} }]))).toThrow(
      expect.objectContaining({ code: 'ask/empty-schema' }),
    );
  });
});

describe('readTableList', () => {
  const read = (text: string) => readTableList(text, schema).map(({ namespace, name }) => `${namespace}|${name}`);

  test.each([
    ['orders', ['public|orders']],
    [' archive.orders, "Line Items", orders ', ['archive|orders', 'public|Line Items', 'public|orders']],
    ['orders, orders, "order", orders', ['public|orders', 'public|order']],
    ['"a"", b", a', ['public|a", b', 'public|a']],
    ['', []],
    ['I need orders', []],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('leaves out a name that was cut off, and what is no name', () => {
    expect(read('orders, "Line It')).toEqual(['public|orders']);
    expect(read('orders, customers, a')).toEqual(['public|orders']);
  });
});
