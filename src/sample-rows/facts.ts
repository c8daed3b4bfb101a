/**
 * What the catalogue knows beyond `Schema`, and only rows to be put in need: read by whoever has the database at hand
 * (`workers/database/fill-tables.ts`). Without it the planner does as well as the schema alone allows.
 */
export interface CatalogueFacts {
  /** By `tableKey`. */
  readonly tables: ReadonlyMap<string, TableFacts>;
  /** By the type as `format_type` prints it, without modifiers. */
  readonly types: ReadonlyMap<string, TypeFacts>;
}

export interface TableFacts {
  /** All of them, those behind keys too. */
  readonly uniqueIndexes: readonly UniqueIndex[];
  /** Columns of exclusion constraints: `EXCLUDE USING gist (room WITH =, during WITH &&)`. */
  readonly excluding: readonly string[];
  /** Conditions of the partitions that hold rows, as Postgres prints them: a row has to meet one. */
  readonly partitions: readonly string[];
  /** Whether triggers of the user fire when a row is put in: what lies in the table is then not what was drawn. */
  readonly hasTriggers: boolean;
  /** Names of columns whose foreign key has `MATCH FULL`: all of its columns are NULL, or none. */
  readonly matchFull: readonly string[];
}

export interface UniqueIndex {
  /** Columns and expressions as Postgres prints them: `email`, `lower(email)`. */
  readonly expressions: readonly string[];
  /** Of a partial index. */
  readonly predicate: string | null;
  readonly nullsNotDistinct: boolean;
}

export type TypeFacts =
  /** `CHECK ((VALUE > 0))`, those of the domains below included. */
  | { readonly kind: 'domain'; readonly baseType: string; readonly checks: readonly string[] }
  | { readonly kind: 'enum'; readonly labels: readonly string[] }
  | { readonly kind: 'composite'; readonly attributes: readonly string[] }
  | { readonly kind: 'range'; readonly subtype: string }
  | { readonly kind: 'multirange'; readonly subtype: string };

export const NO_FACTS: CatalogueFacts = { tables: new Map(), types: new Map() };

/** One text for a table, fit for a map. */
export function tableKey({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return JSON.stringify([namespace, name]);
}
