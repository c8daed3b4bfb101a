/** Which SQL a text is written in, found out without holding the page up. */
import { type Detection, detectDialect } from '../../dialect/detect.ts';

/** Characters looked at in one go: some 25 ms on a slow machine. Most texts show what they are in the first of them. */
const SLICE_CHARACTERS = 20_000;
/** Characters looked at in all. */
const READ_CHARACTERS = 200_000;

/** The first slice that tells decides. Rejects with the signal's reason. */
export async function detectInSlices(text: string, signal: AbortSignal): Promise<Detection> {
  let start = 0;
  let detection = detectDialect('');
  while (start < Math.min(text.length, READ_CHARACTERS) && detection.evidence.length === 0) {
    const end = sliceEnd(text, start + SLICE_CHARACTERS);
    detection = detectDialect(text.slice(start, end));
    start = end;
    await new Promise((resume) => setTimeout(resume));
    signal.throwIfAborted();
  }
  return detection;
}

/** After a statement where one ends near: the next slice then begins outside of quotes and comments. */
function sliceEnd(text: string, limit: number): number {
  if (limit >= text.length) return text.length;
  const end = text.lastIndexOf(';\n', limit);
  return end > limit - SLICE_CHARACTERS / 2 ? end + 2 : limit;
}
