import { kindOfType, type ValueKind } from './value-kind.ts';

/** A type as a script declares it. */
export interface SourceType {
  /** In lower case, one blank between its words; empty for a column without a type. */
  readonly name: string;
  /** What stands in its parentheses: numbers as written, texts without their quotes. */
  readonly args: readonly string[];
  readonly isUnsigned: boolean;
}

/** The type of Postgres that takes its place. */
export interface TargetType {
  readonly sql: string;
  readonly kind: ValueKind;
  /** The labels of an enum: the column gets a type of its own. */
  readonly labels?: readonly string[];
  /** The members of MySQL's SET: a text of some of them with commas between. */
  readonly members?: readonly string[];
  readonly notNegative?: boolean;
  /** Fills itself, as a type of its own does in T-SQL and MySQL: SERIAL. */
  readonly isIdentity?: boolean;
  /** The source's server writes its values: rows bring none. */
  readonly isFilledByServer?: boolean;
  /** No type was declared: a computed column has that of its expression. */
  readonly isInferred?: boolean;
  /** In what it differs. */
  readonly note?: string;
}

export function target(sql: string, more: Omit<TargetType, 'sql' | 'kind'> = {}): TargetType {
  return { sql, kind: kindOfType(sql), ...more };
}

/** The longest `varchar(n)` that Postgres takes; beyond it, text has no limit to state. */
const MAX_LENGTH = 10_485_760;

/** A type with the widths it was declared with, where Postgres takes them. */
export function withArguments(sql: string, args: readonly string[], most = 1): string {
  const numbers = args.slice(0, most).filter((arg) => /^\d+$/.test(arg) && Number(arg) <= MAX_LENGTH);
  if (numbers.length === 0 || (sql === 'char' && numbers[0] === '0')) return sql;
  return numbers[0] === '0' && sql === 'varchar' ? 'varchar' : `${sql}(${numbers.join(', ')})`;
}

/** Digits of a fraction of a second: Postgres keeps six. */
export function withPrecision(sql: string, args: readonly string[]): string {
  const [digits] = args;
  return digits !== undefined && /^\d$/.test(digits) && Number(digits) < 6 ? `${sql}(${digits})` : sql;
}
