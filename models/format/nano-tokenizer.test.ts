import { describe, expect, it } from 'vitest';
import { byteLevelText } from './byte-level.ts';
import { parseNanoTokenizer } from './nano-tokenizer.ts';

const VALID = {
  tokens: ['a', 'b', 'ab', '<|end|>', '<|pad|>'],
  types: [1, 1, 1, 3, 3],
  merges: ['a b'],
  specials: { '<|end|>': 3, '<|pad|>': 4 },
  end: 3,
  pad: 4,
};

describe('parseNanoTokenizer', () => {
  it('accepts what training writes', () => {
    expect(parseNanoTokenizer(VALID)).toEqual(VALID);
  });

  it.each([
    ['fewer types than tokens', { types: [1] }],
    ['a token that occurs twice', { tokens: ['a', 'b', 'a', '<|end|>', '<|pad|>'] }],
    ['a special token elsewhere', { specials: { '<|end|>': 4 } }],
    ['an end that is a plain token', { end: 0 }],
    ['a merge of three', { merges: ['a b c'] }],
    ['a merge that makes no token', { merges: ['b a'] }],
    ['a missing field', { pad: undefined }],
  ])('refuses %s', (_, change) => {
    expect(() => parseNanoTokenizer({ ...VALID, ...change })).toThrow(
      expect.objectContaining({ code: 'model/invalid' }),
    );
  });
});

describe('byteLevelText', () => {
  it('writes bytes as GPT-2 vocabularies do', () => {
    expect(byteLevelText(' a\né')).toBe('ĠaĊÃ©');
  });
});
