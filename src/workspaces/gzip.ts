/** Gzip by the browser's own streams. */

export async function gzip(bytes: Uint8Array): Promise<Blob> {
  return await new Response(through(new Blob([new Uint8Array(bytes)]), new CompressionStream('gzip'))).blob();
}

/** @throws TypeError when `packed` is no gzip */
export async function gunzip(packed: Blob): Promise<Uint8Array> {
  return new Uint8Array(await new Response(through(packed, new DecompressionStream('gzip'))).arrayBuffer());
}

function through(blob: Blob, transform: CompressionStream | DecompressionStream): ReadableStream {
  return blob.stream().pipeThrough(transform);
}
