import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../../src/platform/assert.ts';
import { readSafetensorsHeader, tensorValues } from './safetensors.ts';
import vectors from './vectors/safetensors.json' with { type: 'json' };

const refusal = expect.objectContaining({ code: 'model/invalid' });

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

function read(bytes: Uint8Array) {
  return readSafetensorsHeader(bytes, bytes.length);
}

describe('readSafetensorsHeader', () => {
  it.each(vectors.valid)('accepts $name', ({ hex, tensors }) => {
    const { tensors: found } = read(bytesOf(hex));
    const shapes = Object.fromEntries([...found.values()].map(({ name, dtype, shape }) => [name, { dtype, shape }]));
    expect(shapes).toEqual(
      Object.fromEntries(Object.entries(tensors).map(([name, { dtype, shape }]) => [name, { dtype, shape }])),
    );
  });

  it.each(vectors.invalid)('refuses $name: $why', ({ hex }) => {
    expect(() => read(bytesOf(hex))).toThrow(refusal);
  });

  it('reads metadata', () => {
    expect(read(bytesOf(must(vectors.valid[0], 'a vector').hex)).metadata).toEqual({ format: 'pt' });
  });

  it('says so when it was given less than the header', () => {
    const bytes = bytesOf(must(vectors.valid[0], 'a vector').hex);
    expect(() => readSafetensorsHeader(bytes.subarray(0, 40), bytes.length)).toThrow(refusal);
  });

  it('refuses every other byte string with an error of its own, whatever the damage', () => {
    const valid = bytesOf(must(vectors.valid[0], 'a vector').hex);
    const damage = fc.record({ at: fc.nat(valid.length - 1), byte: fc.nat(255), length: fc.nat(valid.length) });
    fc.assert(
      fc.property(damage, ({ at, byte, length }) => {
        const bytes = valid.slice(0, length);
        if (at < length) bytes[at] = byte;
        try {
          const { tensors } = read(bytes);
          for (const tensor of tensors.values()) expect(tensor.end).toBeLessThanOrEqual(bytes.length);
        } catch (error) {
          expect(error).toEqual(refusal);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('tensorValues', () => {
  it('widens F32, BF16 and F16 exactly', () => {
    const { hex, tensors } = must(vectors.valid[0], 'a vector');
    const bytes = bytesOf(hex);
    const header = read(bytes);
    for (const [name, { f32 }] of Object.entries(tensors)) {
      const values = tensorValues(bytes, must(header.tensors.get(name), name));
      const words = [...new Uint32Array(values.buffer)].map((word) => word.toString(16).padStart(8, '0'));
      expect(words).toEqual(f32);
    }
  });

  it('refuses integers', () => {
    const bytes = bytesOf(must(vectors.valid[3], 'a vector').hex);
    const { tensors } = read(bytes);
    expect(() => tensorValues(bytes, must(tensors.get('z'), 'z'))).toThrow(refusal);
  });
});
