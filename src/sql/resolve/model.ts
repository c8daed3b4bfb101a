/** What the names in a statement stand for. Keys of the maps are objects of the parser's tree. */
import type {
  ColumnRef,
  CommonTableExpr,
  JoinExpr,
  Node,
  RangeFunction,
  RangeSubselect,
  RangeVar,
  ResTarget,
  SelectStmt,
  WindowDef,
} from 'libpg-query';
import type { Column, Table } from '../../schema/model.ts';

/** One appearance in FROM, or one of the rows that a statement that writes knows. */
export type Source = TableSource | CteSource | DerivedSource | FunctionSource | RowSource;

interface SourceBase {
  /** What the query calls it: its alias, or its name. */
  readonly name: string;
  readonly columns: readonly SourceColumn[];
}

export interface TableSource extends SourceBase {
  readonly kind: 'table';
  readonly table: Table;
  /** Without an alias it can also be called by its namespace and name. */
  readonly hasAlias: boolean;
  /** The table that the statement writes to. */
  readonly isTarget: boolean;
}

interface CteSource extends SourceBase {
  readonly kind: 'cte';
  readonly cte: Cte;
}

interface DerivedSource extends SourceBase {
  readonly kind: 'derived';
  readonly declaration: Declaration;
  /** Whether it refers to what stands before it in its FROM. */
  isLateral: boolean;
}

export interface FunctionSource extends SourceBase {
  readonly kind: 'function';
  /** Null where its columns cannot have other names: they are its own, or keys of the JSON that it reads. */
  readonly declaration: Declaration | null;
  /** Its rows are single values, so that its name alone stands for one. */
  readonly isScalar: boolean;
}

/** EXCLUDED of an INSERT, OLD and NEW of RETURNING; and VALUES in its own ORDER BY, where its columns have no table. */
export interface RowSource extends SourceBase {
  readonly kind: 'excluded' | 'old' | 'new' | 'values';
}

export interface SourceColumn {
  /** What the query calls it. */
  readonly name: string;
  readonly origin: ColumnOrigin;
}

export type ColumnOrigin =
  | { readonly kind: 'table'; readonly column: Column }
  | { readonly kind: 'output'; readonly output: OutputColumn }
  | { readonly kind: 'declared'; readonly declaration: Declaration; readonly index: number }
  /** Of a function without a declaration. */
  | { readonly kind: 'fixed' };

/** A list of column names: after a CTE or an alias, or what such a list would have to say. */
export interface Declaration {
  readonly names: readonly string[];
  /** How many of the names the query itself lists. */
  readonly written: number;
  /** Columns that come after the list under names of their own. */
  readonly rest: readonly OutputColumn[];
}

export interface Cte {
  readonly name: string;
  readonly node: CommonTableExpr;
  /** Its column list. */
  declaration: Declaration;
  /** What SEARCH and CYCLE add. */
  additions: Declaration;
  columns: readonly SourceColumn[];
  /** Whether RECURSIVE is needed for it: it reads itself, or a CTE that comes later. */
  isRecursive: boolean;
}

/** A column of a query's result. */
export interface OutputColumn {
  /** As Postgres names it. */
  readonly name: string;
  readonly list: OutputList;
  /** The item that makes it; null for a column of a star or of VALUES. */
  readonly item: ResTarget | null;
  readonly alias: string | null;
  /** What it is, when it is nothing but a column. Merged ones come from a star. */
  readonly reference: ColumnReference | MergedReference | null;
  /** It has to have a name, since what its query is part of can refer to it. */
  isNamed: boolean;
  /** Something refers to it by itself, not by way of a star, so that its name has to be the only one of its kind. */
  isReferred: boolean;
  /** Its place alone matters, as in a subquery of IN: then its alias is left out, unless its own ORDER BY uses it. */
  isAnonymous: boolean;
}

/** The columns of one SELECT, VALUES or RETURNING. */
export interface OutputList {
  readonly kind: 'select' | 'values';
  readonly columns: OutputColumn[];
  /** Joins in its FROM that merge columns, as far as they stand outside of other queries. */
  readonly joins: readonly UsingJoin[];
}

export type Reference = ColumnReference | MergedReference | RowReference;

export interface ColumnReference {
  readonly kind: 'column';
  readonly source: Source;
  readonly column: SourceColumn;
  /** Where it stands. */
  readonly view: View;
}

/** A column that FULL JOIN … USING merges: whichever of the two is there. */
export interface MergedReference {
  readonly kind: 'merged';
  readonly left: ColumnReference | MergedReference;
  readonly right: ColumnReference | MergedReference;
}

/** The name of a source for its whole row. */
interface RowReference {
  readonly kind: 'row';
  readonly source: Source;
}

/** One SELECT or statement that writes, with what its FROM reads. */
export interface QueryScope {
  /** The query around it, as far as it can see that one. */
  readonly outer: QueryScope | null;
  /** In the order of FROM; what is written to comes first. */
  readonly sources: Source[];
  /** Sources further out that it, or a query inside it, refers to. */
  readonly outerReferences: Set<Source>;
  /** Named windows. */
  readonly windows: readonly WindowDef[];
  readonly joins: UsingJoin[];
  outputs: OutputList;
}

/** What can be seen from one place: from a condition of a join, less than from the SELECT list. */
export interface View {
  readonly scope: QueryScope;
  /** What can be seen beyond it. */
  readonly outer: View | null;
  readonly sources: readonly Source[];
  /** What a bare name can stand for. */
  readonly columns: readonly VisibleColumn[];
}

export interface VisibleColumn {
  readonly name: string;
  readonly target: ColumnTarget;
}

/** A column, or two that USING makes one. */
export type ColumnTarget =
  | { readonly kind: 'column'; readonly source: Source; readonly column: SourceColumn }
  | { readonly kind: 'merged'; readonly left: ColumnTarget; readonly right: ColumnTarget };

/** What USING or NATURAL compares. */
export interface UsingJoin {
  readonly pairs: readonly JoinedColumns[];
  /** All that either side has. */
  readonly left: readonly VisibleColumn[];
  readonly right: readonly VisibleColumn[];
}

export interface JoinedColumns {
  readonly left: ColumnReference | MergedReference;
  readonly right: ColumnReference | MergedReference;
}

export interface Resolution {
  readonly references: ReadonlyMap<ColumnRef, Reference>;
  /** Sources of whole stars: `orders.*`. */
  readonly stars: ReadonlyMap<ColumnRef, Source>;
  /** What each star among the items of a query stands for. */
  readonly starColumns: ReadonlyMap<ColumnRef, readonly OutputColumn[]>;
  readonly sources: ReadonlyMap<RangeVar | RangeSubselect | RangeFunction, Source>;
  readonly joins: ReadonlyMap<JoinExpr, UsingJoin>;
  /** Outermost first. */
  readonly scopes: readonly QueryScope[];
  readonly scopeOf: ReadonlyMap<object, QueryScope>;
  readonly ctes: ReadonlyMap<CommonTableExpr, Cte>;
  /** Keys of ORDER BY, GROUP BY and DISTINCT ON that are an output's name or number. */
  readonly outputKeys: ReadonlyMap<Node, OutputColumn>;
  /** The columns of each query; of a set operation, those of its first part. */
  readonly outputs: ReadonlyMap<SelectStmt, readonly OutputColumn[]>;
}
