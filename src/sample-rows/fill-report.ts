/** What became of the tables that were to be filled. */
export interface FillReport {
  /** In the order in which they were filled. */
  readonly tables: readonly TableFillReport[];
}

export interface TableFillReport {
  readonly namespace: string;
  readonly name: string;
  readonly wanted: number;
  readonly putIn: number;
  /** Columns of a unique key that has no further values; undefined where that is not why rows are missing. */
  readonly exhausted?: readonly string[];
  readonly givenUp: readonly GivenUp[];
  /** Rows that stayed without a parent where two tables refer to each other, because Postgres refused it. */
  readonly withoutParent: readonly GivenUp[];
}

export interface GivenUp {
  /** Postgres' own words, or why no row was found to offer. */
  readonly reason: string;
  /** `pg/23514`; undefined where Postgres was not asked. */
  readonly code?: string;
  readonly rows: number;
}

export interface FillProgress {
  /** The table that is being filled. */
  readonly table: string;
  /** Rows, of all tables. */
  readonly done: number;
  readonly total: number;
}
