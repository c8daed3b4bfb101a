/**
 * wllama's WebAssembly, served by our own origin: by default the library fetches its "compat" build from a CDN.
 * The default build needs JSPI and 64-bit memory; the compat build, slower and twice as large, does without.
 */

import type { WllamaCompat } from '@wllama/wllama/esm/index.js';
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url';
import compatWasmUrl from '@wllama/wllama-compat/wasm/wllama.wasm?url';
import { WLLAMA_COMPAT_WASM_BYTES, WLLAMA_WASM_BYTES } from './wllama-sizes.ts';

export interface WllamaBuild {
  readonly wasmUrl: string;
  readonly wasmBytes: number;
  /** The compat build's own worker code; null for the default build, whose code is in the library. */
  readonly loadCompatWorker: (() => Promise<WllamaCompat['worker']>) | null;
}

export function wllamaBuild(): WllamaBuild {
  if (!needsCompatBuild()) return { wasmUrl, wasmBytes: WLLAMA_WASM_BYTES, loadCompatWorker: null };
  return {
    wasmUrl: compatWasmUrl,
    wasmBytes: WLLAMA_COMPAT_WASM_BYTES,
    // As text: the library runs it from a blob, together with code of its own.
    loadCompatWorker: async () => ({ code: (await import('@wllama/wllama-compat/wasm/wllama.js?raw')).default }),
  };
}

/** Firefox has no JSPI, yet runs the default build at full speed: the library replaces JSPI there. */
function needsCompatBuild(): boolean {
  const hasJspi = 'Suspending' in WebAssembly || navigator.userAgent.includes('Firefox/');
  return !hasJspi || !hasMemory64();
}

function hasMemory64(): boolean {
  try {
    const descriptor = { address: 'i64', initial: 1n };
    // The DOM library's types do not know 64-bit memories yet.
    new WebAssembly.Memory(descriptor as unknown as WebAssembly.MemoryDescriptor);
    return true;
  } catch {
    return false;
  }
}
