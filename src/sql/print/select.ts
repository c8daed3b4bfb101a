import type { ColumnRef, Node, SelectStmt } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import type { QueryScope, Reference } from '../resolve/model.ts';
import { starIn } from '../resolve/outputs.ts';
import { under } from '../tree.ts';
import { printExpression, printList } from './expression.ts';
import { printFrom } from './from.ts';
import { cannotPrint, type Printer } from './printer.ts';
import { printReference } from './references.ts';
import { printDistinctKey, printGroupKey } from './sort.ts';
import { printWindow, windowName } from './windows.ts';

export function printSelect(query: SelectStmt, printer: Printer): string {
  if (query.intoClause) throw cannotPrint('select-into', printer, query.intoClause.rel?.location);
  let text = `SELECT ${printDistinct(query.distinctClause, printer)}`;
  text += printItems(query.targetList ?? [], must(printer.scope, 'a SELECT'), printer) || '1';
  if (query.fromClause) text += ` FROM ${printFrom(query.fromClause, printer)}`;
  if (query.whereClause) text += ` WHERE ${printExpression(query.whereClause, printer)}`;
  if (query.groupClause)
    text += ` GROUP BY ${query.groupDistinct ? 'DISTINCT ' : ''}${printGroups(query.groupClause, printer)}`;
  if (query.havingClause) text += ` HAVING ${printExpression(query.havingClause, printer)}`;
  if (query.windowClause)
    text += ` WINDOW ${query.windowClause.map((node) => printNamedWindow(node, printer)).join(', ')}`;
  return text;
}

/** A DISTINCT without ON is a list with an empty object. */
function printDistinct(clause: SelectStmt['distinctClause'], printer: Printer): string {
  const [first] = clause ?? [];
  if (!clause || !first) return '';
  if (Object.keys(first).length === 0) return 'DISTINCT ';
  return `DISTINCT ON (${clause.map((node) => printDistinctKey(node, printer)).join(', ')}) `;
}

/** The list of SELECT and of RETURNING. */
export function printItems(items: readonly Node[], scope: QueryScope, printer: Printer): string {
  return items.map((node) => printItem(node, scope, printer)).join(', ');
}

function printItem(node: Node, scope: QueryScope, printer: Printer): string {
  const item = under(node, 'ResTarget');
  const star = starIn(item);
  if (star) {
    return printStar(star, scope, printer);
  }
  const expression = printExpression(item.val, printer);
  const output = scope.outputs.columns.find((column) => column.item === item);
  const alias = output ? printer.names.outputAlias(output) : null;
  return alias === null ? expression : `${expression} AS ${alias}`;
}

/** Column by column where a star would not give the same. */
function printStar(star: ColumnRef, scope: QueryScope, printer: Printer): string {
  const { names, resolution } = printer;
  if (!names.expandsStars(scope.outputs)) {
    const source = resolution.stars.get(star);
    return source ? `${names.source(source)}.*` : '*';
  }
  const outputs = resolution.starColumns.get(star) ?? [];
  return outputs
    .map((output) => {
      const reference = must(output.reference, 'a column');
      if (!isClear(reference, printer)) throw cannotPrint('twin-columns', printer, star.location);
      const expression = printReference(reference, printer);
      const alias = names.outputAlias(output);
      return alias === null ? expression : `${expression} AS ${alias}`;
    })
    .join(', ');
}

/** A star includes columns of a derived table that have one name, which cannot be written by themselves. */
function isClear(reference: Reference, printer: Printer): boolean {
  if (reference.kind === 'merged') return isClear(reference.left, printer) && isClear(reference.right, printer);
  if (reference.kind === 'row' || reference.column.origin.kind !== 'output') return true;
  return printer.names.isUnique(reference.column.origin.output);
}

/** A list in parentheses is as good as its items without them. */
function printGroups(groups: readonly Node[], printer: Printer): string {
  return groups
    .flatMap((group) => implicitRow(group) ?? [group])
    .map((group) => printGroup(group, printer))
    .join(', ');
}

const GROUPING_WORDS: Readonly<Record<string, string>> = {
  GROUPING_SET_ROLLUP: 'ROLLUP',
  GROUPING_SET_CUBE: 'CUBE',
  GROUPING_SET_SETS: 'GROUPING SETS',
};

function printGroup(group: Node, printer: Printer): string {
  const row = implicitRow(group);
  if (row) return `(${row.map((node) => printGroupKey(node, printer)).join(', ')})`;
  if ('RowExpr' in group) return `ROW(${printList(group.RowExpr.args, printer)})`;
  if (!('GroupingSet' in group)) return printGroupKey(group, printer);
  const { kind, content = [] } = group.GroupingSet;
  const word = GROUPING_WORDS[kind ?? ''];
  return word === undefined ? '()' : `${word} (${content.map((inner) => printGroup(inner, printer)).join(', ')})`;
}

function implicitRow(group: Node): readonly Node[] | null {
  if (!('RowExpr' in group) || group.RowExpr.row_format !== 'COERCE_IMPLICIT_CAST') return null;
  return group.RowExpr.args ?? [];
}

function printNamedWindow(node: Node, printer: Printer): string {
  const window = under(node, 'WindowDef');
  return `${windowName(must(window.name, 'a name'), printer)} AS (${printWindow(window, printer)})`;
}
