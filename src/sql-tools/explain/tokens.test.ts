import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAt, tokensOf } from './tokens.ts';

describe('tokensOf', () => {
  it('parts words, quoted names, numbers, texts and signs', () => {
    const sql = `SELECT "a ""b""".x, 1.5e-3 -- why\n|| 'it''s'::text<>E'\\'' /* - */`;
    const texts = tokensOf(sql).flatMap(({ kind, from, to }) => (kind === 'blank' ? [] : [sql.slice(from, to)]));
    expect(texts).toEqual([
      'SELECT',
      '"a ""b"""',
      '.',
      'x',
      ',',
      '1.5e-3',
      '||',
      "'it''s'",
      '::',
      'text',
      '<>',
      "E'\\''",
    ]);
  });

  it.each([
    ['$12+$1', ['$12', '+', '$1']],
    ["$$it's$$ $a$ $$ $a$", ["$$it's$$", '$a$ $$ $a$']],
    ['‘Ann’ größe 名前', ['‘Ann’', 'größe', '名前']],
  ])('parts %s', (sql, expected) => {
    const texts = tokensOf(sql).flatMap(({ kind, from, to }) => (kind === 'blank' ? [] : [sql.slice(from, to)]));
    expect(texts).toEqual(expected);
  });

  it('leaves nothing out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (sql) => {
        expect(
          tokensOf(sql)
            .map(({ from, to }) => sql.slice(from, to))
            .join(''),
        ).toBe(sql);
      }),
    );
  });
});

describe('placeAt', () => {
  it.each([
    ['select c.name from c', 7, 'c.name'],
    ['select c.name from c', 9, 'name'],
    ['select "a b"."c" from c', 7, '"a b"."c"'],
    ["select 'it''s'", 7, "'it''s'"],
    ['select 1', 8, ''],
  ])('%j at %i is %j', (sql, index, expected) => {
    const { from, to } = placeAt(sql, index);
    expect(sql.slice(from, to)).toBe(expected);
  });
});
