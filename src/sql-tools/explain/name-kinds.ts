/** What a name in the grammar is the name of. */
export type NameKind =
  | 'column'
  | 'column-of-table'
  | 'all-columns'
  | 'table'
  | 'function'
  | 'type'
  | 'operator'
  | 'prefix'
  | 'text'
  | 'number'
  | 'new-name'
  | 'derived'
  | 'window'
  | 'subquery'
  /** One of the texts that a column takes, of the fields of EXTRACT and the like. */
  | 'listed';

/** Rules of the grammar (`src/grammar`) that are names as a whole. */
const KINDS: readonly (readonly [rule: RegExp, kind: NameKind])[] = [
  [/^(?:column|v\d+-(?:column|array))$/, 'column'],
  [/^(?:t\d+-(?:free-)?column|any-column|odd-column)$/, 'column-of-table'],
  [/^all-columns$/, 'all-columns'],
  [/^(?:table|aliased-table)$/, 'table'],
  [/^(?:word|set-call)$/, 'function'],
  [/^(?:plain-)?type$/, 'type'],
  [/^operator$/, 'operator'],
  [/^prefix$/, 'prefix'],
  [/^string$/, 'text'],
  [/^(?:number|integer)$/, 'number'],
  [/^output-name$/, 'new-name'],
  [/^derived-name$/, 'derived'],
  [/^window-name$/, 'window'],
  [/^subquery$/, 'subquery'],
  [/^v\d+-text$/, 'listed'],
];

/** Null for a rule that is made of several words. */
export function kindOfRule(rule: string): NameKind | null {
  return KINDS.find(([pattern]) => pattern.test(rule))?.[1] ?? null;
}
