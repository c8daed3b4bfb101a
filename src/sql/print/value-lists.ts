/**
 * Columns that take a few texts, and arrays of an enum: what they are compared with is spelt out text by text, so that
 * the grammar can hold each of them to the list.
 */
import type { A_Expr, ColumnRef, Node } from 'libpg-query';
import { namedEnums } from '../../schema/enum-types.ts';
import type { Column } from '../../schema/model.ts';
import { callableName } from '../../schema/names.ts';
import { namesIn } from '../tree.ts';
import { arrayElements } from './array-elements.ts';
import { printExpression } from './expression.ts';
import type { Printer } from './printer.ts';
import { isText } from './text-second.ts';

/** What `status = ANY (ARRAY['new', 'paid'])` and `status <> ALL ('{new,paid}')` list; null for anything else. */
export function listMembers({ kind, name, lexpr, rexpr }: A_Expr, printer: Printer): readonly Node[] | null {
  const operator = namesIn(name).at(-1);
  const isMembership = kind === 'AEXPR_OP_ANY' ? operator === '=' : kind === 'AEXPR_OP_ALL' && operator === '<>';
  const column = isMembership && isListed(lexpr, printer) ? tableColumn(lexpr, printer) : null;
  if (!column || !comparesAsText(column, printer)) return null;
  const members = membersOf(rexpr);
  // Of a text among them they are single values. Blanks at the end count in a text, and not in a char(3).
  const texts = members?.flatMap((member) => textIn(member) ?? []) ?? [];
  return texts.length > 0 && !texts.some((text) => text.startsWith('{') || text.endsWith(' ')) ? members : null;
}

/** Whether CASE needs parentheses around its argument: what it is compared with is not held to the column's list. */
export function beginsWithListed(node: Node | undefined, printer: Printer): boolean {
  const first = firstOf(node);
  return enumOfArray(first, printer) !== null || (first !== node && isListed(first, printer));
}

/** Whether it is a column that takes a few texts. */
export function isListed(node: Node | undefined, printer: Printer): boolean {
  const column = tableColumn(node, printer);
  return column !== null && column.allowedValues.length > 0 && ['text', 'other'].includes(column.typeClass);
}

/** The type of an array column's elements where that is an enum: `mood` of `mood[]`. */
export function enumOfArray(node: Node | undefined, printer: Printer): string | null {
  const column = tableColumn(node, printer);
  if (!column?.type.endsWith('[]')) return null;
  const element = column.type.slice(0, -'[]'.length);
  return isEnum(element, printer) ? element : null;
}

/** `'{new,paid}'` as `ARRAY['new', 'paid']::state[]`; null where it is no such text. */
export function printEnumArray(node: Node | undefined, element: string, printer: Printer): string | null {
  if (!node || !('A_Const' in node)) return null;
  const text = textIn(node);
  const elements = text === null ? null : arrayElements(text);
  return elements && printArrayOf(elements, element, printer);
}

/** What is cast to an array of an enum, as an array of its texts; null for any other cast. */
export function printCastToEnums(node: Node | undefined, type: string, printer: Printer): string | null {
  const element = type.endsWith('[]') ? type.slice(0, -'[]'.length) : null;
  if (element === null || !isEnum(element, printer)) return null;
  if (node && 'A_ArrayExpr' in node) return printArrayOf(node.A_ArrayExpr.elements ?? [], element, printer);
  return printEnumArray(node, element, printer);
}

/** Of texts alone, or with a cast for each that is one. */
function printArrayOf(elements: readonly Node[], element: string, printer: Printer): string {
  const areTexts = elements.every(isBareText);
  const printed = elements.map((each) => {
    const text = printExpression(each, printer);
    return !areTexts && isBareText(each) ? `${text}::${element}` : text;
  });
  return `ARRAY[${printed.join(', ')}]::${element}[]`;
}

function isBareText(node: Node): boolean {
  return 'A_Const' in node && isText(node);
}

/** Whether it is the name of an enum, or of a domain over one, as SQL text. */
function isEnum(type: string, { schema }: Printer): boolean {
  return namedEnums(schema).some(({ types }) => types.includes(type));
}

function tableColumn(node: Node | undefined, { resolution }: Printer): Column | null {
  if (!node || !('ColumnRef' in node)) return null;
  const column: ColumnRef = node.ColumnRef;
  const reference = resolution.references.get(column);
  if (reference?.kind !== 'column' || reference.column.origin.kind !== 'table') return null;
  return reference.column.origin.column;
}

/** Some types (citext) compare differently with an array of texts than with texts. */
function comparesAsText({ type }: Column, printer: Printer): boolean {
  const base = printer.schema.domains.find((domain) => callableName(domain) === type)?.baseType ?? type;
  return base === 'text' || /^character(?: varying)?\b/.test(base) || isEnum(type, printer);
}

/** Elements of an array that is written out; those of a cast one only where a text alone says the same. */
function membersOf(array: Node | undefined): readonly Node[] | null {
  const isCast = array !== undefined && 'TypeCast' in array;
  const inner = isCast ? array.TypeCast.arg : array;
  if (inner && 'A_ArrayExpr' in inner) {
    const { elements = [] } = inner.A_ArrayExpr;
    return isCast && !elements.every((element) => textIn(element) !== null) ? null : elements;
  }
  const text = textIn(inner);
  return text === null ? null : arrayElements(text);
}

function textIn(node: Node | undefined): string | null {
  if (!node || !isText(node)) return null;
  if ('TypeCast' in node) return textIn(node.TypeCast.arg);
  return 'A_Const' in node && node.A_Const.sval ? (node.A_Const.sval.sval ?? '') : null;
}

/** What an expression begins with, as long as nothing stands before it. */
function firstOf(node: Node | undefined): Node | undefined {
  if (node && 'A_Expr' in node && node.A_Expr.kind === 'AEXPR_OP' && node.A_Expr.lexpr)
    return firstOf(node.A_Expr.lexpr);
  if (node && 'TypeCast' in node) return firstOf(node.TypeCast.arg);
  if (node && 'A_Indirection' in node) return firstOf(node.A_Indirection.arg);
  return node;
}
