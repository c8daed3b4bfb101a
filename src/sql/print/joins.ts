import type { JoinExpr, Node } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import type { JoinedColumns } from '../resolve/model.ts';
import { printExpression } from './expression.ts';
import { cannotPrint, type Printer } from './printer.ts';
import { printReference } from './references.ts';

const WORDS: Readonly<Record<string, string>> = {
  JOIN_INNER: 'JOIN',
  JOIN_LEFT: 'LEFT JOIN',
  JOIN_RIGHT: 'RIGHT JOIN',
  JOIN_FULL: 'FULL JOIN',
};

export function printJoin(join: JoinExpr, printSide: (side: Node) => string, printer: Printer): string {
  if (join.alias) throw cannotPrint('join-alias', printer);
  if (join.join_using_alias) throw cannotPrint('using-alias', printer);
  const using = must(printer.resolution.joins.get(join), 'a resolved join');
  const { pairs } = using;
  const isCross = join.jointype === 'JOIN_INNER' && !join.quals && pairs.length === 0;
  const words = isCross ? 'CROSS JOIN' : WORDS[join.jointype ?? ''];
  const left = printSide(must(join.larg, 'a left side'));
  const rightSide = must(join.rarg, 'a right side');
  const right = printSide(rightSide);
  const text = `${left} ${words} ${'JoinExpr' in rightSide ? `(${right})` : right}`;
  if (isCross) return text;
  if (pairs.length === 0) return `${text} ON ${join.quals ? printExpression(join.quals, printer) : 'TRUE'}`;
  if (!printer.names.canUse(using))
    return `${text} ON ${pairs.map((pair) => printEquality(pair, printer)).join(' AND ')}`;
  return `${text} USING (${pairs.map((pair) => printer.names.usedColumn(pair)).join(', ')})`;
}

function printEquality({ left, right }: JoinedColumns, printer: Printer): string {
  return `${printReference(left, printer)} = ${printReference(right, printer)}`;
}
