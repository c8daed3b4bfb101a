import { describe, expect, test } from 'vitest';
import { buildGrammar } from './build-grammar.ts';
import { printEbnf } from './print-ebnf.ts';
import { printGbnf } from './print-gbnf.ts';
import {
  charClass,
  charClassExcept,
  choice,
  createGrammar,
  optional,
  reference,
  rule,
  sequence,
  zeroOrMore,
} from './rule-tree.ts';
import { SHOP } from './testing/example-schemas.ts';

const grammar = createGrammar('root', [
  rule('root', sequence('say "\\n"\n', choice('é', '\u{1F600}\t\u0085'), optional(reference('word')))),
  rule(
    'word',
    zeroOrMore(choice(charClass('a-z', ']', '-', '^', '\\'), charClassExcept("'", '\0-\x1f'), sequence('x', 'y'))),
  ),
]);

describe('printGbnf', () => {
  test('writes a rule a line with llama.cpp escapes', () => {
    expect(printGbnf(grammar)).toBe(
      [
        String.raw`root ::= "say \"\\n\"\n" ("é" | "😀\t\x85") word?`,
        String.raw`word ::= ([a-z\x5D\x2D\x5E\\] | [^'\x00-\x1F] | "x" "y")*`,
        '',
      ].join('\n'),
    );
  });
});

describe('printEbnf', () => {
  test('writes the same with escapes of a fixed length', () => {
    expect(printEbnf(grammar)).toBe(
      [
        String.raw`root ::= "say \u0022\u005Cn\u0022\u000A" ("é" | "😀\u0009\u0085") word?`,
        String.raw`word ::= ([a-z\u005D\u002D\u005E\u005C] | [^'\u0000-\u001F] | "x" "y")*`,
        '',
      ].join('\n'),
    );
  });
});

describe('the grammar of a schema', () => {
  test.each([
    { dialect: 'GBNF', print: printGbnf },
    { dialect: 'EBNF', print: printEbnf },
  ])('is printed as $dialect the same every time', ({ print }) => {
    const text = print(buildGrammar(SHOP));
    expect(print(buildGrammar(structuredClone(SHOP)))).toBe(text);
    expect(text.startsWith('root ::= ')).toBe(true);
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^[a-z][a-z0-9-]* ::= \S/);
  });

  test('stays small', () => {
    // About 18 KB; the bound is there to notice when something multiplies.
    expect(printGbnf(buildGrammar(SHOP)).length).toBeLessThan(30_000);
  });
});
