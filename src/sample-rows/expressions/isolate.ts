/** Comparisons with one column on one side: what it is compared with becomes a limit of it. */
import { DAY } from '../types/measures.ts';
import { type ComparisonOperator, columnsOf, type Expression, mirrored, type Operand } from './ast.ts';
import { evaluate } from './evaluate.ts';
import { kindOf } from './kinds.ts';
import { atLeast, atMost, type Limits, onlyAmong } from './limits.ts';
import { narrowByPart, narrowByRemainder } from './narrow-moments.ts';
import { isColumn, type Narrowing } from './narrowing.ts';
import { quoted } from './patterns.ts';

/** What has to lie in the future of whoever fills a table has to be far off. */
const FUTURE = Date.UTC(2040, 0);
/** What has to lie in the past does. */
const PAST = Date.UTC(2025, 11, 31);

/** @param side has the column in it, `other` does not */
export function isolate(narrowing: Narrowing, side: Expression, operator: ComparisonOperator, other: Expression): void {
  const { values } = narrowing;
  const value = evaluate(other, {
    operand: (name) => values.operand(name),
    text: (name) => values.text(name),
    kind: (name) => values.kind(name),
    now: operator === '>' || operator === '>=' ? FUTURE : PAST,
  });
  if (value !== undefined && value !== null) isolateValue(narrowing, side, operator, value);
}

function isolateValue(narrowing: Narrowing, side: Expression, operator: ComparisonOperator, value: Operand): void {
  const { limits, column } = narrowing;
  if (isColumn(side, column)) narrowByValue(limits, operator, value);
  else if (side.kind === 'cast') isolateValue(narrowing, side.argument, operator, value);
  else if (side.kind === 'call' && typeof value === 'number') isolateInCall(narrowing, side, operator, value);
  else if (side.kind === 'call' && typeof value === 'string') narrowByText(narrowing, side, operator, value);
}

/** `trim(x) <> ''`, `jsonb_typeof(x) = 'object'` */
function narrowByText(
  { limits, column }: Narrowing,
  { name, args: [first] }: Expression & { readonly kind: 'call' },
  operator: ComparisonOperator,
  value: string,
): void {
  if (!first || !isColumn(first, column)) return;
  if (operator === '<>' && value === '') limits.minLength = Math.max(limits.minLength, 1);
  if (operator === '=' && /^jsonb?_typeof$/.test(name)) limits.jsonKind = value;
}

const LENGTHS: ReadonlySet<string> = new Set([
  'length',
  'char_length',
  'character_length',
  'octet_length',
  'array_length',
  'cardinality',
]);

function isolateInCall(
  narrowing: Narrowing,
  { name, args: [first, second] }: Expression & { readonly kind: 'call' },
  operator: ComparisonOperator,
  value: number,
): void {
  const { limits, column } = narrowing;
  if (!first) return;
  if (LENGTHS.has(name)) {
    const measured = first.kind === 'call' && first.name === 'btrim' ? first.args[0] : first;
    if (measured && isColumn(measured, column)) narrowLength(limits, operator, value);
  } else if (!second) isolateInUnary(narrowing, name, first, operator, value);
  else if (name === 'strpos') narrowByPosition(narrowing, [first, second], operator, value);
  else if (name === 'date_part') {
    if (isColumn(second, column)) narrowByPart(limits, first, operator, value);
  } else if (name === '%' || name === 'mod') narrowByRemainder(narrowing, [first, second], operator, value);
  else isolateInArithmetic(narrowing, name, [first, second], operator, value);
}

function isolateInUnary(
  narrowing: Narrowing,
  name: string,
  argument: Expression,
  operator: ComparisonOperator,
  value: number,
): void {
  if (name === '-') isolateValue(narrowing, argument, mirrored(operator), -value);
  else if (name === 'abs' && (operator === '<' || operator === '<=')) {
    isolateValue(narrowing, argument, operator, value);
    isolateValue(narrowing, argument, mirrored(operator), -value);
  }
}

/** `position('@' IN x) > 1`: found at all, or with something before it. */
function narrowByPosition(
  { limits, column, values }: Narrowing,
  [text, searched]: readonly [Expression, Expression],
  operator: ComparisonOperator,
  value: number,
): void {
  const part = evaluate(searched, values);
  if (!isColumn(text, column) || typeof part !== 'string' || !operator.startsWith('>')) return;
  limits.patterns.push(`${value >= 1 ? '.+' : ''}${quoted(part)}.*`);
}

/** `x + 3 < 5`, `10 - x >= 2`, `x * 2 = 8`. */
function isolateInArithmetic(
  narrowing: Narrowing,
  sign: string,
  [first, second]: readonly [Expression, Expression],
  operator: ComparisonOperator,
  compared: number,
): void {
  const { column, values } = narrowing;
  const isFirst = columnsOf(first).has(column);
  const [inner, other] = isFirst ? [first, second] : [second, first];
  const operand = evaluate(other, values);
  if (typeof operand !== 'number') return;
  const innerKind = kindOf(inner, (name) => values.kind(name));
  const otherKind = kindOf(other, (name) => values.kind(name));
  // Dates are milliseconds here and days there.
  const known = innerKind === 'date' && otherKind === 'number' ? operand * DAY : operand;
  const value = innerKind === 'date' && otherKind === 'date' ? compared * DAY : compared;
  if (sign === '+') isolateValue(narrowing, inner, operator, value - known);
  else if (sign === '-' && isFirst) isolateValue(narrowing, inner, operator, value + known);
  else if (sign === '-') isolateValue(narrowing, inner, mirrored(operator), known - value);
  else if (sign === '*' && known !== 0) {
    isolateValue(narrowing, inner, known > 0 ? operator : mirrored(operator), value / known);
  }
}

function narrowByValue(limits: Limits, operator: ComparisonOperator, value: Operand): void {
  if (operator === '=') onlyAmong(limits, [value]);
  else if (operator === '<>') {
    limits.excluded.push(value);
    if (value === '') limits.minLength = Math.max(limits.minLength, 1);
  } else if (typeof value === 'string') {
    // Which texts lie between is the collation's affair; their first letters mostly decide.
    if (operator.startsWith('>')) limits.firstLetter = value.slice(0, 1);
    else limits.lastLetter = value.slice(0, 1);
  } else if (typeof value === 'number') {
    if (operator.startsWith('>')) atLeast(limits, value, operator === '>');
    else atMost(limits, value, operator === '<');
  }
}

function narrowLength(limits: Limits, operator: ComparisonOperator, value: number): void {
  if (operator === '=' || operator === '>=' || operator === '>') {
    limits.minLength = Math.max(limits.minLength, operator === '>' ? Math.floor(value) + 1 : Math.ceil(value));
  }
  if (operator === '=' || operator === '<=' || operator === '<') {
    limits.maxLength = Math.min(limits.maxLength, operator === '<' ? Math.ceil(value) - 1 : Math.floor(value));
  }
  if (operator === '<>' && value === 0) limits.minLength = Math.max(limits.minLength, 1);
}
