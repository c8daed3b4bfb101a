import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '../dialect.ts';
import { anyScript } from '../testing/any-script.ts';
import { tokenize } from './lexer.ts';
import { LEXICAL_RULES } from './rules.ts';
import { stringValue } from './values.ts';

function kinds(text: string, dialect: Dialect): string[] {
  return tokenize(text, LEXICAL_RULES[dialect])
    .filter(({ kind }) => kind !== 'space')
    .map((token) => `${token.kind} ${token.text}`);
}

describe('tokenize', () => {
  test.each<[Dialect, string, readonly string[]]>([
    ['mysql', `'it\\'s' "a""b"`, [`string 'it\\'s'`, `string "a""b"`]],
    [
      'mysql',
      '`a``b` a#c\n-- d\n--1',
      ['name `a``b`', 'word a', 'comment #c', 'comment -- d', 'symbol -', 'symbol -', 'number 1'],
    ],
    ['mysql', `x'1F' 0x1F b'01' 0b01 N'é'`, [`hex x'1F'`, 'hex 0x1F', `bits b'01'`, 'bits 0b01', `string N'é'`]],
    [
      'mysql',
      '/*!40101 SET x */ /* /* a */',
      ['versioned-open /*!40101', 'word SET', 'word x', 'versioned-close */', 'comment /* /* a */'],
    ],
    ['mysql', '/*M!999999\\- enable the sandbox mode */', ['comment /*M!999999\\- enable the sandbox mode */']],
    ['mysql', 'a<=>@@b->>1.5e3', ['word a', 'symbol <=>', 'variable @@b', 'symbol ->>', 'number 1.5e3']],
    ['sqlite', `[a b] "c" \`d\` 'e\\' --f`, ['name [a b]', 'name "c"', 'name `d`', `string 'e\\'`, 'comment --f']],
    ['sqlite', '/* open', ['comment /* open']],
    ['sqlite', 'a == :p', ['word a', 'symbol ==', 'variable :p']],
    [
      'tsql',
      `[a]]b] N'x' #t @v /* /* n */ */ 0xAB`,
      ['name [a]]b]', `string N'x'`, 'word #t', 'variable @v', 'comment /* /* n */ */', 'hex 0xAB'],
    ],
    ['postgres', `$a$ ' $a$ E'\\'' "n"`, [`string $a$ ' $a$`, `string E'\\''`, 'name "n"']],
  ])('%s: %s', (dialect, text, expected) => {
    expect(kinds(text, dialect)).toEqual(expected);
  });

  test('reads what strings stand for', () => {
    const { mysql, tsql } = LEXICAL_RULES;
    expect(stringValue(`'a\\'b''c\\n\\\\\\%'`, mysql)).toBe(`a'b'c\n\\\\%`);
    expect(stringValue(`"it's ""x"""`, mysql)).toBe(`it's "x"`);
    expect(stringValue(`N'c:\\dir''s'`, tsql)).toBe(`c:\\dir's`);
    expect(stringValue(`'open`, tsql)).toBe('open');
  });

  test.each<Dialect>(['postgres', 'mysql', 'sqlite', 'tsql'])('loses nothing: %s', (dialect) => {
    fc.assert(
      fc.property(anyScript(), (text) => {
        const tokens = tokenize(text, LEXICAL_RULES[dialect]);
        expect(tokens.map((token) => token.text).join('')).toBe(text);
        for (const token of tokens)
          expect(text.startsWith(token.text, token.start) && token.text.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
