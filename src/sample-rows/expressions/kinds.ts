/** What kind of quantity an expression is: a date and a number add up otherwise than two numbers. */
import { parseTypeText } from '../types/type-text.ts';
import type { Expression } from './ast.ts';

export type Kind = 'date' | 'moment' | 'interval' | 'number' | 'other';

export function kindOfType(type: string): Kind {
  const { name, isArray } = parseTypeText(type);
  if (isArray) return 'other';
  if (name === 'date') return 'date';
  if (name.startsWith('timestamp') || name.startsWith('time ')) return 'moment';
  if (name.startsWith('interval')) return 'interval';
  return /^(smallint|integer|bigint|numeric|real|double precision|money)$/.test(name) ? 'number' : 'other';
}

export function kindOf(expression: Expression, columnKind: (column: string) => Kind): Kind {
  switch (expression.kind) {
    case 'constant':
      return typeof expression.value === 'number' ? 'number' : 'other';
    case 'column':
      return columnKind(expression.name);
    case 'cast':
      return kindOfType(expression.type);
    case 'call':
      return kindOfCall(expression, columnKind);
    default:
      return 'other';
  }
}

function kindOfCall(
  { name, args }: Expression & { readonly kind: 'call' },
  columnKind: (column: string) => Kind,
): Kind {
  if (name === 'current_date') return 'date';
  if (/^(now|current_timestamp|localtimestamp|(clock|statement|transaction)_timestamp)$/.test(name)) return 'moment';
  const [left = 'other', right = 'other'] = args.map((arg) => kindOf(arg, columnKind));
  if (name === '+' || name === '-') {
    if (left === 'date' && right === 'date') return 'number';
    if (left === 'date' || right === 'date') return left === 'number' || right === 'number' ? 'date' : 'moment';
    if (left === 'moment' || right === 'moment') return left === right ? 'interval' : 'moment';
  }
  return left;
}
