import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBfloat16Bits, fromFloat16Bits, toFloat16Bits } from './float16.ts';
import vectors from './vectors/rounding.json' with { type: 'json' };

function float32(hex: string): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, Number.parseInt(hex, 16));
  return view.getFloat32(0);
}

describe('toFloat16Bits', () => {
  it.each(vectors.f32)('rounds $case as torch and numpy do', ({ f32, f16_rne: expected }) => {
    const value = float32(f32);
    const bits = toFloat16Bits(value);
    if (Number.isNaN(value)) expect(fromFloat16Bits(bits)).toBeNaN();
    else expect(bits.toString(16).padStart(4, '0')).toBe(expected);
  });

  it('gives back every float16', () => {
    const all = Array.from({ length: 0x10000 }, (_, bits) => bits).filter(
      (bits) => !Number.isNaN(fromFloat16Bits(bits)),
    );
    expect(all.filter((bits) => toFloat16Bits(fromFloat16Bits(bits)) !== bits)).toEqual([]);
  });

  it('is never further away than half a step', () => {
    fc.assert(
      fc.property(fc.float({ min: -65_504, max: 65_504, noNaN: true }), (value) => {
        const step = Math.max(2 ** -24, 2 ** (Math.floor(Math.log2(Math.abs(value))) - 10));
        return Math.abs(fromFloat16Bits(toFloat16Bits(value)) - value) <= step / 2;
      }),
    );
  });
});

describe('fromBfloat16Bits', () => {
  it.each(vectors.bf16_to_f16)('widens $bf16', ({ bf16, f32, f16 }) => {
    const value = fromBfloat16Bits(Number.parseInt(bf16, 16));
    if (Number.isNaN(float32(f32))) expect(value).toBeNaN();
    else {
      expect(Object.is(value, float32(f32))).toBe(true);
      expect(toFloat16Bits(value).toString(16).padStart(4, '0')).toBe(f16);
    }
  });
});
