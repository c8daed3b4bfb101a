import { describe, expect, test } from 'vitest';
import { LEX_START, lastToken, lex, type Token } from './lexer.ts';

/** Kind and text of each token, and whether the end cut one off. */
function tokens(pieces: readonly string[]): readonly string[] {
  const found: Token[] = [];
  let state = LEX_START;
  for (const piece of pieces) {
    state = lex(state, piece, (token) => {
      found.push(token);
      return false;
    });
  }
  const last = lastToken(state);
  const text = pieces.join('');
  for (const token of found) expect(text.startsWith(token.text, token.position)).toBe(true);
  const ends = found.map(({ kind, text: spelled }) => `${kind} ${spelled}`);
  if (last === null) return ends;
  return [...ends, last === 'unfinished' ? 'unfinished' : `${last.kind} ${last.text}`];
}

const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  ['SELECT orders.id', ['word SELECT', 'name orders', 'symbol .', 'name id']],
  [
    'COUNT(*), "said ""so"""."é"',
    ['word COUNT', 'symbol (', 'symbol *', 'symbol )', 'symbol ,', 'name "said ""so"""', 'symbol .', 'name "é"'],
  ],
  ["'it''s', E'a\\'b''\\\\'", ["string 'it''s'", 'symbol ,', "string E'a\\'b''\\\\'"]],
  [
    '1 12.5 1e-5::numeric(10, 2)[1:2]',
    [
      'number 1',
      'number 12.5',
      'number 1e-5',
      'symbol ::',
      'name numeric',
      'symbol (',
      'number 10',
      'symbol ,',
      'number 2',
      'symbol )',
      'symbol [',
      'number 1',
      'symbol :',
      'number 2',
      'symbol ]',
    ],
  ],
  [
    '-x ->> -5 <> |/y',
    ['symbol -', 'name x', 'symbol ->>', 'symbol -', 'number 5', 'symbol <>', 'symbol |/', 'name y'],
  ],
  ['days => 3', ['name days', 'symbol =>', 'number 3']],
];

describe('tokens', () => {
  test.each(TEXTS)('%s', (text, expected) => {
    expect(tokens([text])).toEqual(expected);
    expect(tokens([...text])).toEqual(expected);
    for (let cut = 1; cut < text.length; cut++) expect(tokens([text.slice(0, cut), text.slice(cut)])).toEqual(expected);
  });

  test.each(["'abc", '"abc', "E'a\\", "E'a\\'"])('unfinished: %s', (text) => {
    expect(tokens([text])).toEqual(['unfinished']);
  });

  test('stop where they are told to', () => {
    const found: string[] = [];
    lex(LEX_START, 'a, b, c', ({ text }) => {
      found.push(text);
      return text === ',';
    });
    expect(found).toEqual(['a', ',']);
  });
});
