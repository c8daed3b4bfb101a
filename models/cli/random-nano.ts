/**
 * `expert random-nano`: a small model of random weights. It answers nonsense, which is what tests want that ask whether
 * the grammar, the runtime and the page hold without a well-behaved model's help.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NANO_END, NANO_SPECIAL_TOKENS } from '../../src/prompt/nano-1.ts';
import { BYTE_CHARACTERS } from '../format/byte-level.ts';
import { type NanoTokenizer, parseNanoTokenizer, TOKEN_CONTROL, TOKEN_NORMAL } from '../format/nano-tokenizer.ts';
import type { Qwen3Config, Qwen3Weight } from '../format/qwen3-gguf.ts';
import { randomNormal } from './random-normal.ts';
import { parseTensorType } from './tensor-type.ts';
import { writeModel } from './write-model.ts';

export const randomNanoUsage = `random-nano [--out FILE] [--tokenizer FILE] [--seed N] [--type q8_0|f16|f32]
    Without a tokenizer its vocabulary is the 256 bytes and the prompt's special tokens.`;

const PAD = '<|pad|>';

export function randomNano(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      out: { type: 'string', default: 'models/nano/nano.gguf' },
      tokenizer: { type: 'string' },
      seed: { type: 'string', default: '1' },
      type: { type: 'string', default: 'q8_0' },
    },
  });
  const tokenizer =
    values.tokenizer === undefined
      ? byteTokenizer()
      : parseNanoTokenizer(JSON.parse(readFileSync(values.tokenizer, 'utf8')));
  const normal = randomNormal(Number(values.seed));
  writeModel(
    {
      config: randomConfig(tokenizer.tokens.length),
      tokenizer,
      type: parseTensorType(values.type),
      values: (weight) => randomValues(weight, normal),
      training: null,
    },
    resolve(values.out),
  );
}

/** Every byte is a token, so that any text can be read and written. */
export function byteTokenizer(): NanoTokenizer {
  const specials = [...NANO_SPECIAL_TOKENS, PAD];
  const tokens = [...BYTE_CHARACTERS, ...specials];
  return {
    tokens,
    types: tokens.map((_, id) => (id < BYTE_CHARACTERS.length ? TOKEN_NORMAL : TOKEN_CONTROL)),
    merges: [],
    specials: Object.fromEntries(specials.map((text) => [text, tokens.indexOf(text)])),
    end: tokens.indexOf(NANO_END),
    pad: tokens.indexOf(PAD),
  };
}

/** The smallest model whose rows are whole Q8_0 blocks and that still has grouped heads and two layers. */
function randomConfig(vocabularySize: number): Qwen3Config {
  return {
    model_type: 'qwen3',
    hidden_size: 64,
    intermediate_size: 128,
    num_hidden_layers: 2,
    num_attention_heads: 4,
    num_key_value_heads: 2,
    head_dim: 32,
    rms_norm_eps: 1e-6,
    rope_theta: 1_000_000,
    vocab_size: vocabularySize,
    max_position_embeddings: 2048,
    tie_word_embeddings: true,
  };
}

/** Norms of one and matrices that keep the scale of what passes through them. */
function randomValues({ shape }: Qwen3Weight, normal: () => number): Float32Array<ArrayBuffer> {
  const [rows = 1, columns] = shape;
  if (columns === undefined) return new Float32Array(rows).fill(1);
  return Float32Array.from({ length: rows * columns }, () => normal() / Math.sqrt(columns));
}
