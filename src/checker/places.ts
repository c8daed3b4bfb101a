import type { Token } from './lexer.ts';
import { type Reason, reject } from './rejection.ts';

/** Part of a query, which decides what may stand there besides columns. */
export type Place =
  | 'select'
  | 'distinct'
  | 'having'
  | 'order'
  | 'window'
  | 'from'
  | 'on'
  | 'where'
  | 'group'
  | 'filter'
  | 'values'
  /** A row that INSERT writes. */
  | 'inserted'
  | 'set'
  | 'returning'
  | 'limit';

const AGGREGATE_PLACES: ReadonlySet<Place> = new Set<Place>(['select', 'distinct', 'having', 'order', 'window']);

export function allowsAggregates({ place }: { readonly place: Place }): boolean {
  return AGGREGATE_PLACES.has(place);
}

const CLAUSES: Readonly<Partial<Record<Place, string>>> = {
  from: 'FROM',
  on: 'ON',
  where: 'WHERE',
  group: 'GROUP BY',
  having: 'HAVING',
  filter: 'FILTER',
  values: 'VALUES',
  inserted: 'VALUES',
  set: 'SET',
  returning: 'RETURNING',
  limit: 'LIMIT',
  window: 'WINDOW',
};

/** What cannot stand at a place of the query, by its name. */
export function misplaced(
  reason: Reason,
  { text, position }: Pick<Token, 'text' | 'position'>,
  { place }: { readonly place: Place },
) {
  return reject(reason, position, `${text} cannot stand in ${CLAUSES[place] ?? 'this place'}.`);
}
