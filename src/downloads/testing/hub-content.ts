/** Bytes that a hub serves, which need not all be in memory. */
export interface HubContent {
  readonly size: number;
  read(from: number, to: number): Uint8Array;
}

export function contentOf(bytes: Uint8Array): HubContent {
  return { size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}

const BLOCK_BYTES = 1024 * 1024;

/** As many bytes as asked for, the same ones for the same seed, which look like weights to anything that would compress them. */
export function noiseOf(size: number, seed = 1): HubContent {
  const block = new Uint8Array(BLOCK_BYTES);
  // xorshift32
  let state = seed | 1;
  for (let index = 0; index < block.length; index++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    block[index] = state;
  }
  return {
    size,
    read(from, to) {
      const start = from % BLOCK_BYTES;
      return block.subarray(start, Math.min(BLOCK_BYTES, start + Math.min(to, size) - from));
    },
  };
}

/** The same with one bit of one byte the other way round. */
export function withFlippedByte(content: HubContent, at: number): HubContent {
  return {
    size: content.size,
    read(from, to) {
      const bytes = content.read(from, to);
      if (at < from || at >= from + bytes.length) return bytes;
      const copy = Uint8Array.from(bytes);
      copy[at - from] = (copy[at - from] ?? 0) ^ 1;
      return copy;
    },
  };
}

export function cutOff(content: HubContent, size: number): HubContent {
  return { size, read: (from, to) => content.read(from, Math.min(to, size)) };
}
