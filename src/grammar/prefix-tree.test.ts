import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accepts } from './accepts.ts';
import { prefixTree, textChoice } from './prefix-tree.ts';
import { printGbnf } from './print-gbnf.ts';
import { createGrammar, type GrammarNode, reference, rule } from './rule-tree.ts';

function print(body: GrammarNode): string {
  const grammar = createGrammar('root', [rule('root', body), rule('next', '!')]);
  return printGbnf(grammar).split('\n')[0]?.replace('root ::= ', '') ?? '';
}

test('writes a common beginning once', () => {
  expect(print(textChoice(['name', 'names']))).toBe('"name" "s"?');
  expect(print(textChoice(['order_id', 'order_date', 'total']))).toBe('"order_" ("id" | "date") | "total"');
  expect(print(textChoice(['a', 'a']))).toBe('"a"');
});

test('lets what may be left out stand before its continuation', () => {
  const next = reference('next');
  expect(print(prefixTree(['orders', 'orders2'].map((text) => ({ text, next }))))).toBe('"orders" "2"? next');
});

test('keeps apart what goes on differently', () => {
  const next = reference('next');
  expect(print(prefixTree([{ text: 'ab', next }, { text: 'abc' }, { text: 'ab' }]))).toBe('"ab" (next | "c")?');
});

test('never splits a character in two', () => {
  expect(print(textChoice(['\u{1F600}', '\u{1F601}']))).toBe('"\u{1F600}" | "\u{1F601}"');
});

test('accepts its texts and no other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', 'é', '\u{1F600}'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), text, (texts, other) => {
      const grammar = createGrammar('root', [rule('root', textChoice(texts))]);
      for (const each of texts) expect(accepts(grammar, each)).toEqual({ ok: true });
      expect(accepts(grammar, other).ok).toBe(texts.includes(other));
    }),
  );
});
