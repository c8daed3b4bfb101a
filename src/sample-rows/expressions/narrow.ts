import { type Comparison, columnsOf, type Expression, mirrored } from './ast.ts';
import { evaluate, type Values } from './evaluate.ts';
import { isolate } from './isolate.ts';
import { type Limits, onlyAmong } from './limits.ts';
import { narrowByUnit, narrowPartByList } from './narrow-moments.ts';
import { isColumn, type Narrowing, withoutCast } from './narrowing.ts';
import { regexSource } from './patterns.ts';

/**
 * Narrows `limits` of `column` by a simple condition, all else in which is known. One that is not understood changes
 * nothing: the row is tried as it comes.
 */
export function narrow(limits: Limits, condition: Expression, column: string, values: Values): void {
  const narrowing: Narrowing = { limits, column, values };
  switch (condition.kind) {
    case 'comparison':
      narrowByComparison(narrowing, condition);
      break;
    case 'quantified':
      narrowByList(narrowing, condition);
      break;
    case 'is':
      if (condition.test === 'null' && condition.negated) narrowByJsonKey(narrowing, condition.operand);
      if (!isColumn(condition.operand, column)) break;
      if (condition.test === 'null') limits.presence = condition.negated ? 'present' : 'null';
      else onlyAmong(limits, [(condition.test === 'true') !== condition.negated]);
      break;
    case 'column':
      if (condition.name === column) onlyAmong(limits, [true]);
      break;
    case 'not':
      if (isColumn(condition.operand, column)) onlyAmong(limits, [false]);
      break;
    case 'call':
      narrowByPattern(narrowing, condition);
      narrowByJsonKey(narrowing, condition);
      break;
    default:
      break;
  }
}

function narrowByComparison(narrowing: Narrowing, comparison: Comparison): void {
  const { left, right, operator } = comparison;
  const isLeft = columnsOf(left).has(narrowing.column);
  const isRight = columnsOf(right).has(narrowing.column);
  if (isLeft && isRight) narrowByItself(narrowing, comparison);
  else if (isLeft) isolate(narrowing, left, operator, right);
  else if (isRight) isolate(narrowing, right, mirrored(operator), left);
}

/** `email = lower(email)`, `hour = date_trunc('hour', hour)` */
function narrowByItself({ limits, column }: Narrowing, { operator, left, right }: Comparison): void {
  const call = left.kind === 'call' ? left : right.kind === 'call' ? right : undefined;
  const [first, second] = call?.args ?? [];
  if (operator !== '=' || !call || !first) return;
  if ((call.name === 'lower' || call.name === 'upper') && isColumn(first, column)) limits.letterCase = call.name;
  const unit = withoutCast(first);
  if (call.name === 'date_trunc' && second && isColumn(second, column) && unit.kind === 'constant') {
    narrowByUnit(limits, String(unit.value));
  }
}

function narrowByList(
  { limits, column, values }: Narrowing,
  { operator, quantifier, left, right }: Expression & { readonly kind: 'quantified' },
): void {
  const list = evaluate(right, values);
  if (!Array.isArray(list)) return;
  const isAnyOf = operator === '=' && quantifier === 'any';
  if (isAnyOf && left.kind === 'call' && left.name === 'date_part') narrowPartByList(limits, left.args, column, list);
  if (!isColumn(left, column)) return;
  if (isAnyOf) onlyAmong(limits, list);
  if (operator === '<>' && quantifier === 'all') limits.excluded.push(...list);
}

function narrowByPattern(
  { limits, column, values }: Narrowing,
  { name, args: [subject, pattern] }: Expression & { readonly kind: 'call' },
): void {
  if (!subject || !pattern || !isColumn(subject, column)) return;
  const text = evaluate(pattern, values);
  const source = typeof text === 'string' ? regexSource(name, text) : undefined;
  if (source !== undefined) limits.patterns.push(name.startsWith('!') ? `^(?!.*(?:${source}))` : source);
}

/** `j ? 'k'`, `j ?& ARRAY['k', 'l']`, and the operand of `j -> 'k' IS NOT NULL`. */
function narrowByJsonKey({ limits, column, values }: Narrowing, condition: Expression): void {
  if (condition.kind !== 'call') return;
  const [subject, key] = condition.args;
  if (!subject || !key || !isColumn(subject, column)) return;
  const named = evaluate(key, values);
  const keys = (Array.isArray(named) ? named : [named]).filter((each) => typeof each === 'string');
  if (/^(?:\?&?|->>?)$/.test(condition.name)) limits.jsonKeys.push(...keys);
  if (condition.name === '?|') limits.jsonKeys.push(...keys.slice(0, 1));
}
