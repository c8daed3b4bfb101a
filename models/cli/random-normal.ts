/** Standard normal numbers from a seed: equal seeds make equal models on every machine. */
export function randomNormal(seed: number): () => number {
  const uniform = mulberry32(seed);
  // Box–Muller; 1 - u keeps the logarithm's argument above zero.
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Tommy Ettinger's Mulberry32: 32 bits of state, good enough for weights that mean nothing. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
