import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { BYTE_CHARACTERS } from '../../models/format/byte-level.ts';
import { readGgufHeader } from '../../models/format/gguf-reader.ts';
import { assert, must } from '../../src/platform/assert.ts';

/** A model's tokens as an engine masks them. */
export interface Vocabulary {
  readonly name: string;
  /** As byte-level BPE writes them, by id. */
  readonly tokens: readonly string[];
  /** Width of the logits: ids above the tokens are padding. */
  readonly size: number;
  /** Ends the answer. */
  readonly stopTokens: readonly number[];
}

const NANO = new URL('../../models/nano/nano.gguf', import.meta.url);
const QWEN_SIZE = 151_936;
const QWEN_SPECIAL = ['<|endoftext|>', '<|im_start|>', '<|im_end|>'];

/** The bundled model's 4,096 tokens. */
export function nanoVocabulary(): Vocabulary {
  const file = readFileSync(NANO);
  const { metadata } = readGgufHeader(file, file.length);
  const tokens = must(metadata.get('tokenizer.ggml.tokens'), 'the tokens');
  const stop = must(metadata.get('tokenizer.ggml.eos_token_id'), 'the token that ends');
  assert(tokens.type === 'array' && stop.type === 'u32', 'a list of tokens and a number');
  const texts = Array.from(tokens.values, String);
  return { name: 'nano', tokens: texts, size: texts.length, stopTokens: [stop.value] };
}

/**
 * The 151,643 tokens of the Qwen family from a file that holds each as a length byte and its bytes, in the order of
 * their ids, deflated. It is not in this repository.
 */
export function qwenVocabulary(path: string): Vocabulary {
  const bytes = inflateRawSync(readFileSync(path));
  const tokens: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = must(bytes[at], 'a length');
    tokens.push(Array.from(bytes.subarray(at + 1, at + 1 + length), (byte) => BYTE_CHARACTERS[byte]).join(''));
    at += 1 + length;
  }
  const base = tokens.length;
  return { name: 'qwen', tokens: [...tokens, ...QWEN_SPECIAL], size: QWEN_SIZE, stopTokens: [base + 2, base] };
}

/** The text of each token's bytes, one character a byte. */
export function tokenBytes({ tokens }: Vocabulary): Uint8Array[] {
  const byteOf = new Map(BYTE_CHARACTERS.map((character, byte) => [character, byte]));
  return tokens.map((token) => Uint8Array.from(token, (character) => byteOf.get(character) ?? 0x3f));
}
