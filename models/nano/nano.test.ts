import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MODEL_CATALOGUE } from '../../src/engine/catalogue.ts';
import { NANO_SPECIAL_TOKENS } from '../../src/prompt/nano-1.ts';
import { readGgufHeader } from '../format/gguf-reader.ts';
import { TOKEN_CONTROL } from '../format/nano-tokenizer.ts';
import { NANO_CHAT_TEMPLATE } from './chat-template.ts';
import manifest from './manifest.json' with { type: 'json' };

const file = readFileSync(new URL('nano.gguf', import.meta.url));
const sha256 = createHash('sha256').update(file).digest('hex');
const { metadata } = readGgufHeader(file, file.length);

describe('the bundled model', () => {
  it('is the one that registry and manifest name', () => {
    const entry = MODEL_CATALOGUE.find(({ id }) => id === 'nano');
    expect(entry).toMatchObject({ sizeBytes: file.length, sha256 });
    expect(manifest).toMatchObject({ sizeBytes: file.length, sha256, template: entry?.promptTemplate });
  });

  it('knows the special tokens of its prompt as control tokens', () => {
    const tokens = metadata.get('tokenizer.ggml.tokens');
    const types = metadata.get('tokenizer.ggml.token_type');
    if (tokens?.type !== 'array' || tokens.of !== 'string') throw new Error('no tokens');
    if (types?.type !== 'array' || types.of === 'string') throw new Error('no types');
    for (const special of NANO_SPECIAL_TOKENS) {
      expect(types.values[tokens.values.indexOf(special)], special).toBe(TOKEN_CONTROL);
    }
  });

  it('carries the chat template', () => {
    expect(metadata.get('tokenizer.chat_template')).toEqual({ type: 'string', value: NANO_CHAT_TEMPLATE });
  });
});
