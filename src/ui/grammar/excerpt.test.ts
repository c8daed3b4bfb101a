import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

describe('excerptOf', () => {
  it('has all of a short text', () => {
    expect(excerptOf('SELECT nope FROM a', { from: 7, to: 11 })).toEqual({
      before: 'SELECT ',
      marked: 'nope',
      after: ' FROM a',
    });
  });

  it('leaves out what is far away', () => {
    const far = 'word '.repeat(200);
    const { before, marked, after } = excerptOf(`${far}nope ${far}`, { from: far.length, to: far.length + 4 });
    expect(before).toMatch(/^… word (?:word )+$/);
    expect(marked).toBe('nope');
    expect(after).toMatch(/^ word .* …$/);
    expect(before.length + after.length).toBeLessThan(450);
  });

  it('marks the end of a text', () => {
    expect(excerptOf('SELECT', { from: 6, to: 6 })).toEqual({ before: 'SELECT', marked: '', after: '' });
  });
});
