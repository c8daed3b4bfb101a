/** The text of a file, whatever its encoding, without holding the page up. */
import { MAX_SCRIPT_CHARACTERS } from '../../database/contract.ts';
import { refuseBinary } from '../../tabular/binary-format.ts';
import { detectEncoding, type EncodingName } from '../../tabular/encoding.ts';
import { beyondLimit } from '../../tabular/refusal.ts';
import { bytes, count } from '../parts/format.ts';

/** Bytes of a file that are read at all: a character is at most 4 bytes of UTF-8. */
export const MAX_SCRIPT_BYTES = MAX_SCRIPT_CHARACTERS * 4;
/** Bytes that show what a file is. */
const HEAD_BYTES = 64 * 1024;

const WITHOUT_ROWS = 'A dump without rows (pg_dump --schema-only) is enough to ask questions about.';

/** The first bytes. Throws when they are those of a file that is no text. */
export async function readHead(file: File): Promise<string> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  refuseBinary(file.name, head);
  return new TextDecoder(detectEncoding(file.name, head).name).decode(head);
}

/** The last characters, as far as they are ASCII. */
export async function readTail(file: File): Promise<string> {
  return await file.slice(Math.max(0, file.size - HEAD_BYTES)).text();
}

/** Throws when the file is too large, or no text. */
export async function readText(file: File, signal: AbortSignal): Promise<string> {
  checkScriptBytes(file.name, file.size);
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  refuseBinary(file.name, head);
  const { name } = detectEncoding(file.name, head);
  if (name !== 'utf-8' && name !== 'windows-1252') return await decode(file, name, signal);
  try {
    return await decode(file, 'utf-8', signal);
  } catch (thrown) {
    // The decoder's own: somewhere there is a byte that is no UTF-8. Every byte is something in Windows-1252.
    if (thrown instanceof TypeError) return await decode(file, 'windows-1252', signal);
    throw thrown;
  }
}

export function checkScriptBytes(name: string, size: number): void {
  if (size <= MAX_SCRIPT_BYTES) return;
  throw beyondLimit({
    message: `“${name}” has ${bytes(size)}; the limit is ${bytes(MAX_SCRIPT_BYTES)}.`,
    hint: WITHOUT_ROWS,
  });
}

export function checkScriptLength(name: string, length: number): void {
  if (length <= MAX_SCRIPT_CHARACTERS) return;
  throw beyondLimit({
    message: `“${name}” has ${count(length)} characters; the limit is ${count(MAX_SCRIPT_CHARACTERS)}.`,
    hint: WITHOUT_ROWS,
  });
}

async function decode(file: File, encoding: EncodingName, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  const pieces: string[] = [];
  let length = 0;
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      const piece = decoder.decode(value, { stream: !done });
      pieces.push(piece);
      length += piece.length;
      checkScriptLength(file.name, length);
      if (done) return pieces.join('');
    }
  } finally {
    await reader.cancel();
  }
}
