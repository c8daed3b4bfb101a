/** Expressions, with parentheses only where Postgres would read something else without them. */
import type {
  A_Const,
  A_Indices,
  A_Indirection,
  BoolExpr,
  CaseExpr,
  ColumnRef,
  Node,
  RowExpr,
  SubLink,
  TypeCast,
} from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { quoteName } from '../../schema/names.ts';
import type { Reference } from '../resolve/model.ts';
import { integerIn, kindOf, namesIn, under } from '../tree.ts';
import type { Construct } from '../unsupported.ts';
import { printCall, printGrouping, printValueFunction } from './calls.ts';
import { intervalLiteral } from './intervals.ts';
import { bitLiteral, numberLiteral, textLiterals } from './literals.ts';
import { LEVEL } from './operators.ts';
import { printJsonTest, printOperation, printSubLinkOperator, printTest } from './predicates.ts';
import { cannotPrint, type Printer } from './printer.ts';
import { printQuery } from './query.ts';
import { printType } from './types.ts';

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
  if ('CollateClause' in expression) {
    const { arg, collname } = expression.CollateClause;
    const collation = namesIn(collname).filter(
      (name, index, all) => all.length === 1 || index > 0 || name !== 'pg_catalog',
    );
    return closed(`(${printAt(arg, LEVEL.sign, printer)} COLLATE ${collation.map(quoteName).join('.')})`);
  }
  if ('SetToDefault' in expression) return term('DEFAULT');
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

export function printColumn(column: ColumnRef, printer: Printer, isSortKey = false): string {
  const reference = printer.resolution.references.get(column);
  if (!reference || reference.kind === 'row') throw cannotPrint('whole-row', printer, column.location);
  return printReference(reference, printer, isSortKey);
}

export function printReference(
  reference: Exclude<Reference, { kind: 'row' }>,
  printer: Printer,
  isSortKey = false,
): string {
  if (reference.kind === 'merged') {
    return `COALESCE(${printReference(reference.left, printer)}, ${printReference(reference.right, printer)})`;
  }
  const isBare = printer.isBare || reference.source.kind === 'values';
  const qualifier = isBare ? null : printer.names.qualifier(reference, isSortKey);
  const column = printer.names.column(reference.column);
  return qualifier === null ? column : `${qualifier}.${column}`;
}

function printText(text: string): Printed {
  const literals = textLiterals(text);
  return { text: literals.join(' || '), level: literals.length === 1 ? LEVEL.term : LEVEL.other };
}

function printConstant(constant: A_Const): Printed {
  if (constant.isnull) return term('NULL');
  if (constant.boolval) return term(constant.boolval.boolval ? 'TRUE' : 'FALSE');
  if (constant.sval) return printText(constant.sval.sval ?? '');
  if (constant.bsval) return term(bitLiteral(constant.bsval.bsval ?? ''));
  const integer = integerIn(constant);
  const text = integer === null ? numberLiteral(constant.fval?.fval ?? '') : String(integer);
  return { text, level: text.startsWith('-') ? LEVEL.sign : LEVEL.term };
}

/** AND in AND and OR in OR need no parentheses of their own. */
function printBoolean({ boolop, args = [] }: BoolExpr, printer: Printer): Printed {
  if (boolop === 'NOT_EXPR') return printNot(must(args[0], 'an operand'), printer);
  const level = boolop === 'OR_EXPR' ? LEVEL.or : LEVEL.and;
  const operands = args.map((operand) => printAt(operand, level, printer));
  return { text: operands.join(boolop === 'OR_EXPR' ? ' OR ' : ' AND '), level };
}

function printNot(operand: Node, printer: Printer): Printed {
  // The parser makes no difference between NOT x IN (query) and x NOT IN (query).
  if ('SubLink' in operand && operand.SubLink.subLinkType === 'ANY_SUBLINK' && !operand.SubLink.operName) {
    return printSubLinkOperator(operand.SubLink, 'NOT IN', printer);
  }
  if ('JsonIsPredicate' in operand) return printJsonTest(operand.JsonIsPredicate, 'IS NOT JSON', printer);
  return { text: `NOT ${printAt(operand, LEVEL.predicate, printer)}`, level: LEVEL.not };
}

function printSubLink(link: SubLink, printer: Printer): Printed {
  switch (link.subLinkType) {
    case 'EXISTS_SUBLINK':
      return term(`EXISTS ${printSubquery(link.subselect, printer)}`);
    case 'ARRAY_SUBLINK':
      return term(`ARRAY${printSubquery(link.subselect, printer)}`);
    case 'ANY_SUBLINK':
    case 'ALL_SUBLINK':
      return printSubLinkOperator(link, null, printer);
    default:
      return closed(printSubquery(link.subselect, printer));
  }
}

/** With its parentheses. */
export function printSubquery(subquery: Node | undefined, printer: Printer): string {
  return `(${printQuery(under(subquery, 'SelectStmt'), printer)})`;
}

function printCast({ arg, typeName }: TypeCast, printer: Printer): Printed {
  const type = must(typeName, 'a type');
  const interval = intervalLiteral(arg, type);
  if (interval !== null) return term(interval);
  return term(`${printAt(arg, LEVEL.term, printer)}::${printType(type, printer)}`);
}

function printCase({ arg, args = [], defresult }: CaseExpr, printer: Printer): string {
  let text = 'CASE';
  if (arg) text += ` ${printExpression(arg, printer)}`;
  for (const node of args) {
    const { expr, result } = under(node, 'CaseWhen');
    text += ` WHEN ${printExpression(expr, printer)} THEN ${printExpression(result, printer)}`;
  }
  if (defresult) text += ` ELSE ${printExpression(defresult, printer)}`;
  return `${text} END`;
}

/** Two values and more need no word. */
function printRow({ args = [] }: RowExpr, printer: Printer): string {
  const values = printList(args, printer);
  return args.length > 1 ? `(${values})` : `ROW(${values})`;
}

/** `orders.tags[1]`, `(orders.address).city`, `(ARRAY[1, 2])[1]`. */
function printIndirection({ arg, indirection = [] }: A_Indirection, printer: Printer): string {
  const base = must(arg, 'an expression');
  let text = printAt(base, LEVEL.closed, printer);
  let isEnclosed = !('ColumnRef' in base || 'A_Indirection' in base);
  for (const step of indirection) {
    if ('String' in step) text = `${isEnclosed ? text : `(${text})`}.${quoteName(step.String.sval ?? '')}`;
    else if ('A_Indices' in step) text += printSubscript(step.A_Indices, printer);
    else throw cannotPrint('composite-star', printer);
    isEnclosed = false;
  }
  return text;
}

function printSubscript({ is_slice, lidx, uidx }: A_Indices, printer: Printer): string {
  const from = lidx ? printExpression(lidx, printer) : '';
  const to = uidx ? printExpression(uidx, printer) : '';
  return is_slice ? `[${from}:${to}]` : `[${to}]`;
}
