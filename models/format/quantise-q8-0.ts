/** Encodings of tensor values in GGUF files, as ggml's reference code makes them. */
import { AppError } from '../../src/platform/errors.ts';
import { fromFloat16Bits, toFloat16Bits } from './float16.ts';

/** Values that share one scale. */
export const Q8_0_BLOCK = 32;
/** A float16 scale and 32 signed bytes. */
export const Q8_0_BLOCK_BYTES = 34;

/**
 * Q8_0: per block of 32 values along a row, `scale = max|x| / 127` and `q = round(x / scale)`, halves away from zero.
 * The reciprocal is that of the float32 scale, not of the stored float16 one (ggml `quantize_row_q8_0_ref`).
 *
 * @param values whole rows of a tensor whose row length is a multiple of 32
 * @throws AppError `model/invalid` for a partial block or a value that is not finite
 */
export function quantiseQ8_0(values: Float32Array): Uint8Array<ArrayBuffer> {
  if (values.length % Q8_0_BLOCK !== 0) throw invalid(`${values.length} values are not a whole number of blocks`);
  const blocks = values.length / Q8_0_BLOCK;
  const bytes = new Uint8Array(blocks * Q8_0_BLOCK_BYTES);
  const view = new DataView(bytes.buffer);
  for (let block = 0; block < blocks; block++) {
    writeBlock(values.subarray(block * Q8_0_BLOCK, (block + 1) * Q8_0_BLOCK), view, block * Q8_0_BLOCK_BYTES);
  }
  return bytes;
}

/** The values that a Q8_0 tensor stands for. */
export function dequantiseQ8_0(bytes: Uint8Array): Float32Array<ArrayBuffer> {
  if (bytes.length % Q8_0_BLOCK_BYTES !== 0) throw invalid(`${bytes.length} bytes are not a whole number of blocks`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float32Array((bytes.length / Q8_0_BLOCK_BYTES) * Q8_0_BLOCK);
  for (let i = 0; i < values.length; i++) {
    const offset = Math.floor(i / Q8_0_BLOCK) * Q8_0_BLOCK_BYTES;
    values[i] = fromFloat16Bits(view.getUint16(offset, true)) * view.getInt8(offset + 2 + (i % Q8_0_BLOCK));
  }
  return values;
}

function writeBlock(block: Float32Array, view: DataView, offset: number): void {
  let largest = 0;
  for (const value of block) {
    if (!Number.isFinite(value)) throw invalid('a weight is not a finite number');
    largest = Math.max(largest, Math.abs(value));
  }
  const scale = Math.fround(largest / 127);
  const reciprocal = scale === 0 ? 0 : Math.fround(1 / scale);
  const scaleBits = toFloat16Bits(scale);
  if (!Number.isFinite(fromFloat16Bits(scaleBits))) throw invalid('a weight is too large for the Q8_0 format');
  view.setUint16(offset, scaleBits, true);
  for (const [index, value] of block.entries()) {
    view.setInt8(offset + 2 + index, roundHalfAway(Math.fround(value * reciprocal)));
  }
}

/** C's `roundf`; `Math.round` would take -0.5 up to 0. */
function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) + 0.5);
}

function invalid(message: string): AppError {
  return new AppError({ code: 'model/invalid', message: `Cannot quantise: ${message}.` });
}
