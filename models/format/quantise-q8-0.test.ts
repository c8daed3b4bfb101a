import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dequantiseQ8_0, quantiseQ8_0 } from './quantise-q8-0.ts';
import vectors from './vectors/ggml_blocks.json' with { type: 'json' };

function float32Values(hex: readonly string[]): Float32Array {
  const view = new DataView(new ArrayBuffer(hex.length * 4));
  for (const [index, digits] of hex.entries()) view.setUint32(index * 4, Number.parseInt(digits, 16), true);
  return new Float32Array(view.buffer);
}

describe('quantiseQ8_0', () => {
  it.each(vectors.blocks)('makes the bytes that ggml makes: $name', ({ x_f32, q8_0 }) => {
    expect(Buffer.from(quantiseQ8_0(float32Values(x_f32))).toString('hex')).toBe(q8_0);
  });

  it('stays within half a step of the scale', () => {
    const block = fc.array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(block, (numbers) => {
        const values = Float32Array.from(numbers);
        const back = dequantiseQ8_0(quantiseQ8_0(values));
        const largest = Math.max(...values.map(Math.abs));
        // Half a step, and the float16 scale's own rounding, 127 steps away at most.
        const tolerance = (largest / 127) * (0.5 + 127 * 2 ** -11) + 2 ** -24 * 127;
        return values.every((value, index) => Math.abs(value - (back[index] ?? Number.NaN)) <= tolerance);
      }),
    );
  });

  it.each([
    ['a part of a block', new Float32Array(31)],
    ['a value that is not finite', new Float32Array(32).fill(Number.NaN)],
    ['a value whose scale float16 cannot hold', new Float32Array(32).fill(1e9)],
  ])('refuses %s', (_, values) => {
    expect(() => quantiseQ8_0(values)).toThrow(expect.objectContaining({ code: 'model/invalid' }));
  });
});
