import { quoteName } from '../../schema/names.ts';
import { type ColumnDraft, columnOf } from '../table/draft.ts';
import { identityText, writeEnum } from '../table/write-table.ts';
import { changeType } from './change-column.ts';
import { continueNumbering } from './insert.ts';
import type { TableChange } from './table-change.ts';

/** MODIFY, CHANGE and T-SQL's ALTER COLUMN: the column gets a whole new definition. */
export function redefineColumn(column: ColumnDraft, oldName: string | undefined, change: TableChange): void {
  const { table, state } = change;
  const old = columnOf(table, oldName ?? column.name);
  const name = quoteName(column.name);
  const from = quoteName(old?.name ?? oldName ?? column.name);
  if (from !== name) change.say(`RENAME COLUMN ${from} TO ${name}`);
  change.statements.push(...writeEnum(column, table, state));
  for (const action of changeType(column, old)) change.say(`ALTER COLUMN ${name} ${action}`);
  const isNumbered = column.identity !== undefined && column.type.kind === 'integer';
  const mustHold = isNumbered || column.notNull;
  if (isNumbered || column.notNull !== (old?.notNull ?? false)) {
    change.say(`ALTER COLUMN ${name} ${mustHold ? 'SET' : 'DROP'} NOT NULL`);
  }
  if (!isNumbered && column.defaultText !== old?.defaultText) change.setDefault(column);
  change.commentOn(column, old);
  replaceColumn(column, old, change);
  if (isNumbered) numberColumn(column, old, change);
}

function replaceColumn(column: ColumnDraft, old: ColumnDraft | undefined, { table, state }: TableChange): void {
  const index = old ? table.columns.indexOf(old) : -1;
  if (index >= 0) table.columns[index] = column;
  else table.columns.push(column);
  state.names.addColumn(column.name, column.type.kind);
}

/** phpMyAdmin declares AUTO_INCREMENT behind the rows. */
function numberColumn(column: ColumnDraft, old: ColumnDraft | undefined, change: TableChange): void {
  if (old?.identity) {
    column.identity = old.identity;
    return;
  }
  column.identity = { start: 1, increment: 1, later: true };
  change.say(`ALTER COLUMN ${quoteName(column.name)} ADD ${identityText(column, undefined)}`);
  const next = continueNumbering(change.table, change.state);
  if (next !== undefined && change.state.hasRows) change.statements.push(next);
}
