/**
 * The schema of a database as Postgres' own catalogue reports it: the one description that the grammar, the prompt
 * and the page share. Names are exact (unquoted, case kept).
 */
export interface Schema {
  readonly tables: readonly Table[];
  readonly enums: readonly EnumType[];
  readonly domains: readonly Domain[];
  /**
   * Those of the user and of extensions that a query may call: no procedures, no trigger functions, nothing that takes
   * or gives internal types, none of the plumbing of extensions.
   */
  readonly functions: readonly SchemaFunction[];
}

export interface Table {
  /** Postgres schema (namespace), `public` unless the script says otherwise. */
  readonly namespace: string;
  readonly name: string;
  readonly kind: 'table' | 'view';
  readonly comment: string | null;
  readonly columns: readonly Column[];
  /** Column names, in key order; empty when the table has no primary key. */
  readonly primaryKey: readonly string[];
  /** Unique constraints other than the primary key. */
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly checks: readonly Check[];
  /** Rows in the table when the schema was read. */
  readonly rowCount: number;
}

export interface Column {
  readonly name: string;
  /** As `format_type` prints it: `integer`, `character varying(40)`, `timestamp with time zone`, `mood[]`. */
  readonly type: string;
  /** The type reduced to what a prompt or a grammar needs to know. */
  readonly typeClass: TypeClass;
  readonly nullable: boolean;
  /** Default or generation expression as Postgres prints it; null when there is none. */
  readonly defaultExpression: string | null;
  readonly generated: boolean;
  /** Values the column may take when an enum type or a simple `IN (…)` check says so; empty otherwise. */
  readonly allowedValues: readonly string[];
  readonly comment: string | null;
}

export type TypeClass = 'integer' | 'number' | 'text' | 'boolean' | 'date' | 'timestamp' | 'time' | 'json' | 'other';

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly referencedNamespace: string;
  readonly referencedTable: string;
  /** Same length and order as `columns`. */
  readonly referencedColumns: readonly string[];
}

export interface Check {
  readonly name: string;
  /** As Postgres prints it: `CHECK ((price >= (0)::numeric))`. */
  readonly expression: string;
}

export interface EnumType {
  readonly namespace: string;
  readonly name: string;
  readonly labels: readonly string[];
}

export interface Domain {
  readonly namespace: string;
  readonly name: string;
  /** As `format_type` prints it; never a domain itself. */
  readonly baseType: string;
}

export interface SchemaFunction {
  readonly namespace: string;
  readonly name: string;
  /** `set` returns rows; `scalar` returns one value, which may be a row. Ordered-set aggregates are not listed. */
  readonly kind: 'scalar' | 'set' | 'aggregate' | 'window';
  /**
   * Types of the arguments a call may give, as `format_type` prints them; of a variadic one, its array type (or `"any"`).
   * An aggregate without arguments is called with `*`.
   */
  readonly argumentTypes: readonly string[];
  /** How many of them have no default. */
  readonly requiredArguments: number;
  /** Whether the last argument may be given any number of times, at least once. */
  readonly isVariadic: boolean;
  readonly resultType: string;
  /** Columns that `RETURNS TABLE`, OUT parameters or a composite result type declare; empty otherwise. */
  readonly outputColumns: readonly string[];
  readonly comment: string | null;
}

export const EMPTY_SCHEMA: Schema = { tables: [], enums: [], domains: [], functions: [] };
