import { describe, expect, it } from 'vitest';
import { byteLevelText } from '../../models/format/byte-level.ts';
import { likeliestTokens } from './checked-logits-likeliest.ts';
import { decodeUtf8 } from './checked-logits-text.ts';
import { byteLevelTokens } from './checked-logits-tokens.ts';

const NOTHING = new Uint8Array();

describe('likeliestTokens', () => {
  it('finds as many as are asked for, in order, and none that is masked', () => {
    const logits = Float32Array.of(1, Number.NEGATIVE_INFINITY, 7, -3.4e38, -2, 3);
    const tokens = (count: number) => likeliestTokens(logits, count).map(({ token }) => token);
    expect([tokens(2), tokens(4), tokens(9)]).toEqual([
      [2, 5],
      [2, 5, 0, 4],
      [2, 5, 0, 4],
    ]);
  });

  it('agrees with sorting', () => {
    const logits = Float32Array.from({ length: 2000 }, (_, index) => Math.sin(index * index));
    const sorted = [...logits].sort((left, right) => right - left).slice(0, 16);
    expect(likeliestTokens(logits, 16).map(({ logit }) => logit)).toEqual(sorted);
  });
});

describe('decodeUtf8', () => {
  it.each(['plain', 'é', 'a€', 'x😀y', 'äöü€😀'])('reads %s however its bytes are cut', (text) => {
    const bytes = new TextEncoder().encode(text);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const first = decodeUtf8(NOTHING, bytes.subarray(0, cut));
      const second = first && decodeUtf8(first.undecoded, bytes.subarray(cut));
      expect(second && [first.text + second.text, second.undecoded.length]).toEqual([text, 0]);
    }
  });

  it('knows what can no longer be text', () => {
    expect(decodeUtf8(NOTHING, Uint8Array.of(0x80))).toBeNull();
    expect(decodeUtf8(Uint8Array.of(0xc3), Uint8Array.of(0x20))).toBeNull();
  });
});

describe('byteLevelTokens', () => {
  it('tells text from what is none', () => {
    const texts = ['<|im_end|>', '', byteLevelText(' é'), '漢'];
    const table = byteLevelTokens((token) => texts[token] ?? '', [0]);
    expect(texts.map((_, token) => table.bytesOf(token))).toEqual([null, null, new TextEncoder().encode(' é'), null]);
    expect([...table.stops]).toEqual([0]);
  });
});
