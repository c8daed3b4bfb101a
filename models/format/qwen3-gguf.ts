/** Qwen3 weights under their Hugging Face names → the GGUF file that llama.cpp loads. */
import * as v from 'valibot';
import { AppError } from '../../src/platform/errors.ts';
import { toFloat16Bits } from './float16.ts';
import type { GgufMetadata, GgufTensorType, GgufValue } from './gguf.ts';
import type { GgufTensorSource } from './gguf-writer.ts';
import { type NanoTokenizer, TOKEN_UNUSED } from './nano-tokenizer.ts';
import { quantiseQ8_0 } from './quantise-q8-0.ts';

const size = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** The fields of `config.json` that decide the computation. */
export const qwen3ConfigSchema = v.object({
  model_type: v.literal('qwen3'),
  hidden_size: size,
  intermediate_size: size,
  num_hidden_layers: size,
  num_attention_heads: size,
  num_key_value_heads: size,
  head_dim: size,
  rms_norm_eps: v.number(),
  rope_theta: v.number(),
  vocab_size: size,
  max_position_embeddings: size,
  /** The embedding doubles as the output matrix; untied models have one tensor more, which we do not write. */
  tie_word_embeddings: v.literal(true),
});

export type Qwen3Config = v.InferOutput<typeof qwen3ConfigSchema>;

export interface Qwen3Weight {
  /** Name in safetensors files of transformers. */
  readonly name: string;
  readonly ggufName: string;
  readonly shape: readonly number[];
}

/** Every tensor of a model of this shape, in the order of llama.cpp's own converter. */
export function qwen3Weights(config: Qwen3Config): readonly Qwen3Weight[] {
  const { hidden_size: hidden, intermediate_size: feedForward, head_dim: head } = config;
  const queries = config.num_attention_heads * head;
  const keys = config.num_key_value_heads * head;
  const layers = Array.from({ length: config.num_hidden_layers }, (_, layer) =>
    [
      weight('input_layernorm', 'attn_norm', [hidden]),
      weight('self_attn.q_proj', 'attn_q', [queries, hidden]),
      weight('self_attn.k_proj', 'attn_k', [keys, hidden]),
      weight('self_attn.v_proj', 'attn_v', [keys, hidden]),
      weight('self_attn.o_proj', 'attn_output', [hidden, queries]),
      weight('self_attn.q_norm', 'attn_q_norm', [head]),
      weight('self_attn.k_norm', 'attn_k_norm', [head]),
      weight('post_attention_layernorm', 'ffn_norm', [hidden]),
      weight('mlp.gate_proj', 'ffn_gate', [feedForward, hidden]),
      weight('mlp.up_proj', 'ffn_up', [feedForward, hidden]),
      weight('mlp.down_proj', 'ffn_down', [hidden, feedForward]),
    ].map(({ name, ggufName, shape }) => ({
      name: `model.layers.${layer}.${name}`,
      ggufName: `blk.${layer}.${ggufName}`,
      shape,
    })),
  );
  return [
    weight('model.embed_tokens', 'token_embd', [config.vocab_size, hidden]),
    ...layers.flat(),
    weight('model.norm', 'output_norm', [hidden]),
  ];
}

function weight(name: string, ggufName: string, shape: readonly number[]): Qwen3Weight {
  return { name: `${name}.weight`, ggufName: `${ggufName}.weight`, shape };
}

/**
 * The tensors to write. Matrices take `type`; norms are always F32, as llama.cpp wants them.
 *
 * @param values a weight's values, row-major
 */
export function qwen3Tensors(
  config: Qwen3Config,
  type: GgufTensorType,
  values: (weight: Qwen3Weight) => Float32Array<ArrayBuffer>,
): readonly GgufTensorSource[] {
  return qwen3Weights(config).map((weight) => {
    const tensorType = weight.shape.length === 1 ? 'F32' : type;
    return {
      name: weight.ggufName,
      shape: weight.shape,
      type: tensorType,
      encode: () => encode(values(weight), tensorType),
    };
  });
}

