import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ThinkBlockFilter } from './think-block.ts';

function filtered(pieces: readonly string[]): string {
  const filter = new ThinkBlockFilter();
  return pieces.map((piece) => filter.push(piece)).join('') + filter.end();
}

describe('ThinkBlockFilter', () => {
  it.each([
    ['SELECT 1', 'SELECT 1'],
    ['<think>\n\n</think>\n\nSELECT 1', 'SELECT 1'],
    ['\n<think>Which table?</think>SELECT 1', 'SELECT 1'],
    ["SELECT '<think></think>'", "SELECT '<think></think>'"],
    ['<thin', '<thin'],
    ['  SELECT 1', '  SELECT 1'],
    ['<think>It never ends', ''],
    ['<think></think>\n', ''],
    ['', ''],
  ])('turns %j into %j, however it is cut', (text, expected) => {
    expect(filtered([text])).toBe(expected);
    expect(filtered([...text])).toBe(expected);
  });

  it('passes text on at once when the answer has begun', () => {
    const filter = new ThinkBlockFilter();
    expect([filter.push('<think>'), filter.push('</think>\n'), filter.push('\nSELECT'), filter.push(' 1')]).toEqual([
      '',
      '',
      'SELECT',
      ' 1',
    ]);
  });

  it('loses nothing of an answer without a block', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (pieces) => {
        const text = pieces.join('');
        fc.pre(!text.trimStart().startsWith('<think>'));
        expect(filtered(pieces)).toBe(text);
      }),
    );
  });
});
