/** Operators between values, and the conditions that are made of them. */
import type { A_Expr, JsonIsPredicate, Node } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { isSystemFunction, itemsOf, namesIn } from '../tree.ts';
import { closed, type Printed, predicate, print, printAt, printExpression, printList } from './expression.ts';
import { printAnyOrAll, printIn } from './memberships.ts';
import { operatorOf } from './operator-names.ts';
import { binaryLevel, COMPARISONS, isPrefixOperator, LEVEL, PATTERN_WORDS } from './operators.ts';
import { cannotPrint, type Printer } from './printer.ts';
import { textSecond } from './text-second.ts';
import { enumOfArray, printEnumArray } from './value-lists.ts';

/** What a predicate takes on either side. */
const VALUE = LEVEL.other;

export function printOperation(written: A_Expr, printer: Printer): Printed {
  const operation = textSecond(written);
  const { kind, lexpr, rexpr } = operation;
  const value = (node: Node | undefined) => printAt(node, VALUE, printer);
  switch (kind) {
    case 'AEXPR_OP_ANY':
    case 'AEXPR_OP_ALL':
      return printAnyOrAll(operation, printer);
    case 'AEXPR_DISTINCT':
      return predicate(`${value(lexpr)} IS DISTINCT FROM ${printOperand(rexpr, lexpr, VALUE, printer)}`);
    case 'AEXPR_NOT_DISTINCT':
      return predicate(`${value(lexpr)} IS NOT DISTINCT FROM ${printOperand(rexpr, lexpr, VALUE, printer)}`);
    case 'AEXPR_NULLIF':
      return {
        text: `NULLIF(${printExpression(lexpr, printer)}, ${printExpression(rexpr, printer)})`,
        level: LEVEL.term,
      };
    case 'AEXPR_IN':
      return printIn(operation, printer);
    case 'AEXPR_LIKE':
    case 'AEXPR_ILIKE':
      return predicate(
        `${value(lexpr)} ${PATTERN_WORDS.get(operatorOf(operation, printer))} ${pattern(rexpr, printer)}`,
      );
    case 'AEXPR_SIMILAR': {
      const word = operatorOf(operation, printer) === '~' ? 'SIMILAR TO' : 'NOT SIMILAR TO';
      return predicate(`${value(lexpr)} ${word} ${pattern(rexpr, printer)}`);
    }
    case 'AEXPR_BETWEEN':
    case 'AEXPR_NOT_BETWEEN':
    case 'AEXPR_BETWEEN_SYM':
    case 'AEXPR_NOT_BETWEEN_SYM': {
      // The operator's name is the words themselves: NOT BETWEEN SYMMETRIC.
      const [low, high] = itemsOf(rexpr);
      return predicate(`${value(lexpr)} ${operatorOf(operation, printer)} ${value(low)} AND ${value(high)}`);
    }
    default:
      return printOperator(operation, printer);
  }
}

function printOperator(operation: A_Expr, printer: Printer): Printed {
  const operator = operatorOf(operation, printer);
  const { lexpr, rexpr } = operation;
  if (!lexpr) return printPrefix(operator, operation, printer);
  const word = COMPARISONS.has(operator) ? operator : PATTERN_WORDS.get(operator);
  if (word !== undefined)
    return predicate(`${printAt(lexpr, VALUE, printer)} ${word} ${printOperand(rexpr, lexpr, VALUE, printer)}`);
  const level = binaryLevel(operator);
  if (level === null) throw cannotPrint('operator', printer, operation.location);
  const left = printOperand(lexpr, rexpr, level, printer);
  // Operators of a level go from left to right.
  const right = isLoosePrefix(rexpr) && level === LEVEL.other ? level : level + 1;
  return { text: `${left} ${operator} ${printOperand(rexpr, lexpr, right, printer)}`, level };
}

