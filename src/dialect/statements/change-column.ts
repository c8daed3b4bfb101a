import { quoteName } from '../../schema/names.ts';
import type { ColumnDraft } from '../table/draft.ts';
import { typeText } from '../table/write-table.ts';

/** What changes a column's type; nothing where it stays the same. @param old undefined for a column that is not known */
export function changeType(column: ColumnDraft, old: ColumnDraft | undefined): string[] {
  const type = typeText(column);
  if (old && typeText(old) === type) return [];
  const name = quoteName(column.name);
  const isPlain = old !== undefined && old.type.kind === column.type.kind && column.type.kind !== 'enum';
  // A default of the old type would have to be cast too, and cannot always be.
  const dropsDefault = old?.defaultText !== undefined && !isPlain ? ['DROP DEFAULT'] : [];
  if (isPlain) return [`TYPE ${type}`];
  const value =
    old?.type.kind === 'boolean'
      ? `${name}::int`
      : column.type.kind === 'boolean'
        ? `(${name}::text)`
        : column.type.kind === 'enum'
          ? `${name}::text`
          : name;
  return [...dropsDefault, `TYPE ${type} USING ${value}::${type}`];
}
