import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../../src/platform/assert.ts';
import type { GgufMetadata } from './gguf.ts';
import { readGgufHeader } from './gguf-reader.ts';
import { type GgufTensorSource, writeGguf } from './gguf-writer.ts';
import { quantiseQ8_0 } from './quantise-q8-0.ts';
import vector from './vectors/gguf.json' with { type: 'json' };

const refusal = expect.objectContaining({ code: 'model/invalid' });
const file = Uint8Array.from(Buffer.from(vector.file_hex, 'hex'));

const METADATA: readonly GgufMetadata[] = [
  { key: 'general.architecture', value: { type: 'string', value: 'qwen3' } },
  { key: 'qwen3.block_count', value: { type: 'u32', value: 1 } },
  { key: 'qwen3.attention.layer_norm_rms_epsilon', value: { type: 'f32', value: Math.fround(1e-6) } },
  { key: 'tokenizer.ggml.add_bos_token', value: { type: 'bool', value: false } },
  { key: 'tokenizer.ggml.tokens', value: { type: 'array', of: 'string', values: ['!', 'Ġa', ''] } },
  { key: 'tokenizer.ggml.token_type', value: { type: 'array', of: 'i32', values: [1, 1, 3] } },
];

function float32Values(hex: readonly string[]): Float32Array<ArrayBuffer> {
  return Float32Array.from(hex, (digits) => Buffer.from(digits, 'hex').readFloatBE());
}

const TENSORS: readonly GgufTensorSource[] = [
  {
    name: 'blk.0.attn_q.weight',
    shape: [2, 32],
    type: 'Q8_0',
    encode: () => quantiseQ8_0(float32Values(vector.x_f32)),
  },
  {
    name: 'output_norm.weight',
    shape: [3],
    type: 'F32',
    encode: () => new Uint8Array(float32Values(vector.norm_f32).buffer),
  },
];

function read(bytes: Uint8Array) {
  return readGgufHeader(bytes, bytes.length);
}

describe('writeGguf', () => {
  it('makes the file that ggml reads', () => {
    expect(Buffer.concat([...writeGguf(METADATA, TENSORS)]).toString('hex')).toBe(vector.file_hex);
  });

  it('refuses a tensor of another size than its shape', () => {
    const wrong = { name: 'x', shape: [4], type: 'F32', encode: () => new Uint8Array(8) } as const;
    expect(() => [...writeGguf([], [wrong])]).toThrow(refusal);
  });

  it('refuses rows that are not whole blocks', () => {
    const wrong = { name: 'x', shape: [2, 31], type: 'Q8_0', encode: () => new Uint8Array(68) } as const;
    expect(() => [...writeGguf([], [wrong])]).toThrow(refusal);
  });
});

describe('readGgufHeader', () => {
  it('reads what the writer wrote', () => {
    const { metadata, tensors } = read(file);
    expect([...metadata].map(([key, value]) => ({ key, value }))).toEqual(METADATA);
    expect([...tensors.values()]).toEqual([
      { name: 'blk.0.attn_q.weight', shape: [2, 32], type: 'Q8_0', begin: 448, end: 516 },
      { name: 'output_norm.weight', shape: [3], type: 'F32', begin: 544, end: 556 },
    ]);
  });

  it('reads every type of value', () => {
    const number = fc.oneof(
      fc.record({ type: fc.constant('u8' as const), value: fc.nat(255) }),
      fc.record({ type: fc.constant('i8' as const), value: fc.integer({ min: -128, max: 127 }) }),
      fc.record({ type: fc.constant('u16' as const), value: fc.nat(65_535) }),
      fc.record({ type: fc.constant('i16' as const), value: fc.integer({ min: -32_768, max: 32_767 }) }),
      fc.record({ type: fc.constant('i32' as const), value: fc.integer() }),
      fc.record({ type: fc.constant('f32' as const), value: fc.float({ noNaN: true }) }),
      fc.record({ type: fc.constant('f64' as const), value: fc.double({ noNaN: true }) }),
      fc.record({ type: fc.constant('u64' as const), value: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }) }),
      fc.record({ type: fc.constant('i64' as const), value: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) }),
      fc.record({ type: fc.constant('string' as const), value: fc.constantFrom('', 'Ġa', 'naïve 日本 𝔸', '\u0000') }),
      fc.record({
        type: fc.constant('array' as const),
        of: fc.constant('f32' as const),
        values: fc.array(fc.float({ noNaN: true })),
      }),
    );
    fc.assert(
      fc.property(number, (value) => {
        const bytes = Buffer.concat([...writeGguf([{ key: 'k', value }], [])]);
        expect(must(read(bytes).metadata.get('k'), 'k')).toEqual(value);
      }),
    );
  });

  it('refuses a file that ends early, at whatever byte', () => {
    const dataEnd = 556;
    for (let length = 0; length < dataEnd; length++) {
      expect(() => read(file.subarray(0, length)), `${length} bytes`).toThrow(refusal);
    }
  });

  /** Offsets of fields in the vector's file. */
  const FIELDS = { magic: 0, version: 4, tensorCount: 8, metadataCount: 16, firstKeyLength: 24 };

  it.each([
    ['another magic', FIELDS.magic, [0]],
    ['another version', FIELDS.version, [2]],
    ['a huge number of tensors', FIELDS.tensorCount, [0xff, 0xff, 0xff, 0xff]],
    ['a number of tensors beyond 53 bits', FIELDS.tensorCount + 7, [0x80]],
    ['a huge number of keys', FIELDS.metadataCount + 2, [0xff]],
    ['a huge string', FIELDS.firstKeyLength + 3, [0xff]],
    ['a huge array', file.indexOf(0x21) - 16, [0xff, 0xff, 0x0f]],
    ['overlapping tensors', 416, [0]],
  ])('refuses %s', (_, offset, bytes) => {
    const damaged = file.slice();
    damaged.set(bytes, offset);
    expect(() => read(damaged)).toThrow(refusal);
  });

  it('refuses every damaged file with an error of its own', () => {
    const damage = fc.array(fc.record({ at: fc.nat(447), byte: fc.nat(255) }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(damage, (changes) => {
        const damaged = file.slice();
        for (const { at, byte } of changes) damaged[at] = byte;
        try {
          for (const tensor of read(damaged).tensors.values()) expect(tensor.end).toBeLessThanOrEqual(file.length);
        } catch (error) {
          expect(error).toEqual(refusal);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
