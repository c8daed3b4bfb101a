import { type Construct, UNSUPPORTED } from '../../sql/unsupported.ts';

export interface LeftOut {
  readonly what: string;
  readonly reason: string;
}

/** Parts of statements that change rows, none of which the model writes here. */
const OF_WRITES: ReadonlySet<string> = new Set([
  'composite-assignment',
  'conflict-constraint',
  'conflict-expression',
  'current-of',
  'merge',
  'row-assignment',
  'statement',
] satisfies Construct[]);

/** What an error message can point at with "this" needs a name in a list. */
const NAMES: Readonly<Record<string, string>> = {
  operator: 'Some operators',
  'table-sample': 'TABLESAMPLE by other methods',
  'too-deep': 'Very deep nesting',
  'type-modifier': 'Modifiers of types other than numbers',
} satisfies Partial<Record<Construct, string>>;

/**
 * What PostgreSQL knows in a query and the grammar does not, with reasons. From the table that refuses it, so that the
 * list is what really happens.
 */
export function leftOutOfQueries(): readonly LeftOut[] {
  return Object.entries(UNSUPPORTED)
    .filter(([construct]) => !OF_WRITES.has(construct))
    .map(([construct, { what, reason }]) => ({ what: NAMES[construct] ?? what, reason }))
    .sort((a, b) => a.what.localeCompare(b.what, 'en'));
}
