import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WLLAMA_COMPAT_WASM_BYTES, WLLAMA_WASM_BYTES } from './wllama-sizes.ts';

function installedSize(path: string): number {
  return statSync(new URL(`../../node_modules/@wllama/${path}`, import.meta.url)).size;
}

describe('wllama sizes', () => {
  it('are those of the installed packages', () => {
    expect(WLLAMA_WASM_BYTES).toBe(installedSize('wllama/esm/wasm/wllama.wasm'));
    expect(WLLAMA_COMPAT_WASM_BYTES).toBe(installedSize('wllama-compat/wasm/wllama.wasm'));
  });
});
