/** `expert export-nano`: the trained weights (safetensors, as PyTorch leaves them) → the GGUF file that the page loads. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { AppError } from '../../src/platform/errors.ts';
import { parseNanoTokenizer } from '../format/nano-tokenizer.ts';
import { type Qwen3Weight, qwen3ConfigSchema, qwen3Weights } from '../format/qwen3-gguf.ts';
import { readSafetensorsHeader, tensorValues } from '../format/safetensors.ts';
import { parseTensorType } from './tensor-type.ts';
import { sha256Of, type Training, writeModel } from './write-model.ts';

export const exportNanoUsage = `export-nano --from DIR [--out FILE] [--type q8_0|f16|f32] [--training FILE]
    DIR holds model.safetensors, config.json and tokenizer.json. FILE holds the training's settings; the manifest names
    its hash, and its "date" if it has one.
    Writing to models/nano/nano.gguf, the default, updates its manifest and models/registry.json.`;

export function exportNano(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      out: { type: 'string', default: 'models/nano/nano.gguf' },
      type: { type: 'string', default: 'q8_0' },
      training: { type: 'string' },
    },
  });
  if (values.from === undefined)
    throw new AppError({ code: 'internal', message: 'Say where the model is: --from DIR' });
  const directory = values.from;
  const config = v.parse(qwen3ConfigSchema, readJson(join(directory, 'config.json')));
  const file = readFileSync(join(directory, 'model.safetensors'));
  const { tensors } = readSafetensorsHeader(file, file.length);

  const expected = new Set(qwen3Weights(config).map((weight) => weight.name));
  for (const name of tensors.keys()) if (!expected.has(name)) throw invalid(`holds ${name}, which no Qwen3 model has`);

  writeModel(
    {
      config,
      tokenizer: parseNanoTokenizer(readJson(join(directory, 'tokenizer.json'))),
      type: parseTensorType(values.type),
      values: ({ name, shape }: Qwen3Weight) => {
        const tensor = tensors.get(name);
        if (tensor === undefined) throw invalid(`lacks ${name}`);
        if (tensor.shape.join() !== shape.join()) throw invalid(`has ${name} in shape ${tensor.shape.join('×')}`);
        return tensorValues(file, tensor);
      },
      training: values.training === undefined ? null : readTraining(values.training),
    },
    resolve(values.out),
  );
}

function readTraining(path: string): Training {
  const { date } = v.parse(v.object({ date: v.optional(v.string()) }), readJson(path));
  return { sha256: sha256Of(readFileSync(path)), date: date ?? null };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function invalid(why: string): AppError {
  return new AppError({ code: 'model/invalid', message: `model.safetensors ${why}.` });
}
