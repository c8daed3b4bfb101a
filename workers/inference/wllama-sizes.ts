/**
 * Uncompressed sizes of wllama 3.8.1's WebAssembly files, for honest progress: a compressed transfer does not tell.
 * A test compares them with the installed package.
 */
export const WLLAMA_WASM_BYTES = 8_763_949;
export const WLLAMA_COMPAT_WASM_BYTES = 16_005_007;
