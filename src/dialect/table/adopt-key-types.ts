import type { ScriptState } from '../script-state.ts';
import { type ColumnDraft, columnOf, type ForeignKeyDraft } from './draft.ts';

/** A column of SQLite without a type that refers to another one holds what that one does. */
export function adoptKeyTypes(state: ScriptState): void {
  for (const table of state.tables) {
    for (const key of table.foreignKeys) {
      for (const [index, name] of key.columns.entries()) {
        const column = columnOf(table, name);
        const referenced = referencedColumn(key, index, state);
        if (column?.type.isInferred && referenced) column.type = referenced.type;
      }
    }
  }
}

function referencedColumn(key: ForeignKeyDraft, index: number, state: ScriptState): ColumnDraft | undefined {
  const table = state.table(key.references);
  const name = key.referencedColumns[index] ?? table?.primaryKey?.parts[index]?.column;
  return table && name !== undefined ? columnOf(table, name) : undefined;
}
