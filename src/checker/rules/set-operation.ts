import { columnType, type Output, type QueryResult } from '../expression.ts';
import type { Token } from '../lexer.ts';
import { type Rejection, reject } from '../rejection.ts';
import { commonType, isComparable } from '../types/coercion.ts';
import { literalMisfit } from './misfits.ts';

/** @param operator its text ends in ALL where that stands there */
export function combine(left: QueryResult, right: QueryResult, operator: Token): QueryResult | Rejection {
  const outerUses = [...left.outerUses, ...right.outerUses];
  if (!left.outputs || !right.outputs) return { outputs: null, outerUses };
  if (left.outputs.length !== right.outputs.length) return unequalParts(operator);
  const outputs: Output[] = [];
  for (const [place, output] of left.outputs.entries()) {
    const other = right.outputs[place] ?? output;
    const combined = combineColumn(output, other, operator);
    if ('reason' in combined) return combined;
    outputs.push(combined);
  }
  return { outputs, outerUses };
}

function combineColumn(left: Output, right: Output, { text, position }: Token): Output | Rejection {
  const type = commonType([left.type, right.type]);
  const name = left.name ?? 'the column';
  if (type === null) {
    const message = `${text} cannot put ${left.type.title} and ${right.type.title} into one column.`;
    return reject('type', right.expression?.position ?? position, message);
  }
  for (const { expression } of [left, right]) {
    const misfit = expression && literalMisfit(expression, type);
    if (misfit) return misfit;
  }
  if (!text.endsWith('ALL') && !isComparable(type)) {
    return reject('type', position, `${text} cannot compare ${type.title}; ${name} is of that type.`);
  }
  return { name: left.name, type, expression: null };
}

function unequalParts({ text, position }: Token): Rejection {
  const operator = text.replace(' ALL', '');
  return reject('column-count', position, `Both sides of ${operator} have to return equally many columns.`);
}

/** A query that names itself keeps the types of its first part. */
export function recursionProblem(first: QueryResult, all: QueryResult, { position }: Token): Rejection | undefined {
  for (const [place, { name, type }] of first.outputs?.entries() ?? []) {
    const whole = all.outputs?.[place];
    if (!whole || whole.type === columnType(type)) continue;
    const message = `${name ?? 'A column'} is ${columnType(type).title} in the first part but ${whole.type.title} with the others.`;
    return reject('type', position, message);
  }
  return undefined;
}
