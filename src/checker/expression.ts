/** What has been read of an expression: as much as scope, types and grouping need. */
import { isRejection, type Rejection } from './rejection.ts';
import { RECORD, type SqlType, TEXT, UNKNOWN } from './types/types.ts';

export type Expression = ColumnUse | RowUse | Literal | QueryUse | Operation | Aggregate;

interface Common {
  readonly type: SqlType;
  readonly position: number;
  readonly operands: readonly Expression[];
  /** A union of the bits below: what stands anywhere in it, subqueries left out. */
  readonly holds: number;
}

/** Aggregates of this query or of one around it. */
export const HOLDS_AGGREGATE = 1;
export const HOLDS_WINDOW = 2;

/** Functions that return sets of rows. */
export const HOLDS_SET = 4;

/** A column whose type is not known before the FROM that is still to come. */
export const HOLDS_OPEN = 8;

export interface ColumnUse extends Common {
  readonly kind: 'column';
  /** As written before the point: `orders`, `sales.orders`, `q1`. */
  readonly qualifier: string;
  readonly name: string;
}

/** A whole row: `orders` in COUNT(orders), or `orders.*`. */
export interface RowUse extends Common {
  readonly kind: 'row' | 'star';
  readonly qualifier: string;
}

export interface Literal extends Common {
  readonly kind: 'literal';
  /** A text in quotes, a number or a keyword, as written. */
  readonly text: string;
}

export interface QueryUse extends Common {
  readonly kind: 'query';
  readonly query: QueryResult;
}

/** An operator, a call or any other way to make a value of values. */
export interface Operation extends Common {
  readonly kind: 'operation' | 'window';
  /** Tells it from operations of the same operands that give something else. */
  readonly text: string;
  readonly rule: Rule;
  /** The name that Postgres gives such a column; null when it gives none. */
  readonly label: string | null;
  /** A named window that it needs. */
  readonly window: string | null;
}

export interface Aggregate extends Omit<Operation, 'kind'> {
  readonly kind: 'aggregate';
}

/** The type that operands give, or what is wrong with them. */
export type Rule = (operands: readonly Expression[]) => SqlType | Rejection;

/** A column of what a query returns. */
export interface Output {
  readonly name: string | null;
  readonly type: SqlType;
  /** Null where several parts of a set operation give it. */
  readonly expression: Expression | null;
}

export interface QueryResult {
  /** Null when it cannot be told how many there are. */
  readonly outputs: readonly Output[] | null;
  /** Columns and aggregates in it that belong to queries around it. */
  readonly outerUses: readonly Expression[];
}

const NONE: readonly Expression[] = [];

export function columnUse(
  use: Pick<ColumnUse, 'qualifier' | 'name' | 'type' | 'position'>,
  { isOpen = false }: { isOpen?: boolean } = {},
): ColumnUse {
  return { kind: 'column', ...use, operands: NONE, holds: isOpen ? HOLDS_OPEN : 0 };
}

export function rowUse(kind: RowUse['kind'], qualifier: string, position: number): RowUse {
  return { kind, qualifier, position, type: RECORD, operands: NONE, holds: 0 };
}

export function literal(text: string, type: SqlType, position: number): Literal {
  return { kind: 'literal', text, type, position, operands: NONE, holds: 0 };
}

function isNull(expression: Expression): boolean {
  return expression.kind === 'literal' && expression.text === 'NULL';
}

/** A text in quotes that has no type yet. */
export function isUntypedText(expression: Expression): expression is Literal {
  return expression.kind === 'literal' && expression.type === UNKNOWN && !isNull(expression);
}

export function queryUse(query: QueryResult, type: SqlType, position: number): QueryUse {
  const holds = query.outerUses.some((use) => use.kind === 'aggregate') ? HOLDS_AGGREGATE : 0;
  return { kind: 'query', query, type, position, operands: NONE, holds };
}

export interface OperationParts {
  readonly text: string;
  readonly operands: readonly Expression[];
  readonly position: number;
  readonly rule: Rule;
  readonly label?: string | null;
  readonly window?: string | null;
  readonly holds?: number;
  readonly kind?: Operation['kind'] | Aggregate['kind'];
}

export function operation(parts: OperationParts): Operation | Aggregate | Rejection {
  const { text, operands, position, rule, label = null, window = null, kind = 'operation' } = parts;
  const type = rule(operands);
  if (isRejection(type)) return type;
  let holds = parts.holds ?? 0;
  for (const operand of operands) holds |= operand.holds;
  return { kind, text, operands, position, rule, label, window, type, holds };
}

/** The expression with types for columns that had none; `typeOf` gives undefined for those that still have none. */
export function retyped(
  expression: Expression,
  typeOf: (use: ColumnUse) => SqlType | undefined,
): Expression | Rejection {
  if ((expression.holds & HOLDS_OPEN) === 0) return expression;
  if (expression.kind === 'column') {
    const type = typeOf(expression);
    return type === undefined ? expression : columnUse({ ...expression, type });
  }
  if (!('rule' in expression)) return expression;
  const operands: Expression[] = [];
  let below = 0;
  for (const operand of expression.operands) {
    const typed = retyped(operand, typeOf);
    if (isRejection(typed)) return typed;
    operands.push(typed);
    below |= typed.holds;
  }
  const type = expression.rule(operands);
  if (isRejection(type)) return type;
  return { ...expression, operands, type, holds: (expression.holds & ~HOLDS_OPEN) | (below & HOLDS_OPEN) };
}

/** The name that Postgres gives a column without an alias; null for `?column?`. */
export function labelOf(expression: Expression): string | null {
  switch (expression.kind) {
    case 'column':
      return expression.name;
    case 'query':
      return expression.query.outputs?.[0]?.name ?? null;
    case 'operation':
    case 'aggregate':
    case 'window':
      return expression.label;
    default:
      return null;
  }
}

/** As a column of a table, where a literal without a type is a text. */
export function columnType(type: SqlType): SqlType {
  return type === UNKNOWN ? TEXT : type;
}
