/** A part of a text to be replaced; without a replacement it is removed. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement?: string;
}

/**
 * The text with the edits made, which do not overlap. What is removed leaves its line breaks behind, so that Postgres'
 * line numbers stay right, and takes the blank along that it no longer sets apart.
 */
export function editText(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, replacement } of edits.toSorted((one, other) => one.start - other.start)) {
    result += text.slice(done, start);
    done = end;
    if (replacement !== undefined) {
      result += replacement;
    } else {
      const breaks = text.slice(start, end).replaceAll(/[^\n]/g, '');
      const behind = text.charAt(end);
      if (breaks === '' && behind === ' ' && /(?:^|[\s(])$/.test(result)) done++;
      else if (/[),\n]/.test(behind)) result = result.replace(/[ \t]+$/, '');
      result += breaks;
    }
  }
  return (result + text.slice(done)).trimEnd();
}
