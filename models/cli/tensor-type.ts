import { AppError } from '../../src/platform/errors.ts';
import type { GgufTensorType } from '../format/gguf.ts';

const TYPES: ReadonlyMap<string, GgufTensorType> = new Map([
  ['f32', 'F32'],
  ['f16', 'F16'],
  ['q8_0', 'Q8_0'],
]);

/** The `--type` option of commands that write a model. */
export function parseTensorType(text: string): GgufTensorType {
  const type = TYPES.get(text);
  if (type !== undefined) return type;
  throw new AppError({ code: 'internal', message: `--type is one of ${[...TYPES.keys()].join(', ')}, not ${text}` });
}
