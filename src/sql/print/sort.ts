import type { Node } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import type { OutputColumn } from '../resolve/model.ts';
import { under } from '../tree.ts';
import { printExpression } from './expression.ts';
import { cannotPrint, type Printer } from './printer.ts';
import { printColumn, printReference } from './references.ts';

/** Keys of ORDER BY. @param key prints what is sorted by, where that can be the name of an output */
export function printSort(
  keys: readonly Node[] | undefined,
  printer: Printer,
  key: (node: Node) => string = (node) => printExpression(node, printer),
): string {
  return (keys ?? []).map((node) => printSortItem(node, printer, key)).join(', ');
}

function printSortItem(node: Node, printer: Printer, key: (node: Node) => string): string {
  const { node: sorted, sortby_dir, sortby_nulls, location } = under(node, 'SortBy');
  if (sortby_dir === 'SORTBY_USING') throw cannotPrint('order-by-using', printer, location);
  const isDescending = sortby_dir === 'SORTBY_DESC';
  let text = key(must(sorted, 'a sort key'));
  if (isDescending) text += ' DESC';
  if (isDescending && sortby_nulls === 'SORTBY_NULLS_LAST') text += ' NULLS LAST';
  if (!isDescending && sortby_nulls === 'SORTBY_NULLS_FIRST') text += ' NULLS FIRST';
  return text;
}

/** ORDER BY of a SELECT: an alias, or the expression. */
export function printSortKey(node: Node, printer: Printer): string {
  const output = printer.resolution.outputKeys.get(node);
  const alias = output ? printer.names.outputAlias(output) : null;
  return alias ?? printKey(node, output, true, printer);
}

/** DISTINCT ON: always the expression. */
export function printDistinctKey(node: Node, printer: Printer): string {
  return printKey(node, printer.resolution.outputKeys.get(node), true, printer);
}

/** GROUP BY: always the expression. */
export function printGroupKey(node: Node, printer: Printer): string {
  return printKey(node, printer.resolution.outputKeys.get(node), false, printer);
}

function printKey(node: Node, output: OutputColumn | undefined, isSortKey: boolean, printer: Printer): string {
  if (output) return printOutput(output, isSortKey, printer);
  return 'ColumnRef' in node ? printColumn(node.ColumnRef, printer, isSortKey) : printExpression(node, printer);
}

function printOutput(output: OutputColumn, isSortKey: boolean, printer: Printer): string {
  const { reference, item } = output;
  if (reference) return printReference(reference, printer, isSortKey);
  // A column of VALUES has its name and nothing else.
  if (!item?.val) return printer.names.outputName(output);
  const text = printExpression(item.val, printer);
  if (!('A_Const' in item.val)) return text;
  // A constant alone would be taken for the number of a column.
  const { ival, fval, boolval } = item.val.A_Const;
  const type = ival ? 'integer' : fval ? 'numeric' : boolval ? 'boolean' : 'text';
  return `${text.startsWith('-') ? `(${text})` : text}::${type}`;
}
