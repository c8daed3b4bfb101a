/** Finds where the long tokens end. An unclosed one ends with the text. */

const BACKSLASH = 92;

/** End of what opens at `start` and is closed by `close`, which stands for itself when doubled. */
export function endOfQuoted(text: string, start: number, close: string): number {
  let from = start + 1;
  for (;;) {
    const end = text.indexOf(close, from);
    if (end < 0) return text.length;
    if (text.charAt(end + 1) !== close) return end + 1;
    from = end + 2;
  }
}

/** The same for strings in which a backslash escapes the next character. */
export function endOfEscaped(text: string, start: number, close: string): number {
  const quote = close.charCodeAt(0);
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === BACKSLASH) {
      index++;
    } else if (code === quote) {
      if (text.charCodeAt(index + 1) !== quote) return index + 1;
      index++;
    }
  }
  return text.length;
}

/** The line break is no part of the comment. */
export function endOfLine(text: string, start: number): number {
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || code === 13) return index;
  }
  return text.length;
}

export function endOfBlockComment(text: string, start: number, nested: boolean): number {
  if (!nested) {
    const end = text.indexOf('*/', start + 2);
    return end < 0 ? text.length : end + 2;
  }
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return text.length;
}

const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;

/** End of `$tag$ … $tag$`; undefined where none opens. */
export function endOfDollarQuoted(text: string, start: number): number | undefined {
  DOLLAR_TAG.lastIndex = start;
  const tag = DOLLAR_TAG.exec(text)?.[0];
  if (tag === undefined) return undefined;
  const close = text.indexOf(tag, start + tag.length);
  return close < 0 ? text.length : close + tag.length;
}