/** A text beside an array of an enum is an array of its texts. */
function printOperand(node: Node | undefined, other: Node | undefined, level: number, printer: Printer): string {
  const element = enumOfArray(other, printer);
  const array = element === null ? null : printEnumArray(node, element, printer);
  return array ?? printAt(node, level, printer);
}

/**
 * Any sign but minus binds as loosely as `||`; its operand is a term all the same, for whoever reads it. Plus says
 * nothing.
 */
function printPrefix(operator: string, operation: A_Expr, printer: Printer): Printed {
  if (operator === '+') return print(operation.rexpr, printer);
  if (!isPrefixOperator(operator)) throw cannotPrint('operator', printer, operation.location);
  const text = operator + printAt(operation.rexpr, LEVEL.term, printer);
  return { text, level: operator === '-' ? LEVEL.sign : LEVEL.other };
}

function isLoosePrefix(node: Node | undefined): boolean {
  return node !== undefined && 'A_Expr' in node && node.A_Expr.kind === 'AEXPR_OP' && !node.A_Expr.lexpr;
}

/** What follows LIKE and SIMILAR TO: the parser hides ESCAPE in a function. */
function pattern(node: Node | undefined, printer: Printer): string {
  if (!node || !('FuncCall' in node)) return printAt(node, VALUE, printer);
  const names = namesIn(node.FuncCall.funcname);
  const isHidden = isSystemFunction(names, 'like_escape') || isSystemFunction(names, 'similar_to_escape');
  if (!isHidden) return printAt(node, VALUE, printer);
  const [text, escapeCharacter] = node.FuncCall.args ?? [];
  const printed = printAt(text, VALUE, printer);
  return escapeCharacter ? `${printed} ESCAPE ${printAt(escapeCharacter, VALUE, printer)}` : printed;
}

type TestNode = Extract<Node, { NullTest: unknown } | { BooleanTest: unknown }>;

/** `x IS …`. */
export function printTest(test: TestNode, printer: Printer): Printed {
  if ('NullTest' in test) {
    const { arg, nulltesttype } = test.NullTest;
    return predicate(`${printAt(arg, VALUE, printer)} IS ${nulltesttype === 'IS_NOT_NULL' ? 'NOT NULL' : 'NULL'}`);
  }
  const { arg, booltesttype } = test.BooleanTest;
  return predicate(`${printAt(arg, VALUE, printer)} ${must(booltesttype, 'a test').replaceAll('_', ' ')}`);
}

const JSON_KINDS: Readonly<Record<string, string>> = {
  JS_TYPE_OBJECT: ' OBJECT',
  JS_TYPE_ARRAY: ' ARRAY',
  JS_TYPE_SCALAR: ' SCALAR',
};

/** The parser makes x IS NOT JSON a NOT around it. */
export function printJsonTest(test: JsonIsPredicate, words: 'IS JSON' | 'IS NOT JSON', printer: Printer): Printed {
  const { expr, item_type, unique_keys, location } = test;
  if (unique_keys) throw cannotPrint('is-json-unique', printer, location);
  return predicate(`${printAt(expr, VALUE, printer)} ${words}${JSON_KINDS[item_type ?? ''] ?? ''}`);
}

/** `(a, b) OVERLAPS (c, d)`. */
export function printOverlaps(args: readonly Node[], printer: Printer): Printed {
  const left = printList(args.slice(0, 2), printer);
  return predicate(`(${left}) OVERLAPS (${printList(args.slice(2), printer)})`);
}

/** `(x AT TIME ZONE zone)`, and without a zone `(x AT LOCAL)`. */
export function printAtTimeZone(args: readonly Node[], printer: Printer): Printed {
  const [first, second] = args;
  if (!second) return closed(`(${printAt(first, LEVEL.sign, printer)} AT LOCAL)`);
  return closed(`(${printAt(second, LEVEL.sign, printer)} AT TIME ZONE ${printAt(first, LEVEL.sign, printer)})`);
}
