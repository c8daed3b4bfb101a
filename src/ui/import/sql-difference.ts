/** Where two texts of SQL differ, word by word. */
import { diffWordsWithSpace } from 'diff';

/** Part of a text; changed when the other text has something else in its place. */
export interface Span {
  readonly text: string;
  readonly isChanged: boolean;
}

export interface SqlDifference {
  readonly before: readonly Span[];
  readonly after: readonly Span[];
}

/** Milliseconds before texts that have nothing in common are shown without marks. */
const TIME_LIMIT = 40;
/** Share of a text that may be marked: more marks than that say nothing. */
const MARKED_SHARE = 0.8;

export function sqlDifference(before: string, after: string): SqlDifference {
  const changes = diffWordsWithSpace(before, after, { timeout: TIME_LIMIT });
  if (changes === undefined) return unmarked(before, after);
  const spans = (side: 'removed' | 'added'): readonly Span[] =>
    joined(
      changes
        .filter(({ removed, added }) => (side === 'removed' ? !added : !removed))
        .map((change) => ({ text: change.value, isChanged: change[side] })),
    );
  const difference = { before: spans('removed'), after: spans('added') };
  const isMostlyNew = Object.values(difference).every((side) => markedShare(side) > MARKED_SHARE);
  return isMostlyNew ? unmarked(before, after) : difference;
}

/** Changed words that stand side by side are one change, with the blanks between them. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const [index, { text, isChanged: isOwnChange }] of spans.entries()) {
    const isBetween = /^[ \t]+$/.test(text) && spans[index - 1]?.isChanged && spans[index + 1]?.isChanged;
    const isChanged = isOwnChange || isBetween === true;
    const last = result.at(-1);
    if (last?.isChanged === isChanged) result[result.length - 1] = { text: last.text + text, isChanged };
    else result.push({ text, isChanged });
  }
  return result;
}

function unmarked(before: string, after: string): SqlDifference {
  return { before: [{ text: before, isChanged: false }], after: [{ text: after, isChanged: false }] };
}

function markedShare(spans: readonly Span[]): number {
  const length = (some: readonly Span[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  return length(spans.filter(({ isChanged }) => isChanged)) / Math.max(1, length(spans));
}
