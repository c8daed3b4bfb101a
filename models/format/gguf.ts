/**
 * What the reader and the writer of GGUF v3 files share. Layout:
 * https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 */
import { Q8_0_BLOCK, Q8_0_BLOCK_BYTES } from './quantise-q8-0.ts';

/** `GGUF` in ASCII. */
export const GGUF_MAGIC = [0x47, 0x47, 0x55, 0x46] as const;
export const GGUF_VERSION = 3;
/** Tensors begin at multiples of this; the format's default, so its key is not written. */
const GGUF_ALIGNMENT = 32;

export type GgufValue =
  | { readonly type: GgufIntegerType | 'f32' | 'f64'; readonly value: number }
  | { readonly type: 'u64' | 'i64'; readonly value: bigint }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'array'; readonly of: 'string'; readonly values: readonly string[] }
  | { readonly type: 'array'; readonly of: GgufNumberType; readonly values: readonly number[] };

type GgufIntegerType = 'u8' | 'i8' | 'u16' | 'i16' | 'u32' | 'i32';
export type GgufNumberType = GgufIntegerType | 'f32' | 'f64';

export interface GgufMetadata {
  readonly key: string;
  readonly value: GgufValue;
}

/** Number of each value type in the file. */
export const GGUF_VALUE_TYPES = {
  u8: 0,
  i8: 1,
  u16: 2,
  i16: 3,
  u32: 4,
  i32: 5,
  f32: 6,
  bool: 7,
  string: 8,
  array: 9,
  u64: 10,
  i64: 11,
  f64: 12,
} as const;

export type GgufTensorType = 'F32' | 'F16' | 'Q8_0';

/** Number of each tensor type in the file, and the bytes that a block of values takes. */
export const GGUF_TENSOR_TYPES: Readonly<
  Record<GgufTensorType, { readonly id: number; readonly block: number; readonly bytes: number }>
> = {
  F32: { id: 0, block: 1, bytes: 4 },
  F16: { id: 1, block: 1, bytes: 2 },
  Q8_0: { id: 8, block: Q8_0_BLOCK, bytes: Q8_0_BLOCK_BYTES },
};

/** `offset` moved up to the next multiple of the alignment. */
export function ggufAligned(offset: number): number {
  return Math.ceil(offset / GGUF_ALIGNMENT) * GGUF_ALIGNMENT;
}
