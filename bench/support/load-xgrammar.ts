import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type * as XGrammar from '@mlc-ai/web-xgrammar';
import type { Vocabulary } from './vocabulary.ts';

/**
 * `@mlc-ai/web-xgrammar` 0.1.27, the grammar engine inside web-llm 0.2.86, for Node. Its file is CommonJS but its
 * package says "module", so that Node would load it as an empty ES module: a copy under another name is loaded.
 */
export function loadXGrammar(): typeof XGrammar {
  loaded ??= load();
  return loaded;
}

/** A model's tokens as xgrammar takes them. */
export async function tokenizerInfo({ tokens, size, stopTokens }: Vocabulary): Promise<XGrammar.TokenizerInfo> {
  const { TokenizerInfo } = loadXGrammar();
  return await TokenizerInfo.createTokenizerInfo([...tokens], 'byte_level', false, size, [...stopTokens]);
}

let loaded: typeof XGrammar | undefined;

function load(): typeof XGrammar {
  const require = createRequire(import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), 'xgrammar-'));
  try {
    const file = join(folder, 'index.cjs');
    copyFileSync(join(dirname(require.resolve('@mlc-ai/web-xgrammar/package.json')), 'lib/index.js'), file);
    return require(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
