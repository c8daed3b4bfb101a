import { quoteName, textLiteral } from '../../schema/names.ts';
import type { ScriptState } from '../script-state.ts';
import type { ColumnDraft, TableDraft } from '../table/draft.ts';
import { writeDefault } from '../table/write-default.ts';
import { writeIndex, writeKeyColumns } from '../table/write-index.ts';
import { constraintName, writeCheck, writeColumn, writeEnum, writeForeignKey } from '../table/write-table.ts';

/** Collects the statements that an ALTER TABLE becomes. */
export class TableChange {
  readonly table: TableDraft;
  readonly state: ScriptState;
  /** The table as SQL text. */
  readonly name: string;
  readonly statements: string[] = [];
  readonly notes = new Set<string>();

  constructor(table: TableDraft, state: ScriptState) {
    this.table = table;
    this.state = state;
    this.name = state.tableText(table.ref);
  }

  say(action: string): void {
    this.statements.push(`ALTER TABLE ${this.name} ${action}`);
  }

  addColumn(column: ColumnDraft): void {
    const { table, state, notes } = this;
    this.statements.push(...writeEnum(column, table, state));
    table.columns.push(column);
    state.names.addColumn(column.name, column.type.kind);
    this.say(`ADD COLUMN ${writeColumn(column, table, state, notes)}`);
    this.commentOn(column, undefined);
  }

  setDefault(column: ColumnDraft): void {
    const value = writeDefault(column, this.table, this.state, this.notes);
    const action = value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`;
    this.say(`ALTER COLUMN ${quoteName(column.name)} ${action}`);
  }

  commentOn(column: ColumnDraft, old: ColumnDraft | undefined): void {
    if (!column.comment || column.comment === old?.comment) return;
    this.statements.push(`COMMENT ON COLUMN ${this.name}.${quoteName(column.name)} IS ${textLiteral(column.comment)}`);
  }

  /** @param added a table that holds nothing but what is to be added */
  addConstraints(added: TableDraft): void {
    const { table, state, notes } = this;
    if (added.primaryKey) {
      table.primaryKey = added.primaryKey;
      const name = constraintName(added.primaryKey.name, table, state);
      this.say(`ADD ${name}PRIMARY KEY ${writeKeyColumns(added.primaryKey, table, state)}`);
    }
    for (const key of added.uniqueKeys) {
      table.uniqueKeys.push(key);
      this.say(`ADD ${constraintName(key.name, table, state)}UNIQUE ${writeKeyColumns(key, table, state)}`);
    }
    for (const index of added.indexes) this.statements.push(...writeIndex(index, table, state, notes));
    for (const check of added.checks) {
      for (const text of writeCheck(check, table, state, notes)) this.say(`ADD ${text}`);
    }
    for (const key of added.foreignKeys) this.say(`ADD ${writeForeignKey(key, table, state)}`);
    for (const note of added.notes) notes.add(note);
  }
}
