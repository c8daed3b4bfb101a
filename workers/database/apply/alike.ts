import { MAX_LISTED_ALIKE, SUMMARY_CHARACTERS } from '../../../src/database/contract.ts';
import { must } from '../../../src/platform/assert.ts';
import type { Entry } from './report.ts';
import type { Statement } from './statement.ts';

/**
 * The entries one by one, and INSERTs that begin alike and had the same outcome in one group where they are many: the
 * page would otherwise stand still while it takes in a report of hundreds of thousands of rows.
 */
export function groupAlike(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups: (readonly Entry[])[] = [];
  for (let start = 0; start < entries.length; ) {
    const end = endOfAlike(entries, start);
    const run = entries.slice(start, end);
    if (run.length > MAX_LISTED_ALIKE) groups.push(run);
    else for (const entry of run) groups.push([entry]);
    start = end;
  }
  return groups;
}

function endOfAlike(entries: readonly Entry[], start: number): number {
  const first = must(entries[start], 'an entry');
  const beginning = beginningOf(first.step.source);
  let end = start + 1;
  if (beginning === undefined || first.statement === undefined) return end;
  for (let entry = entries[end]; entry?.step.source.startsWith(beginning); entry = entries[end]) {
    if (!entry.statement || !hadSameOutcome(first.statement, entry.statement)) break;
    end++;
  }
  return end;
}

/** `INSERT INTO orders VALUES (`; undefined for other statements. */
function beginningOf(source: string): string | undefined {
  return /^insert\b[^(]*\(/i.exec(source.slice(0, 2 * SUMMARY_CHARACTERS))?.[0];
}

function hadSameOutcome(one: Statement, other: Statement): boolean {
  return (
    one.state === other.state &&
    one.isRewritten === other.isRewritten &&
    one.afterLine === other.afterLine &&
    one.skipReason === other.skipReason &&
    one.failure?.error.message === other.failure?.error.message &&
    one.notes.join('\n') === other.notes.join('\n')
  );
}
