import { unreachable } from '../../platform/assert.ts';
import { DAY } from '../types/measures.ts';
import { type Expression, isComparisonOperator, type Operand } from './ast.ts';
import { castOperand, isTextTarget } from './cast-operand.ts';
import { compare } from './compare.ts';
import { callFunction } from './functions.ts';
import { type Kind, kindOf } from './kinds.ts';
import { matchesPattern } from './patterns.ts';

/** The row that an expression is about. */
export interface Values {
  /** Undefined where it is not known. */
  operand(column: string): Operand | undefined;
  /** As Postgres prints it. */
  text(column: string): string | null | undefined;
  kind(column: string): Kind;
  /** What `now()` stands for: milliseconds since 1970. */
  readonly now?: number;
}

/** In three-valued logic, as Postgres has it; undefined where the answer is not known. */
export function evaluate(expression: Expression, values: Values): Operand | undefined {
  const value = (part: Expression): Operand | undefined => evaluate(part, values);
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'column':
      return values.operand(expression.name);
    case 'cast':
      return cast(expression, values);
    case 'array':
      return allKnown(expression.items.map(value));
    case 'comparison':
      return compare(expression.operator, value(expression.left), value(expression.right));
    case 'quantified':
      return quantified(expression, value(expression.left), value(expression.right));
    case 'logic':
      return connect(expression.operator, expression.operands.map(value));
    case 'not':
      return negate(value(expression.operand));
    case 'is':
      return isTest(expression, value(expression.operand), values);
    case 'case': {
      for (const { when, result } of expression.branches) {
        const met = value(when);
        if (met === undefined) return undefined;
        if (met === true) return value(result);
      }
      return value(expression.otherwise);
    }
    case 'call': {
      const { name, args } = expression;
      if (NOW.has(name) && args.length === 0) return values.now;
      if (name === 'coalesce') return firstPresent(args.map(value));
      return (name === '+' || name === '-') && args.length === 2
        ? sum(name, expression, args.map(value), values)
        : callFunction(name, args.map(value));
    }
    default:
      return unreachable(expression);
  }
}

/** A date counts in days where the other side is a number, or a date too. */
function sum(
  sign: '+' | '-',
  { args }: Expression & { readonly kind: 'call' },
  operands: readonly (Operand | undefined)[],
  values: Values,
): Operand | undefined {
  const [left, right] = args.map((arg) => kindOf(arg, (column) => values.kind(column)));
  const inDays = (operand: Operand | undefined): Operand | undefined =>
    typeof operand === 'number' ? operand * DAY : operand;
  const [first, second] = operands;
  if (left === 'date' && right === 'date') {
    const difference = callFunction(sign, operands);
    return typeof difference === 'number' ? difference / DAY : difference;
  }
  if (left === 'date' && right === 'number') return callFunction(sign, [first, inDays(second)]);
  if (left === 'number' && right === 'date') return callFunction(sign, [inDays(first), second]);
  return callFunction(sign, operands);
}

const NOW: ReadonlySet<string> = new Set([
  'now',
  'current_date',
  'current_timestamp',
  'localtimestamp',
  'statement_timestamp',
  'transaction_timestamp',
  'clock_timestamp',
]);

function allKnown(operands: readonly (Operand | undefined)[]): Operand | undefined {
  return operands.every((operand) => operand !== undefined) ? operands : undefined;
}

/** Text of a column is what the row has, so that `length(year::text)` counts its digits. */
function cast({ argument, type }: Expression & { readonly kind: 'cast' }, values: Values): Operand | undefined {
  if (argument.kind === 'column' && isTextTarget(type)) {
    const known = values.operand(argument.name);
    return typeof known === 'string' ? known : values.text(argument.name);
  }
  const operand = evaluate(argument, values);
  // Of a date that was computed, the text is not known.
  const isComputed = typeof operand === 'number' && argument.kind === 'call';
  return isComputed && isTextTarget(type) ? undefined : castOperand(operand, type);
}

function quantified(
  { operator, quantifier }: { readonly operator: string; readonly quantifier: 'any' | 'all' },
  left: Operand | undefined,
  right: Operand | undefined,
): Operand | undefined {
  if (right === null) return null;
  if (!Array.isArray(right)) return undefined;
  const single = (item: Operand): Operand | undefined =>
    isComparisonOperator(operator) ? compare(operator, left, item) : matchesPattern(operator, left, item);
  return connect(quantifier === 'any' ? 'or' : 'and', right.map(single));
}

function connect(operator: 'and' | 'or', operands: readonly (Operand | undefined)[]): Operand | undefined {
  const decisive = operator === 'or';
  if (operands.includes(decisive)) return decisive;
  if (operands.includes(undefined)) return undefined;
  return operands.includes(null) ? null : !decisive;
}

function negate(operand: Operand | undefined): Operand | undefined {
  return typeof operand === 'boolean' ? !operand : operand;
}

function isTest(
  { test, negated, operand: argument }: Expression & { readonly kind: 'is' },
  operand: Operand | undefined,
  values: Values,
): Operand | undefined {
  if (operand === undefined) {
    // A value that is not understood is known to be there.
    const text = argument.kind === 'column' ? values.text(argument.name) : undefined;
    return test === 'null' && text !== undefined ? (text === null) !== negated : undefined;
  }
  const wanted = test === 'null' ? null : test === 'true';
  return (operand === wanted) !== negated;
}

function firstPresent(operands: readonly (Operand | undefined)[]): Operand | undefined {
  for (const operand of operands) if (operand !== null) return operand;
  return null;
}
