import { AppError } from '../../src/platform/errors.ts';
import { ByteReader } from './byte-reader.ts';
import {
  GGUF_MAGIC,
  GGUF_TENSOR_TYPES,
  type GGUF_VALUE_TYPES,
  GGUF_VERSION,
  type GgufNumberType,
  type GgufTensorType,
  type GgufValue,
  ggufAligned,
} from './gguf.ts';

/** Real models have a few dozen keys. */
const MAX_METADATA = 4096;
/** The largest open models have a few thousand tensors. */
const MAX_TENSORS = 65_536;
/** Chat templates, the longest strings, take some 10 kB. */
const MAX_STRING_BYTES = 1 << 20;
/** The largest vocabularies have about 260,000 tokens and as many merges. */
const MAX_ARRAY_ITEMS = 1 << 20;
/** ggml's `GGML_MAX_DIMS`. */
const MAX_DIMENSIONS = 4;

/** Bytes that an item takes at least; a claim of more items than that is refused before any memory is set aside. */
const MIN_ITEM_BYTES: Readonly<Record<GgufNumberType | 'string', number>> = {
  u8: 1,
  i8: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  f32: 4,
  f64: 8,
  string: 8,
};

interface GgufTensor {
  readonly name: string;
  /** Row-major: the reverse of the order in the file. */
  readonly shape: readonly number[];
  readonly type: GgufTensorType;
  /** Offset in the file of the first byte and of the byte after the last. */
  readonly begin: number;
  readonly end: number;
}

export interface GgufHeader {
  readonly metadata: ReadonlyMap<string, GgufValue>;
  readonly tensors: ReadonlyMap<string, GgufTensor>;
}

/**
 * Reads and checks what comes before the weights.
 *
 * @param start the file's first bytes, at least as many as the header takes
 * @param fileBytes length of the whole file
 * @throws AppError `model/invalid`
 */
export function readGgufHeader(start: Uint8Array, fileBytes: number): GgufHeader {
  const reader = new ByteReader(start, () => {
    throw invalid('it ends within its header');
  });
  if (!GGUF_MAGIC.every((byte) => reader.u8() === byte)) throw invalid('it does not begin with GGUF');
  const version = reader.u32();
  if (version !== GGUF_VERSION) throw invalid(`its version is ${version} instead of ${GGUF_VERSION}`);
  const tensorCount = readCount(reader, MAX_TENSORS, 'tensors');
  const metadataCount = readCount(reader, MAX_METADATA, 'metadata keys');

  const metadata = new Map<string, GgufValue>();
  for (let i = 0; i < metadataCount; i++) {
    const key = readString(reader);
    if (metadata.has(key)) throw invalid(`it has the key ${key} twice`);
    metadata.set(key, readValue(reader, readValueType(reader)));
  }
  const infos = Array.from({ length: tensorCount }, () => readTensorInfo(reader));
  return { metadata, tensors: placeTensors(infos, ggufAligned(reader.offset), fileBytes) };
}

interface TensorInfo {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: GgufTensorType;
  readonly offset: number;
  readonly bytes: number;
}

function readTensorInfo(reader: ByteReader): TensorInfo {
  const name = readString(reader);
  const dimensions = reader.u32();
  if (dimensions > MAX_DIMENSIONS) throw invalid(`tensor ${name} has ${dimensions} dimensions`);
  const shape = Array.from({ length: dimensions }, () => safe(reader.u64(), `the shape of tensor ${name}`)).reverse();
  const type = tensorType(reader.u32(), name);
  const { block, bytes } = GGUF_TENSOR_TYPES[type];
  const elements = shape.reduce((product, size) => product * size, 1);
  if (!Number.isSafeInteger(elements * bytes)) throw invalid(`the size of tensor ${name} overflows`);
  if ((shape.at(-1) ?? 1) % block !== 0) throw invalid(`rows of tensor ${name} are not whole blocks`);
  return {
    name,
    shape,
    type,
    offset: safe(reader.u64(), `the offset of tensor ${name}`),
    bytes: (elements / block) * bytes,
  };
}

/** ggml demands tensors one after the other, each padded to the alignment, and so do we. */
function placeTensors(
  infos: readonly TensorInfo[],
  dataStart: number,
  fileBytes: number,
): ReadonlyMap<string, GgufTensor> {
  const tensors = new Map<string, GgufTensor>();
  let expected = 0;
  for (const { name, shape, type, offset, bytes } of infos) {
    if (tensors.has(name)) throw invalid(`it has tensor ${name} twice`);
    if (offset !== expected) throw invalid(`tensor ${name} does not begin where the one before ends`);
    const begin = dataStart + offset;
    if (begin + bytes > fileBytes) throw invalid(`tensor ${name} runs past the end of the file`);
    tensors.set(name, { name, shape, type, begin, end: begin + bytes });
    expected = ggufAligned(offset + bytes);
  }
  return tensors;
}

type ValueType = keyof typeof GGUF_VALUE_TYPES;
const VALUE_TYPE_NAMES: readonly ValueType[] = [
  'u8',
  'i8',
  'u16',
  'i16',
  'u32',
  'i32',
  'f32',
  'bool',
  'string',
  'array',
  'u64',
  'i64',
  'f64',
];

function readValueType(reader: ByteReader): ValueType {
  const id = reader.u32();
  const type = VALUE_TYPE_NAMES[id];
  if (type === undefined) throw invalid(`it has a value of the unknown type ${id}`);
  return type;
}

function readValue(reader: ByteReader, type: ValueType): GgufValue {
  switch (type) {
    case 'bool':
      return { type, value: reader.u8() !== 0 };
    case 'string':
      return { type, value: readString(reader) };
    case 'u64':
      return { type, value: reader.u64() };
    case 'i64':
      return { type, value: reader.i64() };
    case 'array':
      return readArray(reader);
    default:
      return { type, value: reader[type]() };
  }
}

function readArray(reader: ByteReader): GgufValue {
  const of = readValueType(reader);
  if (of === 'array' || of === 'bool' || of === 'u64' || of === 'i64') {
    throw invalid(`arrays of ${of} are not read`);
  }
  const length = readCount(reader, MAX_ARRAY_ITEMS, 'items of an array');
  if (length * MIN_ITEM_BYTES[of] > reader.remaining) throw invalid('an array runs past the end of its header');
  return of === 'string'
    ? { type: 'array', of, values: Array.from({ length }, () => readString(reader)) }
    : { type: 'array', of, values: Array.from({ length }, () => reader[of]()) };
}

function readString(reader: ByteReader): string {
  const bytes = reader.bytes(readCount(reader, MAX_STRING_BYTES, 'bytes of a string'));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid('a string is not UTF-8');
  }
}

function readCount(reader: ByteReader, limit: number, of: string): number {
  const count = reader.u64();
  if (count > BigInt(limit)) throw invalid(`it claims ${count} ${of}`);
  return Number(count);
}

function tensorType(id: number, name: string): GgufTensorType {
  switch (id) {
    case GGUF_TENSOR_TYPES.F32.id:
      return 'F32';
    case GGUF_TENSOR_TYPES.F16.id:
      return 'F16';
    case GGUF_TENSOR_TYPES.Q8_0.id:
      return 'Q8_0';
    default:
      throw invalid(`tensor ${name} has the type ${id}, which is not read`);
  }
}

function safe(value: bigint, what: string): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw invalid(`${what} is out of range`);
  return Number(value);
}

function invalid(why: string): AppError {
  return new AppError({ code: 'model/invalid', message: `This is not a valid GGUF file: ${why}.` });
}
