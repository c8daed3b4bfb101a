import type {
  ColumnReference,
  Cte,
  Declaration,
  JoinedColumns,
  OutputColumn,
  OutputList,
  QueryScope,
  Source,
  SourceColumn,
  UsingJoin,
} from '../resolve/model.ts';

/** How a printed statement calls things: the difference between canonical SQL and what people are shown. All SQL text. */
export interface Names {
  /**
   * What stands before a column's dot; null where the column stands alone.
   * @param isSortKey it is all that ORDER BY or DISTINCT ON sorts by, where an output's name would come first
   */
  qualifier(reference: ColumnReference, isSortKey: boolean): string | null;
  /** What follows a source in FROM: ` AS orders2`, or nothing. */
  alias(source: Source): string;
  /** A source before a star. */
  source(source: Source): string;
  cte(cte: Cte): string;
  column(column: SourceColumn): string;
  /** What follows AS in the SELECT list; null where nothing does. */
  outputAlias(output: OutputColumn): string | null;
  /** What an output is called, with or without an alias. */
  outputName(output: OutputColumn): string;
  /** Whether each `*` of the list has to be written as the columns that it stands for. */
  expandsStars(list: OutputList): boolean;
  /** Whether no other column of its query has the same name. */
  isUnique(output: OutputColumn): boolean;
  /** Whether a join can be written with USING. */
  canUse(join: UsingJoin): boolean;
  /** What USING calls two columns. */
  usedColumn(pair: JoinedColumns): string;
  /** What follows the name of a CTE or a derived table in parentheses; empty where nothing does. */
  columnList(declaration: Declaration, source?: Source): readonly string[];
  /** Names that SEARCH and CYCLE give. */
  additions(cte: Cte): readonly string[];
  window(scope: QueryScope, name: string): string;
}
