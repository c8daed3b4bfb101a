/**
 * What a text area can take without holding the page up. Chromium lays out each line on its own, and takes a
 * millisecond or more for each that is pasted (2,000 lines: 0.8 s, 20,000: 14 s); a text that is set as a whole costs a
 * tenth of that, but cannot be taken back by the browser's own Undo.
 */

/** A longer text is kept out of the text area. */
const MAX_EDITABLE_CHARACTERS = 100_000;
const MAX_EDITABLE_LINES = 2_000;
/** A longer paste is set as a whole. */
const MAX_PASTED_LINES = 100;

export function isEditable(text: string): boolean {
  return text.length <= MAX_EDITABLE_CHARACTERS && !hasMoreLines(text, MAX_EDITABLE_LINES);
}

export function isSlowToPaste(text: string): boolean {
  return text.length > MAX_EDITABLE_CHARACTERS || hasMoreLines(text, MAX_PASTED_LINES);
}

function hasMoreLines(text: string, limit: number): boolean {
  let line = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    if (++line > limit) return true;
  }
  return false;
}
