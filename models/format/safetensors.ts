/**
 * Reader of safetensors files: a length, a JSON header, one data buffer. Files may come from strangers, so every claim
 * of the header is checked against the file before a byte of data is touched; the same files are accepted and refused
 * as by the reference implementation (https://github.com/huggingface/safetensors).
 */
import * as v from 'valibot';
import { AppError } from '../../src/platform/errors.ts';
import { fromBfloat16Bits, fromFloat16Bits } from './float16.ts';

/** The reference implementation's own limit. */
const MAX_HEADER_BYTES = 100_000_000;
const LENGTH_BYTES = 8;

/** Bytes of one element. Types below a byte (F4, F6) are refused: nothing we read has them. */
const ELEMENT_BYTES: Readonly<Record<string, number>> = {
  BOOL: 1,
  U8: 1,
  I8: 1,
  F8_E4M3: 1,
  F8_E5M2: 1,
  F8_E8M0: 1,
  I16: 2,
  U16: 2,
  F16: 2,
  BF16: 2,
  I32: 4,
  U32: 4,
  F32: 4,
  F64: 8,
  I64: 8,
  U64: 8,
  C64: 8,
};

const unsigned = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const tensorEntry = v.object({
  dtype: v.string(),
  shape: v.array(unsigned),
  data_offsets: v.tuple([unsigned, unsigned]),
});
const metadataEntry = v.record(v.string(), v.string());

export interface SafetensorsTensor {
  readonly name: string;
  readonly dtype: string;
  /** Row-major; empty for a scalar. */
  readonly shape: readonly number[];
  /** Offset in the file of the first byte and of the byte after the last. */
  readonly begin: number;
  readonly end: number;
}

export interface SafetensorsHeader {
  readonly tensors: ReadonlyMap<string, SafetensorsTensor>;
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * Reads and checks the header.
 *
 * @param start the file's first bytes, at least as many as the header takes
 * @param fileBytes length of the whole file
 * @throws AppError `model/invalid`
 */
export function readSafetensorsHeader(start: Uint8Array, fileBytes: number): SafetensorsHeader {
  const headerBytes = headerLength(start, fileBytes);
  const dataStart = LENGTH_BYTES + headerBytes;
  if (start.length < dataStart) throw invalid('the header was not read in full');
  const { __metadata__: metadata, ...entries } = parseJson(start.subarray(LENGTH_BYTES, dataStart));
  const tensors = Object.entries(entries).map(([name, entry]) => tensorOf(name, entry, dataStart));
  checkLayout(tensors, dataStart, fileBytes);
  return {
    tensors: new Map(tensors.map((tensor) => [tensor.name, tensor])),
    metadata: metadata === undefined ? {} : parsed(metadataEntry, metadata, '__metadata__'),
  };
}

/**
 * A floating-point tensor's values as float32, which holds each of the three types exactly.
 *
 * @throws AppError `model/invalid` when the tensor is not F32, F16 or BF16
 */
export function tensorValues(file: Uint8Array, tensor: SafetensorsTensor): Float32Array<ArrayBuffer> {
  const view = new DataView(file.buffer, file.byteOffset + tensor.begin, tensor.end - tensor.begin);
  switch (tensor.dtype) {
    case 'F32':
      return Float32Array.from({ length: view.byteLength / 4 }, (_, i) => view.getFloat32(i * 4, true));
    case 'F16':
      return Float32Array.from({ length: view.byteLength / 2 }, (_, i) => fromFloat16Bits(view.getUint16(i * 2, true)));
    case 'BF16':
      return Float32Array.from({ length: view.byteLength / 2 }, (_, i) =>
        fromBfloat16Bits(view.getUint16(i * 2, true)),
      );
    default:
      throw invalid(`tensor ${tensor.name} has values of type ${tensor.dtype}; F32, F16 and BF16 are read`);
  }
}

/** The length is 64 bits wide: reading the lower half alone would accept a hostile file. */
function headerLength(start: Uint8Array, fileBytes: number): number {
  if (fileBytes < LENGTH_BYTES || start.length < LENGTH_BYTES) throw invalid('it is shorter than 8 bytes');
  const length = new DataView(start.buffer, start.byteOffset).getBigUint64(0, true);
  if (length > BigInt(MAX_HEADER_BYTES)) throw invalid(`its header claims ${length} bytes`);
  if (LENGTH_BYTES + Number(length) > fileBytes) throw invalid('its header runs past the end of the file');
  return Number(length);
}

function parseJson(bytes: Uint8Array): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid('its header is not JSON in UTF-8');
  }
  if (Array.isArray(header)) throw invalid('its header is not an object');
  return parsed(v.record(v.string(), v.unknown()), header, 'header');
}

function tensorOf(name: string, entry: unknown, dataStart: number): SafetensorsTensor {
  const { dtype, shape, data_offsets: offsets } = parsed(tensorEntry, entry, name);
  const elementBytes = Object.hasOwn(ELEMENT_BYTES, dtype) ? ELEMENT_BYTES[dtype] : undefined;
  if (elementBytes === undefined) throw invalid(`tensor ${name} has the unknown type ${dtype}`);
  const bytes = shape.reduce((product, size) => product * size, elementBytes);
  if (!Number.isSafeInteger(bytes)) throw invalid(`the size of tensor ${name} overflows`);
  if (offsets[1] - offsets[0] !== bytes) throw invalid(`the size of tensor ${name} does not fit its shape`);
  return { name, dtype, shape, begin: dataStart + offsets[0], end: dataStart + offsets[1] };
}

/** The tensors must fill the data buffer from first to last byte: no hole, no overlap, nothing after the last one. */
function checkLayout(tensors: readonly SafetensorsTensor[], dataStart: number, fileBytes: number): void {
  let previousEnd = dataStart;
  for (const tensor of [...tensors].sort((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (tensor.begin !== previousEnd) throw invalid(`tensor ${tensor.name} does not begin where the one before ends`);
    previousEnd = tensor.end;
  }
  if (previousEnd !== fileBytes) throw invalid('its data does not end where the file ends');
}

function parsed<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown, where: string): Output {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw invalid(`${where}: ${result.issues[0].message}`);
}

function invalid(why: string): AppError {
  return new AppError({ code: 'model/invalid', message: `This is not a valid safetensors file: ${why}.` });
}
