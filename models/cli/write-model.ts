/** Writes a nano model's file and what else names it: its manifest and its entry in the registry. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { writeGguf } from '../format/gguf-writer.ts';
import {
  type Qwen3Config,
  type Qwen3Description,
  type Qwen3Weight,
  qwen3Metadata,
  qwen3Tensors,
  qwen3Weights,
} from '../format/qwen3-gguf.ts';
import { NANO_CHAT_TEMPLATE } from '../nano/chat-template.ts';

const REGISTRY = fileURLToPath(new URL('../registry.json', import.meta.url));
/** The registry's entry for the model that comes with the page. */
const NANO_ID = 'nano';
const NANO_FILE = fileURLToPath(new URL('../nano/nano.gguf', import.meta.url));

export interface NanoModel extends Omit<Qwen3Description, 'name' | 'licence' | 'chatTemplate'> {
  readonly values: (weight: Qwen3Weight) => Float32Array<ArrayBuffer>;
  /** What is known about its training; null for random weights. */
  readonly training: Training | null;
}

export interface Training {
  /** Of the file with the settings. */
  readonly sha256: string;
  readonly date: string | null;
}

/**
 * Writes the GGUF file. When `out` is the bundled model's place, its manifest and the registry follow, so that the page
 * never offers a file whose size or hash it does not know.
 */
export function writeModel(model: NanoModel, out: string): void {
  const metadata = qwen3Metadata({
    ...model,
    name: 'Expert SQL nano',
    licence: 'mit',
    chatTemplate: NANO_CHAT_TEMPLATE,
  });
  const file = Buffer.concat([...writeGguf(metadata, qwen3Tensors(model.config, model.type, model.values))]);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, file);
  const sha256 = sha256Of(file);
  console.log(`${out}: ${file.length} bytes, ${parameterCount(model.config)} parameters, sha256 ${sha256}`);
  if (out !== NANO_FILE) return;
  writeJson(join(dirname(out), 'manifest.json'), {
    template: 'nano-1',
    architecture: 'qwen3',
    parameters: parameterCount(model.config),
    layers: model.config.num_hidden_layers,
    hiddenSize: model.config.hidden_size,
    vocabulary: model.config.vocab_size,
    contextTokens: model.config.max_position_embeddings,
    tensorType: model.type,
    sizeBytes: file.length,
    sha256,
    training: model.training,
  });
  updateRegistry(file.length, sha256);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function updateRegistry(sizeBytes: number, sha256: string): void {
  const registry = v.parse(v.array(v.looseObject({ id: v.string() })), JSON.parse(readFileSync(REGISTRY, 'utf8')));
  writeJson(
    REGISTRY,
    registry.map((entry) => (entry.id === NANO_ID ? { ...entry, sizeBytes, sha256 } : entry)),
  );
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

function parameterCount(config: Qwen3Config): number {
  return qwen3Weights(config).reduce((sum, { shape }) => sum + shape.reduce((product, size) => product * size, 1), 0);
}
