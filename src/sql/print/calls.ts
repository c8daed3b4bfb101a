/** Calls of functions, aggregates and window functions. */
import type { FuncCall, GroupingFunc, Node, SQLValueFunction } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { quoteName } from '../../schema/names.ts';
import { integerIn, isSystemFunction, namesIn } from '../tree.ts';
import { type Printed, print, printAt, printExpression, printList, term } from './expression.ts';
import { printFunctionName } from './function-names.ts';
import { LEVEL } from './operators.ts';
import { printAtTimeZone, printOverlaps } from './predicates.ts';
import { cannotPrint, type Printer } from './printer.ts';
import { printSort } from './sort.ts';
import { printOver } from './windows.ts';

/** They take the name of a source for its whole row. */
const TAKES_ROWS: ReadonlySet<string> = new Set([
  'row_to_json',
  'to_json',
  'to_jsonb',
  'json_agg',
  'jsonb_agg',
  'count',
]);

export function printCall(call: FuncCall, printer: Printer): Printed {
  const names = namesIn(call.funcname);
  return printSyntax(call, names, printer) ?? term(printPlainCall(call, names, printer));
}

/** Functions that are written in words of their own; null for any other. */
function printSyntax(call: FuncCall, names: readonly string[], printer: Printer): Printed | null {
  if (names[0] !== 'pg_catalog') return null;
  const args = call.args ?? [];
  if (isSystemFunction(names, 'position') && args.length === 2) {
    const part = printAt(args[1], LEVEL.other, printer);
    return term(`POSITION(${part} IN ${printAt(args[0], LEVEL.other, printer)})`);
  }
  if (isSystemFunction(names, 'extract')) return term(printExtract(call, printer));
  if (call.funcformat !== 'COERCE_SQL_SYNTAX') {
    if (printer.text.hasWordAt(call.location, 'treat')) throw cannotPrint('treat', printer, call.location);
    return null;
  }
  switch (names[1]) {
    case 'timezone':
      return printAtTimeZone(args, printer);
    case 'overlaps':
      return printOverlaps(args, printer);
    case 'normalize':
      throw cannotPrint('normalize', printer, call.location);
    case 'is_normalized':
      throw cannotPrint('is-normalized', printer, call.location);
    case 'pg_collation_for':
      throw cannotPrint('collation-for', printer, call.location);
    case 'system_user':
      throw cannotPrint('system-user', printer, call.location);
    case 'xmlexists':
      throw cannotPrint('xml', printer, call.location);
    default:
      return null;
  }
}

function printExtract(call: FuncCall, printer: Printer): string {
  const [field, from] = call.args ?? [];
  const text = field && 'A_Const' in field ? field.A_Const.sval?.sval : undefined;
  if (text === undefined || !/^[a-z_]+$/i.test(text)) throw cannotPrint('extract-field', printer, call.location);
  return `EXTRACT(${text.toUpperCase()} FROM ${printExpression(from, printer)})`;
}

function printPlainCall(call: FuncCall, names: readonly string[], printer: Printer): string {
  let text = `${printFunctionName(names, printer.schema)}(${printArguments(call, names, printer)})`;
  if (call.agg_within_group) text += ` WITHIN GROUP (ORDER BY ${printSort(call.agg_order, printer)})`;
  if (call.agg_filter) text += ` FILTER (WHERE ${printExpression(call.agg_filter, printer)})`;
  if (call.over) text += ` OVER ${printOver(call.over, printer)}`;
  return text;
}

function printArguments(call: FuncCall, names: readonly string[], printer: Printer): string {
  if (call.agg_star) return '*';
  if (call.func_variadic) throw cannotPrint('variadic', printer, call.location);
  const takesNames = names.at(-1) === 'make_interval';
  const args = argumentsOf(call, names);
  let text = call.agg_distinct ? 'DISTINCT ' : '';
  text += wholeRow(args, names, printer) ?? args.map((arg) => printArgument(arg, takesNames, printer)).join(', ');
  if (call.agg_order && !call.agg_within_group) text += ` ORDER BY ${printSort(call.agg_order, printer)}`;
  return text;
}

/** The parser adds a cast to the length in SUBSTRING(x FOR 3). */
function argumentsOf(call: FuncCall, names: readonly string[]): readonly Node[] {
  const args = call.args ?? [];
  const last = args[2];
  if (call.funcformat !== 'COERCE_SQL_SYNTAX' || !isSystemFunction(names, 'substring')) return args;
  if (!last || !('TypeCast' in last) || last.TypeCast.location !== -1) return args;
  const length = must(last.TypeCast.arg, 'a length');
  return 'A_Const' in length && integerIn(length.A_Const) !== null ? [...args.slice(0, 2), length] : args;
}

function printArgument(node: Node, takesNames: boolean, printer: Printer): string {
  if (!takesNames || !('NamedArgExpr' in node)) return print(node, printer).text;
  return `${node.NamedArgExpr.name} => ${printExpression(node.NamedArgExpr.arg, printer)}`;
}

/** `ROW_TO_JSON(orders)` as the `ROW_TO_JSON(orders.*)` that it is. */
function wholeRow(args: readonly Node[], names: readonly string[], printer: Printer): string | null {
  const [only, another] = args;
  if (!only || another || !('ColumnRef' in only)) return null;
  const { references, stars } = printer.resolution;
  const reference = references.get(only.ColumnRef);
  const source = reference?.kind === 'row' ? reference.source : stars.get(only.ColumnRef);
  if (!source) return null;
  const name = names.at(-1) ?? '';
  if (!TAKES_ROWS.has(name)) throw cannotPrint('whole-row', printer, only.ColumnRef.location);
  // The names of its columns end up in the JSON.
  const isSame = source.columns.every((column) => printer.names.column(column) === quoteName(column.name));
  if (name !== 'count' && !isSame) throw cannotPrint('renamed-row', printer, only.ColumnRef.location);
  return `${printer.names.source(source)}.*`;
}

export function printGrouping({ args }: GroupingFunc, printer: Printer): string {
  return `GROUPING(${printList(args, printer)})`;
}

const SYNONYMS: Readonly<Record<string, string>> = { USER: 'CURRENT_USER', CURRENT_ROLE: 'CURRENT_USER' };

/** `CURRENT_DATE`, `CURRENT_TIMESTAMP(3)`. */
export function printValueFunction({ op, typmod }: SQLValueFunction): string {
  const name = (op ?? '').replace(/^SVFOP_/, '');
  if (name.endsWith('_N')) return `${name.slice(0, -2)}(${typmod ?? 0})`;
  return SYNONYMS[name] ?? name;
}
