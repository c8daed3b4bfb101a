import type { Node, RangeFunction, RangeSubselect, RangeTableSample, RangeVar } from 'libpg-query';
import { assert, must } from '../../platform/assert.ts';
import { quoteName, tableName } from '../../schema/names.ts';
import type { Source } from '../resolve/model.ts';
import { integerIn, itemsOf, namesIn, under } from '../tree.ts';
import { printExpression, printSubquery } from './expression.ts';
import { printJoin } from './joins.ts';
import { cannotPrint, type Printer } from './printer.ts';
import { printType } from './types.ts';

export function printFrom(items: readonly Node[], printer: Printer): string {
  return items.map((item) => printItem(item, printer)).join(', ');
}

function printItem(item: Node, printer: Printer): string {
  if ('RangeVar' in item) return printTable(item.RangeVar, printer);
  if ('RangeTableSample' in item) return printSample(item.RangeTableSample, printer);
  if ('RangeSubselect' in item) return printDerived(item.RangeSubselect, printer);
  if ('RangeFunction' in item) return printFunction(item.RangeFunction, printer);
  if ('JoinExpr' in item) return printJoin(item.JoinExpr, (side) => printItem(side, printer), printer);
  throw cannotPrint('RangeTableFunc' in item ? 'xml' : 'json-table', printer);
}

/** A table or a CTE. */
export function printTable(name: RangeVar, printer: Printer): string {
  if (!name.inh) throw cannotPrint('only', printer, name.location);
  const source = sourceOf(name, printer);
  const read =
    source.kind === 'cte' ? printer.names.cte(source.cte) : source.kind === 'table' ? tableName(source.table) : '';
  return read + printer.names.alias(source);
}

function sourceOf(node: RangeVar | RangeSubselect | RangeFunction, printer: Printer): Source {
  return must(printer.resolution.sources.get(node), 'a source');
}

function printSample(sample: RangeTableSample, printer: Printer): string {
  const method = namesIn(sample.method).at(-1) ?? '';
  const [percentage, another] = sample.args ?? [];
  if (another || !isNumber(percentage) || !['bernoulli', 'system'].includes(method)) {
    throw cannotPrint('table-sample', printer, sample.location);
  }
  const table = printItem(must(sample.relation, 'a table'), printer);
  const text = `${table} TABLESAMPLE ${method.toUpperCase()} (${printExpression(percentage, printer)})`;
  if (!sample.repeatable) return text;
  if (!isNumber(sample.repeatable)) throw cannotPrint('table-sample', printer, sample.location);
  return `${text} REPEATABLE (${printExpression(sample.repeatable, printer)})`;
}

function isNumber(node: Node | undefined): boolean {
  return (
    node !== undefined && 'A_Const' in node && (integerIn(node.A_Const) !== null || node.A_Const.fval !== undefined)
  );
}

function printDerived(derived: RangeSubselect, printer: Printer): string {
  const source = sourceOf(derived, printer);
  assert(source.kind === 'derived', 'a derived table');
  const lateral = source.isLateral ? 'LATERAL ' : '';
  const query = printSubquery(derived.subquery, printer);
  const alias = printer.names.alias(source);
  return `${lateral}${query}${alias}${columnList(printer.names.columnList(source.declaration, source))}`;
}

export function columnList(names: readonly string[]): string {
  return names.length > 0 ? `(${names.join(', ')})` : '';
}

function printFunction(range: RangeFunction, printer: Printer): string {
  const source = sourceOf(range, printer);
  assert(source.kind === 'function', 'a function');
  const [call] = itemsOf(range.functions?.[0]);
  let text = printExpression(call, printer);
  if (range.ordinality) text += ' WITH ORDINALITY';
  text += printer.names.alias(source);
  if (source.declaration) return text + columnList(printer.names.columnList(source.declaration, source));
  const definitions = (range.coldeflist ?? []).map((node) => {
    const { colname = '', typeName } = under(node, 'ColumnDef');
    return `${quoteName(colname)} ${printType(must(typeName, 'a type'), printer)}`;
  });
  return text + columnList(definitions);
}
