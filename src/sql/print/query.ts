/** Queries: what stands around their parts, and set operations between them. */
import type { Node, SelectStmt } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { integerIn, itemsOf } from '../tree.ts';
import { printExpression, printList, printSubquery } from './expression.ts';
import { cannotPrint, type Printer } from './printer.ts';
import { printSelect } from './select.ts';
import { printSort, printSortKey } from './sort.ts';
import { printWith } from './with.ts';

export function printQuery(query: SelectStmt, printer: Printer): string {
  const inner = { ...printer, scope: printer.resolution.scopeOf.get(query) ?? null };
  if (query.lockingClause) throw cannotPrint('for-update', printer);
  let text = query.withClause ? `${printWith(query.withClause, printer)} ` : '';
  text += printBody(query, inner);
  if (query.sortClause) text += ` ORDER BY ${printSort(query.sortClause, inner, sortKey(query, inner))}`;
  return text + printLimits(query, inner);
}

function printBody(query: SelectStmt, printer: Printer): string {
  if (query.larg && query.rarg) return printSetOperation(query, query.larg, query.rarg, printer);
  return query.valuesLists ? printValues(query.valuesLists, printer) : printSelect(query, printer);
}

/** The result of a set operation has nothing but its names to sort by. */
function sortKey(query: SelectStmt, printer: Printer): (node: Node) => string {
  if (!query.larg) return (node) => printSortKey(node, printer);
  return (node) => {
    const output = printer.resolution.outputKeys.get(node);
    return printer.names.outputName(must(output, 'an output column'));
  };
}

const WORDS: Readonly<Record<string, string>> = {
  SETOP_UNION: 'UNION',
  SETOP_INTERSECT: 'INTERSECT',
  SETOP_EXCEPT: 'EXCEPT',
};

function printSetOperation(query: SelectStmt, left: SelectStmt, right: SelectStmt, printer: Printer): string {
  const words = `${WORDS[query.op ?? '']}${query.all ? ' ALL' : ''}`;
  const strength = strengthOf(query);
  const first = printPart(left, strengthOf(left) < strength, printer);
  return `${first} ${words} ${printPart(right, strengthOf(right) <= strength, printer)}`;
}

/** INTERSECT binds tighter than UNION and EXCEPT, a query without either tightest. */
function strengthOf({ op, larg }: SelectStmt): number {
  if (!larg) return 3;
  return op === 'SETOP_INTERSECT' ? 2 : 1;
}

function printPart(part: SelectStmt, isLoose: boolean, printer: Printer): string {
  const hasClauses = part.withClause || part.sortClause || part.limitCount || part.limitOffset || part.lockingClause;
  const text = printQuery(part, printer);
  return isLoose || hasClauses ? `(${text})` : text;
}

function printValues(rows: readonly Node[], printer: Printer): string {
  return `VALUES ${rows.map((row) => `(${printList(itemsOf(row), printer)})`).join(', ')}`;
}

function printLimits(query: SelectStmt, printer: Printer): string {
  const { limitCount, limitOffset, limitOption } = query;
  const offset = limitOffset && !isNull(limitOffset) ? ` OFFSET ${printCount(limitOffset, printer)}` : '';
  if (!limitCount || isNull(limitCount)) return offset;
  const count = () => printCount(limitCount, printer);
  return limitOption === 'LIMIT_OPTION_WITH_TIES'
    ? `${offset} FETCH FIRST ${count()} ROWS WITH TIES`
    : ` LIMIT ${count()}${offset}`;
}

function isNull(node: Node): boolean {
  return 'A_Const' in node && node.A_Const.isnull === true;
}

function printCount(node: Node, printer: Printer): string {
  if ('SubLink' in node && node.SubLink.subLinkType === 'EXPR_SUBLINK')
    return printSubquery(node.SubLink.subselect, printer);
  const isNumber = 'A_Const' in node && (integerIn(node.A_Const) ?? -1) >= 0;
  return isNumber ? printExpression(node, printer) : `(${printExpression(node, printer)})`;
}
