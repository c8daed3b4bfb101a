import { textLiteral } from '../../schema/names.ts';
import type { ValueKind } from '../types/value-kind.ts';

/** A part of a query in Postgres' SQL. */
export interface Expression {
  readonly text: string;
  /** Whether it can be an operand without parentheses. */
  readonly binds: 'tight' | 'loose';
  readonly value: ValueKind | undefined;
  /** The text that it is a literal of. */
  readonly literal: string | undefined;
}

const TIME = /^\d{1,2}:\d\d(?::\d\d)?$/;
const DAY = /^\d{4}-\d{1,2}-\d{1,2}$/;

/** As an operand. */
export function operand({ text, binds }: Expression): string {
  return binds === 'tight' ? text : `(${text})`;
}

export function isWholeNumber({ text }: Expression): boolean {
  return /^-?\d+$/.test(text);
}

/** As a date or a point in time, an operand. @param untyped whether columns of dates may hold text, as in SQLite */
export function asMoment(expression: Expression, untyped: boolean): string {
  const { literal, value } = expression;
  if (literal !== undefined && TIME.test(literal)) return `TIME ${textLiteral(literal)}`;
  if (literal !== undefined) return `${DAY.test(literal) ? 'DATE' : 'TIMESTAMP'} ${textLiteral(literal)}`;
  if (value === 'date' || value === 'timestamp' || value === 'time') return operand(expression);
  return untyped || value === 'text' ? `${operand(expression)}::timestamp` : operand(expression);
}

/** As a date, an operand. */
export function asDay(expression: Expression): string {
  const { literal, value } = expression;
  if (literal !== undefined && DAY.test(literal)) return `DATE ${textLiteral(literal)}`;
  return value === 'date' ? operand(expression) : `${operand(expression)}::date`;
}

export function asText(expression: Expression): string {
  // The other dialects keep truth values as numbers.
  if (expression.value === 'boolean') return `${operand(expression)}::int::text`;
  return expression.value === 'text' ? operand(expression) : `${operand(expression)}::text`;
}

export function asNumeric(expression: Expression): string {
  if (/^-?\d+(?:\.\d+)?$/.test(expression.text) || expression.text.endsWith('::numeric')) return expression.text;
  return `${operand(expression)}::numeric`;
}

/** What visibly is a day and not a time of it. */
export function isDay({ literal, value }: Expression): boolean {
  return literal === undefined ? value === 'date' : DAY.test(literal);
}
