/** AND, OR and NOT, and what stands between an expression and a subquery. */
import type { BoolExpr, Node, SubLink } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { closed, type Printed, printAt, printSubquery, term } from './expression.ts';
import { printSubLinkOperator } from './memberships.ts';
import { LEVEL } from './operators.ts';
import { printJsonTest } from './predicates.ts';
import type { Printer } from './printer.ts';

/** AND in AND and OR in OR need no parentheses of their own. */
export function printBoolean({ boolop, args = [] }: BoolExpr, printer: Printer): Printed {
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

export function printSubLink(link: SubLink, printer: Printer): Printed {
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
