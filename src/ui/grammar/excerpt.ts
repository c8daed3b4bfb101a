import type { Place } from '../../sql-tools/contract.ts';

export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Characters around the marked place: enough to see where one is, in a text that may have thousands. */
const BEFORE = 240;
const AFTER = 160;

/** The text around `place`; `…` stands for what is left out. */
export function excerptOf(text: string, { from, to }: Place): Excerpt {
  const start = from > BEFORE + 1 ? wordStart(text, from - BEFORE) : 0;
  const end = text.length > to + AFTER + 1 ? to + AFTER : text.length;
  return {
    before: (start > 0 ? '… ' : '') + text.slice(start, from),
    marked: text.slice(from, to),
    after: text.slice(to, end) + (end < text.length ? ' …' : ''),
  };
}

function wordStart(text: string, index: number): number {
  const blank = text.slice(index, index + BEFORE).search(/\s/);
  return blank === -1 ? index : index + blank + 1;
}
