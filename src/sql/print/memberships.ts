/** IN, ANY and ALL. */
import type { A_Expr, SubLink } from 'libpg-query';
import { itemsOf } from '../tree.ts';
import { type Printed, predicate, printAt, printExpression, printList, printSubquery } from './expression.ts';
import { operatorOf, quantifiedOperator } from './operator-names.ts';
import { COMPARISONS, LEVEL } from './operators.ts';
import { printOperation } from './predicates.ts';
import type { Printer } from './printer.ts';
import { isText } from './text-second.ts';
import { enumOfArray, isListed, listMembers } from './value-lists.ts';

/** A text among columns of which one takes a few texts is compared with each, as Postgres does it. */
export function printIn(operation: A_Expr, printer: Printer): Printed {
  const { lexpr, rexpr } = operation;
  const members = itemsOf(rexpr);
  const isNegated = operatorOf(operation, printer) === '<>';
  if (!lexpr || !isText(lexpr) || !members.some((member) => isListed(member, printer))) {
    const left = printAt(lexpr, LEVEL.other, printer);
    return predicate(`${left} ${isNegated ? 'NOT IN' : 'IN'} (${printList(members, printer)})`);
  }
  const name = [{ String: { sval: isNegated ? '<>' : '=' } }];
  const texts = members.map(
    (member) => printOperation({ kind: 'AEXPR_OP', name, lexpr: member, rexpr: lexpr }, printer).text,
  );
  const level = isNegated ? LEVEL.and : LEVEL.or;
  return { text: texts.join(isNegated ? ' AND ' : ' OR '), level: members.length > 1 ? level : LEVEL.predicate };
}

/**
 * Of a column with a few texts, `= ANY` and `<> ALL` of a list are IN. A text that is compared with an array of an enum
 * is of that enum.
 */
export function printAnyOrAll(operation: A_Expr, printer: Printer): Printed {
  const { kind, lexpr, rexpr } = operation;
  const isAny = kind === 'AEXPR_OP_ANY';
  const left = printAt(lexpr, LEVEL.other, printer);
  const members = listMembers(operation, printer);
  if (members) return predicate(`${left} ${isAny ? 'IN' : 'NOT IN'} (${printList(members, printer)})`);
  const operator = quantifiedOperator(operation, printer);
  const isBareText = lexpr !== undefined && 'A_Const' in lexpr && isText(lexpr);
  const element = isBareText && COMPARISONS.has(operator) ? enumOfArray(rexpr, printer) : null;
  const cast = element === null ? '' : `::${element}`;
  return predicate(`${left}${cast} ${operator} ${isAny ? 'ANY' : 'ALL'} (${printExpression(rexpr, printer)})`);
}

/** `x IN (query)`, `x > ALL (query)`. */
export function printSubLinkOperator(link: SubLink, word: 'NOT IN' | null, printer: Printer): Printed {
  const left = printAt(link.testexpr, LEVEL.other, printer);
  const quantifier = link.subLinkType === 'ALL_SUBLINK' ? 'ALL' : 'ANY';
  const operator =
    word ??
    (link.operName
      ? `${quantifiedOperator({ name: link.operName, location: link.location ?? -1 }, printer)} ${quantifier}`
      : 'IN');
  return predicate(`${left} ${operator} ${printSubquery(link.subselect, printer)}`);
}