function encode(values: Float32Array<ArrayBuffer>, type: GgufTensorType): Uint8Array<ArrayBuffer> {
  switch (type) {
    case 'F32':
      return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    case 'F16':
      return new Uint8Array(Uint16Array.from(values, toFloat16Bits).buffer);
    case 'Q8_0':
      return quantiseQ8_0(values);
  }
}

/** `general.file_type`: what most of the file is. */
const FILE_TYPES: Readonly<Record<GgufTensorType, number>> = { F32: 0, F16: 1, Q8_0: 7 };

/** Version of ggml's quantised formats; it has been 2 since 2023. */
const QUANTISATION_VERSION = 2;

export interface Qwen3Description {
  readonly name: string;
  /** SPDX identifier. */
  readonly licence: string;
  readonly config: Qwen3Config;
  readonly tokenizer: NanoTokenizer;
  readonly type: GgufTensorType;
  /** Jinja. */
  readonly chatTemplate: string;
}

/** The keys that llama.cpp reads, in the order of its own converter. */
export function qwen3Metadata(model: Qwen3Description): readonly GgufMetadata[] {
  const { config, tokenizer } = model;
  const vocabulary = paddedVocabulary(tokenizer, config.vocab_size);
  const entries: Readonly<Record<string, GgufValue>> = {
    'general.architecture': string('qwen3'),
    'general.type': string('model'),
    'general.name': string(model.name),
    'general.license': string(model.licence),
    'qwen3.block_count': u32(config.num_hidden_layers),
    'qwen3.context_length': u32(config.max_position_embeddings),
    'qwen3.embedding_length': u32(config.hidden_size),
    'qwen3.feed_forward_length': u32(config.intermediate_size),
    'qwen3.attention.head_count': u32(config.num_attention_heads),
    'qwen3.attention.head_count_kv': u32(config.num_key_value_heads),
    'qwen3.rope.freq_base': { type: 'f32', value: config.rope_theta },
    'qwen3.attention.layer_norm_rms_epsilon': { type: 'f32', value: config.rms_norm_eps },
    'qwen3.attention.key_length': u32(config.head_dim),
    'qwen3.attention.value_length': u32(config.head_dim),
    'general.file_type': u32(FILE_TYPES[model.type]),
    'general.quantization_version': u32(QUANTISATION_VERSION),
    'tokenizer.ggml.model': string('gpt2'),
    'tokenizer.ggml.pre': string('qwen2'),
    'tokenizer.ggml.tokens': { type: 'array', of: 'string', values: vocabulary.tokens },
    'tokenizer.ggml.token_type': { type: 'array', of: 'i32', values: vocabulary.types },
    'tokenizer.ggml.merges': { type: 'array', of: 'string', values: tokenizer.merges },
    'tokenizer.ggml.eos_token_id': u32(tokenizer.end),
    'tokenizer.ggml.padding_token_id': u32(tokenizer.pad),
    'tokenizer.ggml.bos_token_id': u32(tokenizer.pad),
    'tokenizer.ggml.add_bos_token': { type: 'bool', value: false },
    'tokenizer.chat_template': string(model.chatTemplate),
  };
  return Object.entries(entries).map(([key, value]) => ({ key, value }));
}

/** The embedding may have more rows than there are tokens; llama.cpp wants a token for each. */
function paddedVocabulary(tokenizer: NanoTokenizer, vocabularySize: number) {
  const missing = vocabularySize - tokenizer.tokens.length;
  if (missing < 0) {
    throw new AppError({
      code: 'model/invalid',
      message: `The tokenizer has ${-missing} tokens more than the model has embeddings.`,
    });
  }
  const padding = Array.from({ length: missing }, (_, i) => `[PAD${tokenizer.tokens.length + i}]`);
  return {
    tokens: [...tokenizer.tokens, ...padding],
    types: [...tokenizer.types, ...padding.map(() => TOKEN_UNUSED)],
  };
}

function u32(value: number): GgufValue {
  return { type: 'u32', value };
}

function string(value: string): GgufValue {
  return { type: 'string', value };
}
