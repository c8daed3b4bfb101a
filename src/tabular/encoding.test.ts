import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePieces, detectEncoding } from './encoding.ts';

const TEXT = 'Name;Größe\nZoë “x” – 5 €;1,5\n';

function bytesOf(text: string, encoding: 'utf16le' | 'latin1' | 'utf8', mark: readonly number[] = []): Uint8Array {
  return Uint8Array.from([...mark, ...Buffer.from(text, encoding)]);
}

function swapped(bytes: Uint8Array): Uint8Array {
  return bytes.map((_, index) => bytes[index ^ 1] ?? 0);
}

function decoded(bytes: Uint8Array): string {
  return [...decodePieces(bytes, detectEncoding('x.csv', bytes))].map(({ text }) => text).join('');
}

test.each([
  ['utf-8', false, bytesOf(TEXT, 'utf8')],
  ['utf-8', true, bytesOf(TEXT, 'utf8', [0xef, 0xbb, 0xbf])],
  ['utf-16le', true, bytesOf(TEXT, 'utf16le', [0xff, 0xfe])],
  ['utf-16le', false, bytesOf(TEXT, 'utf16le')],
  ['utf-16be', true, swapped(bytesOf(TEXT, 'utf16le', [0xff, 0xfe]))],
  ['utf-16be', false, swapped(bytesOf(TEXT, 'utf16le'))],
] as const)('%s, byte order mark: %s', (name, hasByteOrderMark, bytes) => {
  expect(detectEncoding('x.csv', bytes)).toMatchObject({ name, hasByteOrderMark, hasInvalidBytes: false });
  expect(decoded(bytes)).toBe(TEXT);
});

test('what is neither is Windows-1252, with its own quotes, dashes and euro', () => {
  const bytes = Uint8Array.from([...bytesOf('Größe ', 'latin1'), 0x93, 0x78, 0x94, 0x96, 0x80]);
  expect(detectEncoding('x.csv', bytes)).toMatchObject({ name: 'windows-1252', evidence: 'not valid UTF-8' });
  expect(decoded(bytes)).toBe('Größe “x”–€');
});

test('UTF-8 that was cut in two remains UTF-8, and is told', () => {
  const bytes = bytesOf('größe, ähnlich, über, schön, für, müde, grün, öfter, Übung, später, €', 'utf8').slice(0, -1);
  expect(detectEncoding('x.csv', bytes)).toMatchObject({ name: 'utf-8', hasInvalidBytes: true });
});

test('pieces never cut a character, nor swallow one that looks like a byte order mark', () => {
  const unit = fc.constantFrom('a', 'é', '€', '😀', '\ufeff', '数', '\n');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), fc.constantFrom('utf8', 'utf16le'), (text, encoding) => {
      // Around the place where the first piece ends.
      const filler = 'x'.repeat(encoding === 'utf8' ? 262_130 : 131_065);
      const whole = `x${filler}${text}${filler}`;
      expect(decoded(bytesOf(whole, encoding)) === whole).toBe(true);
    }),
    { numRuns: 60 },
  );
});
