/** Expressions, with parentheses only where Postgres would read something else without them. */
import type { CaseExpr, CollateClause, Node, RowExpr } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { quoteName } from '../../schema/names.ts';
import { kindOf, namesIn, under } from '../tree.ts';
import type { Construct } from '../unsupported.ts';
import { printCall, printGrouping, printValueFunction } from './calls.ts';
import { printBoolean, printSubLink } from './conditions.ts';
import { printCast, printConstant } from './constants.ts';
import { printIndirection } from './indirection.ts';
import { LEVEL } from './operators.ts';
import { printJsonTest, printOperation, printTest } from './predicates.ts';
import { cannotPrint, type Printer } from './printer.ts';
import { printQuery } from './query.ts';
import { printColumn } from './references.ts';
import { beginsWithListed } from './value-lists.ts';

/** An expression's text and how tightly its outermost operator binds. */
export interface Printed {
  readonly text: string;
  readonly level: number;
}

/** `node` anywhere an expression can stand. */
export function printExpression(node: Node | undefined, printer: Printer): string {
  return print(node, printer).text;
}

/** `node` where only something at least as tight as `level` can stand. */
export function printAt(node: Node | undefined, level: number, printer: Printer): string {
  const printed = print(node, printer);
  return printed.level >= level ? printed.text : `(${printed.text})`;
}

export function printList(nodes: readonly Node[] | undefined, printer: Printer): string {
  return (nodes ?? []).map((node) => printExpression(node, printer)).join(', ');
}

export function term(text: string): Printed {
  return { text, level: LEVEL.term };
}

export function closed(text: string): Printed {
  return { text, level: LEVEL.closed };
}

export function predicate(text: string): Printed {
  return { text, level: LEVEL.predicate };
}

export function print(node: Node | undefined, printer: Printer): Printed {
  const expression = must(node, 'an expression');
  if ('ColumnRef' in expression) return closed(printColumn(expression.ColumnRef, printer));
  if ('A_Const' in expression) return printConstant(expression.A_Const);
  if ('FuncCall' in expression) return printCall(expression.FuncCall, printer);
  if ('A_Expr' in expression) return printOperation(expression.A_Expr, printer);
  if ('BoolExpr' in expression) return printBoolean(expression.BoolExpr, printer);
  if ('NullTest' in expression || 'BooleanTest' in expression) return printTest(expression, printer);
  if ('JsonIsPredicate' in expression) return printJsonTest(expression.JsonIsPredicate, 'IS JSON', printer);
  if ('SubLink' in expression) return printSubLink(expression.SubLink, printer);
  if ('TypeCast' in expression) return printCast(expression.TypeCast, printer);
  if ('CaseExpr' in expression) return term(printCase(expression.CaseExpr, printer));
  if ('CoalesceExpr' in expression) return term(`COALESCE(${printList(expression.CoalesceExpr.args, printer)})`);
  if ('MinMaxExpr' in expression) {
    const name = expression.MinMaxExpr.op === 'IS_LEAST' ? 'LEAST' : 'GREATEST';
    return term(`${name}(${printList(expression.MinMaxExpr.args, printer)})`);
  }
  if ('SQLValueFunction' in expression) return term(printValueFunction(expression.SQLValueFunction));
  if ('GroupingFunc' in expression) return term(printGrouping(expression.GroupingFunc, printer));
  if ('RowExpr' in expression) return term(printRow(expression.RowExpr, printer));
  if ('A_ArrayExpr' in expression) return term(`ARRAY[${printList(expression.A_ArrayExpr.elements, printer)}]`);
  if ('A_Indirection' in expression) return closed(printIndirection(expression.A_Indirection, printer));
  if ('CollateClause' in expression) return closed(printCollate(expression.CollateClause, printer));
  if ('SetToDefault' in expression) return term('DEFAULT');
  if ('XmlExpr' in expression && expression.XmlExpr.op === 'IS_DOCUMENT') {
    throw cannotPrint('is-document', printer, expression.XmlExpr.location);
  }
  throw cannotPrint(
    must(UNSUPPORTED_KINDS[kindOf(expression)], `no ${kindOf(expression)}`),
    printer,
    locationOf(expression),
  );
}

const UNSUPPORTED_KINDS: Readonly<Record<string, Construct>> = {
  ParamRef: 'parameter',
  NamedArgExpr: 'named-arguments',
  CurrentOfExpr: 'current-of',
  XmlExpr: 'xml',
  XmlSerialize: 'xml',
  JsonObjectConstructor: 'json-constructor',
  JsonArrayConstructor: 'json-constructor',
  JsonArrayQueryConstructor: 'json-constructor',
  JsonObjectAgg: 'json-constructor',
  JsonArrayAgg: 'json-constructor',
  JsonParseExpr: 'json-constructor',
  JsonScalarExpr: 'json-constructor',
  JsonSerializeExpr: 'json-constructor',
  JsonFuncExpr: 'json-query',
  MergeSupportFunc: 'merge',
};

/** Not every kind of node has one. */
function locationOf(node: Node): number | undefined {
  const value: unknown = Object.values(node)[0];
  if (typeof value !== 'object' || value === null || !('location' in value)) return -1;
  return typeof value.location === 'number' ? value.location : -1;
}

function printCase({ arg, args = [], defresult }: CaseExpr, printer: Printer): string {
  let text = 'CASE';
  if (arg) text += ` ${printCaseArgument(arg, printer)}`;
  for (const node of args) {
    const { expr, result } = under(node, 'CaseWhen');
    text += ` WHEN ${printExpression(expr, printer)} THEN ${printExpression(result, printer)}`;
  }
  if (defresult) text += ` ELSE ${printExpression(defresult, printer)}`;
  return `${text} END`;
}

/** A predicate in parentheses; and so what begins with a text, or with a column that would have a say in what follows. */
function printCaseArgument(argument: Node, printer: Printer): string {
  const text = printAt(argument, LEVEL.other, printer);
  return /^E?'/.test(text) || beginsWithListed(argument, printer) ? `(${text})` : text;
}

/** Two values and more need no word. */
function printRow({ args = [] }: RowExpr, printer: Printer): string {
  const values = printList(args, printer);
  return args.length > 1 ? `(${values})` : `ROW(${values})`;
}

/** With its parentheses. */
export function printSubquery(subquery: Node | undefined, printer: Printer): string {
  return `(${printQuery(under(subquery, 'SelectStmt'), printer)})`;
}

function printCollate({ arg, collname }: CollateClause, printer: Printer): string {
  const names = namesIn(collname);
  const collation = names.length > 1 && names[0] === 'pg_catalog' ? names.slice(1) : names;
  return `(${printAt(arg, LEVEL.sign, printer)} COLLATE ${collation.map(quoteName).join('.')})`;
}
