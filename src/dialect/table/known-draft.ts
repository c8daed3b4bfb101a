import type { KnownTable } from '../query/known-names.ts';
import { kindOfType } from '../types/value-kind.ts';
import { type ColumnDraft, emptyTable, type KeyDraft, type TableDraft, type TableRef } from './draft.ts';

/** A table that is there already, as if the script had made it: its rows are converted for its types and its keys. */
export function knownDraft(ref: TableRef, known: KnownTable): TableDraft {
  const table = emptyTable(ref, { isTemporary: false, ifNotExists: false });
  table.columns.push(
    ...known.columns.map(
      ({ name, type }): ColumnDraft => ({
        name,
        type: { sql: type, kind: kindOfType(type) },
        notNull: false,
        defaultText: undefined,
        generatedText: undefined,
        identity: undefined,
        comment: undefined,
        enumName: undefined,
      }),
    ),
  );
  const keys = known.keys.map(
    (columns): KeyDraft => ({
      name: undefined,
      parts: columns.map((column) => ({ column, expression: undefined, length: undefined, descending: false })),
    }),
  );
  const [first, ...rest] = keys;
  if (known.hasPrimaryKey) table.primaryKey = first;
  table.uniqueKeys.push(...(known.hasPrimaryKey ? rest : keys));
  return table;
}
