import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { must } from '../../src/platform/assert.ts';
import { fromFloat16Bits } from '../format/float16.ts';
import { readGgufHeader } from '../format/gguf-reader.ts';
import { dequantiseQ8_0 } from '../format/quantise-q8-0.ts';
import { qwen3Weights } from '../format/qwen3-gguf.ts';
import { exportNano } from './export-nano.ts';
import { byteTokenizer } from './random-nano.ts';

const CONFIG = {
  model_type: 'qwen3',
  hidden_size: 32,
  intermediate_size: 64,
  num_hidden_layers: 1,
  num_attention_heads: 2,
  num_key_value_heads: 1,
  head_dim: 32,
  rms_norm_eps: 1e-6,
  rope_theta: 10_000,
  // More rows than tokens, as training likes round numbers.
  vocab_size: 264,
  max_position_embeddings: 512,
  tie_word_embeddings: true,
} as const;

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'export-nano-'));
  vi.spyOn(console, 'log').mockReturnValue();
  write('config.json', JSON.stringify({ ...CONFIG, architectures: ['Qwen3ForCausalLM'] }));
  write('tokenizer.json', JSON.stringify(byteTokenizer()));
  write('model.safetensors', safetensors(qwen3Weights(CONFIG)));
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(directory, { recursive: true });
});

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(directory, name), content);
}

/** The value at an index: different everywhere, of the size of real weights. */
function valueAt(index: number): number {
  return Math.fround(Math.sin(index) / 8);
}

/** A file of F32 tensors, as PyTorch writes it. */
function safetensors(weights: readonly { readonly name: string; readonly shape: readonly number[] }[]): Uint8Array {
  let offset = 0;
  const header = weights.map(({ name, shape }) => {
    const begin = offset;
    offset += 4 * shape.reduce((product, size) => product * size, 1);
    return [name, { dtype: 'F32', shape, data_offsets: [begin, offset] }];
  });
  const json = Buffer.from(JSON.stringify(Object.fromEntries(header)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  const values = Float32Array.from({ length: offset / 4 }, (_, index) => valueAt(index));
  return Buffer.concat([length, json, Buffer.from(values.buffer)]);
}

function exported(type: string) {
  const out = join(directory, `${type}.gguf`);
  exportNano(['--from', directory, '--out', out, '--type', type]);
  const bytes = Uint8Array.from(readFileSync(out));
  return { bytes, header: readGgufHeader(bytes, bytes.length) };
}

describe('export-nano', () => {
  it('writes the metadata that llama.cpp reads', () => {
    const { metadata } = exported('q8_0').header;
    const value = (key: string) => must(metadata.get(key), key);
    expect(value('general.architecture')).toEqual({ type: 'string', value: 'qwen3' });
    expect(value('qwen3.attention.key_length')).toEqual({ type: 'u32', value: 32 });
    expect(value('general.file_type')).toEqual({ type: 'u32', value: 7 });
    expect(value('tokenizer.ggml.eos_token_id')).toEqual({ type: 'u32', value: byteTokenizer().end });
    const tokens = value('tokenizer.ggml.tokens');
    expect(tokens.type === 'array' && tokens.values.slice(-4)).toEqual(['<|pad|>', '[PAD261]', '[PAD262]', '[PAD263]']);
  });

  it('keeps norms as F32 and gives matrices the type asked for', () => {
    const { tensors } = exported('q8_0').header;
    expect([...tensors.values()].map(({ name, type }) => `${name} ${type}`)).toEqual([
      'token_embd.weight Q8_0',
      'blk.0.attn_norm.weight F32',
      'blk.0.attn_q.weight Q8_0',
      'blk.0.attn_k.weight Q8_0',
      'blk.0.attn_v.weight Q8_0',
      'blk.0.attn_output.weight Q8_0',
      'blk.0.attn_q_norm.weight F32',
      'blk.0.attn_k_norm.weight F32',
      'blk.0.ffn_norm.weight F32',
      'blk.0.ffn_gate.weight Q8_0',
      'blk.0.ffn_up.weight Q8_0',
      'blk.0.ffn_down.weight Q8_0',
      'output_norm.weight F32',
    ]);
  });

  it.each([
    ['f32', 0, (bytes: Uint8Array) => new Float32Array(bytes.slice().buffer)],
    ['f16', 2 ** -14, (bytes: Uint8Array) => Float32Array.from(new Uint16Array(bytes.slice().buffer), fromFloat16Bits)],
    ['q8_0', 2 ** -10, (bytes: Uint8Array) => dequantiseQ8_0(bytes)],
  ])('carries the weights over as %s', (type, tolerance, decode) => {
    const { bytes, header } = exported(type);
    const embedding = must(header.tensors.get('token_embd.weight'), 'the embedding');
    const values = decode(bytes.subarray(embedding.begin, embedding.end));
    expect(values).toHaveLength(264 * 32);
    const worst = Math.max(...values.map((value, index) => Math.abs(value - valueAt(index))));
    expect(worst).toBeLessThanOrEqual(tolerance);
  });

  it.each([
    ['lacks a tensor', (weights: ReturnType<typeof qwen3Weights>) => weights.slice(1)],
    [
      'has one tensor too many',
      (weights: ReturnType<typeof qwen3Weights>) => [...weights, { name: 'lm_head.weight', shape: [264, 32] }],
    ],
    [
      'has a tensor in another shape',
      (weights: ReturnType<typeof qwen3Weights>) =>
        weights.map((weight) => ({ ...weight, shape: weight.shape.toReversed() })),
    ],
  ])('refuses a file that %s', (_, change) => {
    write('model.safetensors', safetensors(change(qwen3Weights(CONFIG))));
    expect(() => exported('f32')).toThrow(expect.objectContaining({ code: 'model/invalid' }));
    write('model.safetensors', safetensors(qwen3Weights(CONFIG)));
  });
});
