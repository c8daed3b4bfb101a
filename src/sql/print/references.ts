import type { ColumnRef } from 'libpg-query';
import type { Reference } from '../resolve/model.ts';
import { cannotPrint, type Printer } from './printer.ts';

/** @param isSortKey it is all that ORDER BY or DISTINCT ON sorts by */
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
