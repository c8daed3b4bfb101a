/** Where Postgres' tokens end (documentation, chapter 4.1). Positions count UTF-16 code units. */

export const LINE_COMMENT = /--[^\r\n]*/y;
export const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
/** A number takes the letters that stick to it, so that `1e'` is not mistaken for an E string. */
export const NUMBER = /\d[\w.]*/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
/** Between two string literals that Postgres reads as one: white space with a line break in it. */
const STRING_CONTINUATION = /[ \t\f\v]*(?:--[^\r\n]*)?[\r\n](?:\s|--[^\r\n]*[\r\n])*'/y;

/** A token's end, and whether the text ended before the token did. */
export interface End {
  readonly end: number;
  readonly unclosed: boolean;
}

/** Where the match of a sticky pattern ends; undefined when it does not match at `position`. */
export function matchEnd(pattern: RegExp, text: string, position: number): number | undefined {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The literal or name that opens at `start` with its quote; a doubled quote stands for itself. */
export function endOfQuoted(text: string, start: number, quote: "'" | '"'): End {
  let close = text.indexOf(quote, start + 1);
  while (close >= 0 && text.charAt(close + 1) === quote) close = text.indexOf(quote, close + 2);
  return close < 0 ? { end: text.length, unclosed: true } : { end: close + 1, unclosed: false };
}

/** The literal that opens at `start`, in which a backslash takes the meaning of the next character away. */
export function endOfEscaped(text: string, start: number): End {
  for (;;) {
    const part = endOfEscapedPart(text, start);
    // The second part of a continued string follows the rules of the first.
    const continued = part.unclosed ? undefined : matchEnd(STRING_CONTINUATION, text, part.end);
    if (continued === undefined) return part;
    start = continued - 1;
  }
}

function endOfEscapedPart(text: string, start: number): End {
  for (let index = start + 1; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '\\') {
      index++;
    } else if (character === "'") {
      if (text.charAt(index + 1) !== "'") return { end: index + 1, unclosed: false };
      index++;
    }
  }
  return { end: text.length, unclosed: true };
}

/** The `$tag$…$tag$` string that opens at `start`; undefined when none does (`$1`). */
export function endOfDollarQuoted(text: string, start: number): End | undefined {
  const tagEnd = matchEnd(DOLLAR_TAG, text, start);
  if (tagEnd === undefined) return undefined;
  const tag = text.slice(start, tagEnd);
  const close = text.indexOf(tag, tagEnd);
  return close < 0 ? { end: text.length, unclosed: true } : { end: close + tag.length, unclosed: false };
}

/** Block comments nest. */
export function endOfBlockComment(text: string, start: number): End {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start;
  let depth = 0;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return { end: mark.lastIndex, unclosed: false };
  }
  return { end: text.length, unclosed: true };
}

/** Start of the line below the one that `position` is on. */
export function lineAfter(text: string, position: number): number {
  const lineBreak = /\r\n|\n|\r/g;
  lineBreak.lastIndex = position;
  return lineBreak.test(text) ? lineBreak.lastIndex : text.length;
}
