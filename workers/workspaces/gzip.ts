/** Gzip by the browser's own streams. */

export async function gzip(bytes: Blob): Promise<Blob> {
  return await blobOf(bytes.stream().pipeThrough(new CompressionStream('gzip')));
}

/**
 * @throws TypeError when `packed` is no gzip
 * @throws RangeError when more than `maxBytes` come out of it
 */
export async function gunzip(packed: Blob, maxBytes: number): Promise<Blob> {
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new RangeError(`Unpacked it has more than ${Math.floor(maxBytes / 1024 / 1024)} MB.`);
      controller.enqueue(chunk);
    },
  });
  return await blobOf(packed.stream().pipeThrough(new DecompressionStream('gzip')).pipeThrough(counted));
}

async function blobOf(stream: ReadableStream): Promise<Blob> {
  return await new Response(stream).blob();
}
