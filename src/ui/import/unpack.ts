/** Dumps are often packed with gzip, which the browser can unpack. */
import { beyondLimit, unreadable } from '../../tabular/refusal.ts';
import { bytes } from '../parts/format.ts';
import { MAX_SCRIPT_BYTES } from './read-text.ts';

export function isPacked(name: string): boolean {
  return /\.gz$/i.test(name);
}

/** The file inside, which is called as the packed one without its ending. */
export async function unpack(file: File, signal: AbortSignal): Promise<File> {
  let size = 0;
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      signal.throwIfAborted();
      size += chunk.length;
      if (size > MAX_SCRIPT_BYTES) controller.error(tooLarge(file.name));
      else controller.enqueue(chunk);
    },
  });
  try {
    const unpacked = file.stream().pipeThrough(new DecompressionStream('gzip')).pipeThrough(counting);
    return new File([await new Response(unpacked).blob()], file.name.replace(/\.gz$/i, ''));
  } catch {
    signal.throwIfAborted();
    if (size > MAX_SCRIPT_BYTES) throw tooLarge(file.name);
    throw unreadable({
      message: `“${file.name}” cannot be unpacked: it is damaged, or no gzip file.`,
      hint: 'Unpack it and drop the file inside.',
    });
  }
}

function tooLarge(name: string): Error {
  return beyondLimit({
    message: `“${name}” has more than ${bytes(MAX_SCRIPT_BYTES)} once it is unpacked, which is the limit.`,
    hint: 'Leave out rows, or split it.',
  });
}
