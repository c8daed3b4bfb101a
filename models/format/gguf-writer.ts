import { AppError } from '../../src/platform/errors.ts';
import { ByteWriter } from './byte-writer.ts';
import {
  GGUF_MAGIC,
  GGUF_TENSOR_TYPES,
  GGUF_VALUE_TYPES,
  GGUF_VERSION,
  type GgufMetadata,
  type GgufNumberType,
  type GgufTensorType,
  type GgufValue,
  ggufAligned,
} from './gguf.ts';

export interface GgufTensorSource {
  readonly name: string;
  /** Row-major, as in safetensors files; the file itself stores the dimensions in reverse. */
  readonly shape: readonly number[];
  readonly type: GgufTensorType;
  /** Makes the tensor's bytes when it is its turn, so that a large model is never in memory twice. */
  readonly encode: () => Uint8Array<ArrayBuffer>;
}

/** ggml's `GGML_MAX_NAME`, with the closing NUL. */
const MAX_TENSOR_NAME_BYTES = 63;

/** The file in order, piece by piece: its header, then each tensor with its padding. */
export function* writeGguf(
  metadata: readonly GgufMetadata[],
  tensors: readonly GgufTensorSource[],
): Generator<Uint8Array<ArrayBuffer>> {
  yield header(metadata, tensors);
  for (const tensor of tensors) {
    const size = tensorBytes(tensor);
    const bytes = tensor.encode();
    if (bytes.length !== size) throw invalid(`tensor ${tensor.name} has ${bytes.length} bytes instead of ${size}`);
    yield bytes;
    yield new Uint8Array(ggufAligned(size) - size);
  }
}

function header(metadata: readonly GgufMetadata[], tensors: readonly GgufTensorSource[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.bytes(GGUF_MAGIC);
  writer.u32(GGUF_VERSION);
  writer.u64(BigInt(tensors.length));
  writer.u64(BigInt(metadata.length));
  for (const { key, value } of metadata) {
    writeString(writer, key);
    writer.u32(GGUF_VALUE_TYPES[value.type]);
    writeValue(writer, value);
  }
  let offset = 0;
  for (const tensor of tensors) {
    writeTensorInfo(writer, tensor, offset);
    offset = ggufAligned(offset + tensorBytes(tensor));
  }
  writer.bytes(new Uint8Array(ggufAligned(writer.length) - writer.length));
  return writer.finish();
}

function writeTensorInfo(writer: ByteWriter, tensor: GgufTensorSource, offset: number): void {
  if (new TextEncoder().encode(tensor.name).length > MAX_TENSOR_NAME_BYTES) {
    throw invalid(`the tensor name ${tensor.name} is too long`);
  }
  writeString(writer, tensor.name);
  writer.u32(tensor.shape.length);
  for (const size of tensor.shape.toReversed()) writer.u64(BigInt(size));
  writer.u32(GGUF_TENSOR_TYPES[tensor.type].id);
  writer.u64(BigInt(offset));
}

function tensorBytes(tensor: GgufTensorSource): number {
  const { block, bytes } = GGUF_TENSOR_TYPES[tensor.type];
  const rowLength = tensor.shape.at(-1) ?? 1;
  if (rowLength % block !== 0) throw invalid(`rows of tensor ${tensor.name} are not a multiple of ${block}`);
  return (tensor.shape.reduce((product, size) => product * size, 1) / block) * bytes;
}

function writeValue(writer: ByteWriter, value: GgufValue): void {
  switch (value.type) {
    case 'bool':
      writer.u8(value.value ? 1 : 0);
      break;
    case 'string':
      writeString(writer, value.value);
      break;
    case 'u64':
      writer.u64(value.value);
      break;
    case 'i64':
      writer.i64(value.value);
      break;
    case 'array':
      writer.u32(GGUF_VALUE_TYPES[value.of]);
      writer.u64(BigInt(value.values.length));
      if (value.of === 'string') for (const item of value.values) writeString(writer, item);
      else for (const item of value.values) writeNumber(writer, value.of, item);
      break;
    default:
      writeNumber(writer, value.type, value.value);
  }
}

function writeNumber(writer: ByteWriter, type: GgufNumberType, value: number): void {
  writer[type](value);
}

function writeString(writer: ByteWriter, text: string): void {
  const bytes = new TextEncoder().encode(text);
  writer.u64(BigInt(bytes.length));
  writer.bytes(bytes);
}

function invalid(why: string): AppError {
  return new AppError({ code: 'model/invalid', message: `Cannot write the GGUF file: ${why}.` });
}
