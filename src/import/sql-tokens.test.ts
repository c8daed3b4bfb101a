import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editText } from './edit-text.ts';
import { dottedName, sqlTokens } from './sql-tokens.ts';

function texts(sql: string): string[] {
  return sqlTokens(sql).map(({ kind, text }) => `${kind} ${text}`);
}

describe('sqlTokens', () => {
  test('reads as Postgres does', () => {
    expect(texts(`SELECT "A""b".c::int, E'it\\'s', $x$;$x$ -- no\n/* /* no */ */ + 1.5e3 'a''b' $1`)).toEqual([
      'word select',
      'name A"b',
      'mark .',
      'word c',
      'mark ::',
      'word int',
      'mark ,',
      "string E'it\\'s'",
      'mark ,',
      'string $x$;$x$',
      'mark +',
      'number 1.5e3',
      "string 'a''b'",
      'mark $',
      'number 1',
    ]);
    expect(sqlTokens('a b c d', 2)).toHaveLength(2);
    expect(dottedName(sqlTokens('x "Y".z (1)'), 1)).toEqual({ parts: ['Y', 'z'], next: 4 });
    expect(dottedName(sqlTokens('(1)'), 0)).toBeUndefined();
  });

  test('tokens and what stands between them are the text', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'\'"$;\\-/*\n\r()Ea. 1:é🙂'), maxLength: 60 });
    fc.assert(
      fc.property(noise, (sql) => {
        let end = 0;
        for (const token of sqlTokens(sql)) {
          expect(sql.slice(end, token.start)).toMatch(/^(?:\s|--[^\r\n]*|\/\*[\s\S]*\*\/)*$/);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
      }),
    );
  });
});

describe('editText', () => {
  test('leaves line breaks and one blank behind', () => {
    expect(editText('a  b c', [{ start: 1, end: 1, replacement: '!' }])).toBe('a!  b c');
    expect(editText('a b c', [{ start: 2, end: 3 }])).toBe('a c');
    expect(editText('(a b, c)', [{ start: 3, end: 4 }])).toBe('(a, c)');
    expect(editText('a\n\tb\n)', [{ start: 3, end: 4 }])).toBe('a\n\n)');
    expect(editText('a b\nc', [{ start: 2, end: 5 }])).toBe('a');
  });
});
