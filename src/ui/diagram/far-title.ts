/** Of a monospaced letter, as a share of the font's size. */
const LETTER_WIDTH = 0.62;
/** From line to line, as a share of the font's size. */
export const LINE_HEIGHT = 1.1;
/** Lines and the space around them, as a share of the box's height. */
const SHARE_OF_HEIGHT = 0.7;
/** Pixels: larger ones would shout. */
const MAX_SIZE = 44;
const MAX_LINES = 3;

export interface FarTitle {
  readonly lines: readonly string[];
  /** Of the font, in pixels. */
  readonly size: number;
}

/** A table's name as large as its box has room for, in the lines that allow most: a long one is broken at its joints. */
export function layOutFarTitle(title: string, room: { readonly width: number; readonly height: number }): FarTitle {
  // Joints stay at the end of a line, as hyphens do: `order_` `status_` `history`.
  const words = title.split(/(?<=[_.\- ])/);
  const candidates = Array.from({ length: Math.min(MAX_LINES, words.length) }, (_, index) => {
    const lines = breakIntoLines(words, index + 1);
    const longest = Math.max(...lines.map((line) => [...line].length));
    const byWidth = room.width / (longest * LETTER_WIDTH);
    const byHeight = (room.height * SHARE_OF_HEIGHT) / (lines.length * LINE_HEIGHT);
    return { lines, size: Math.min(MAX_SIZE, byWidth, byHeight) };
  });
  return candidates.reduce((best, each) => (each.size > best.size ? each : best));
}

/** In no more than `count` lines, the longest of which is as short as can be. */
function breakIntoLines(words: readonly string[], count: number): readonly string[] {
  const whole = [words.join('')];
  if (count === 1) return whole;
  let best = whole;
  for (let first = 1; first < words.length; first++) {
    const lines = [words.slice(0, first).join(''), ...breakIntoLines(words.slice(first), count - 1)];
    if (lengthOf(lines) < lengthOf(best)) best = lines;
  }
  return best;
}

function lengthOf(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.length));
}
