import { quoteName, textLiteral } from '../../schema/names.ts';
import type { Cursor } from '../lexer/cursor.ts';
import type { ScriptState } from '../script-state.ts';
import { columnOf, emptyTable } from '../table/draft.ts';
import { readColumn } from '../table/read-column.ts';
import { readConstraint, startsConstraint } from '../table/read-constraint.ts';
import { readDefault } from '../table/read-default.ts';
import { continueNumbering } from './insert.ts';
import { type ConversionOutcome, converted, skipped } from './outcome.ts';
import { redefineColumn } from './redefine-column.ts';
import { TableChange } from './table-change.ts';

const OPENING_WORDS: ReadonlySet<string> = new Set(['alter', 'online', 'ignore', 'table']);

/** ALTER TABLE: each of its actions becomes a statement or more. */
export function convertAlterTable(cursor: Cursor, state: ScriptState): ConversionOutcome {
  cursor.skipWords(OPENING_WORDS);
  cursor.accept('if', 'exists');
  const ref = state.ref(cursor.takeQualifiedName());
  const change = new TableChange(
    state.table(ref) ?? emptyTable(ref, { isTemporary: false, ifNotExists: false }),
    state,
  );
  // T-SQL: WITH CHECK ADD, WITH NOCHECK ADD.
  if (cursor.accept('with')) cursor.take();
  let isAdding = false;
  do isAdding = readAction(cursor, change, isAdding);
  while (cursor.acceptSymbol(','));
  if (change.statements.length > 0) return converted(change.statements, change.notes);
  return skipped('Nothing that Postgres has to do: storage, settings or checks of the other database.');
}

/** Actions by their first word, which is read already. */
const ACTIONS: Readonly<Record<string, (cursor: Cursor, change: TableChange) => void>> = {
  add: readAdd,
  modify: (cursor, change) => {
    cursor.accept('column');
    readRedefinition(cursor, undefined, change);
  },
  change: (cursor, change) => {
    cursor.accept('column');
    readRedefinition(cursor, cursor.takeName(), change);
  },
  drop: readDrop,
  alter: readAlterColumn,
  rename: readRename,
  auto_increment: readNextNumber,
  comment: (cursor, change) => {
    cursor.acceptSymbol('=');
    change.statements.push(`COMMENT ON TABLE ${change.name} IS ${textLiteral(cursor.takeString())}`);
  },
};

/** Storage, settings, checks that are switched on and off. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(
  `engine default charset character collate convert enable disable check nocheck order row_format set lock algorithm force
  rebuild discard import partition`.split(/\s+/),
);

/** @param isAdding the action before was ADD, which T-SQL does not repeat: ADD a int, b int */
function readAction(cursor: Cursor, change: TableChange, isAdding: boolean): boolean {
  const word = cursor.word();
  const action = Object.hasOwn(ACTIONS, word) ? ACTIONS[word] : undefined;
  if (action) {
    cursor.take();
    action(cursor, change);
    return word === 'add';
  }
  if (WITHOUT_EFFECT.has(word)) cursor.takeRestOfItem();
  else if (isAdding) readAdd(cursor, change);
  else throw cursor.notUnderstood();
  return isAdding;
}

function readAdd(cursor: Cursor, change: TableChange): void {
  cursor.accept('column');
  cursor.accept('if', 'not', 'exists');
  const isList = cursor.acceptSymbol('(');
  do readAddedItem(cursor, change);
  while (isList && cursor.acceptSymbol(','));
  if (isList) cursor.expectSymbol(')');
}

function readAddedItem(cursor: Cursor, change: TableChange): void {
  const { table, state } = change;
  const added = emptyTable(table.ref, { isTemporary: false, ifNotExists: false });
  added.columns.push(...table.columns);
  const place = { dialect: state.dialect, table: added, droppedNamespaces: state.droppedNamespaces };
  if (startsConstraint(cursor, place) || cursor.word() === 'default') {
    const before = table.columns.map(({ defaultText }) => defaultText);
    readConstraint(cursor, place);
    // T-SQL: ADD DEFAULT (0) FOR [column].
    for (const [index, column] of table.columns.entries()) {
      if (column.defaultText !== before[index]) change.setDefault(column);
    }
  } else {
    change.addColumn(readColumn(cursor, place));
  }
  change.addConstraints(added);
}

function readRedefinition(cursor: Cursor, oldName: string | undefined, change: TableChange): void {
  const { table, state } = change;
  const added = emptyTable(table.ref, { isTemporary: false, ifNotExists: false });
  const place = { dialect: state.dialect, table: added, droppedNamespaces: state.droppedNamespaces };
  redefineColumn(readColumn(cursor, place), oldName, change);
  change.addConstraints(added);
}

function readDrop(cursor: Cursor, change: TableChange): void {
  const { table, state } = change;
  if (cursor.accept('primary', 'key')) {
    change.say(`DROP CONSTRAINT ${quoteName(`${table.ref.name}_pkey`)}`);
  } else if (cursor.accept('foreign', 'key') || cursor.accept('constraint') || cursor.accept('check')) {
    const ifExists = cursor.accept('if', 'exists') ? 'IF EXISTS ' : '';
    change.say(`DROP CONSTRAINT ${ifExists}${quoteName(cursor.takeName())}`);
  } else if (cursor.accept('index') || cursor.accept('key')) {
    change.statements.push(`DROP INDEX ${quoteName(cursor.takeName())}`);
  } else {
    cursor.accept('column');
    const ifExists = cursor.accept('if', 'exists') ? 'IF EXISTS ' : '';
    const name = cursor.takeName();
    change.say(`DROP COLUMN ${ifExists}${state.columnText(name, table)}`);
    const column = columnOf(table, name);
    if (column) table.columns.splice(table.columns.indexOf(column), 1);
  }
}

/** ALTER COLUMN: a default in MySQL, a new definition in T-SQL. */
function readAlterColumn(cursor: Cursor, change: TableChange): void {
  cursor.accept('column');
  if (cursor.word(1) === 'set' || cursor.word(1) === 'drop') readNewDefault(cursor, change);
  else readRedefinition(cursor, undefined, change);
}

function readNewDefault(cursor: Cursor, change: TableChange): void {
  const name = cursor.takeName();
  const sets = cursor.accept('set', 'default');
  if (!sets && !cursor.accept('drop', 'default')) throw cursor.notUnderstood();
  const text = sets ? readDefault(cursor) : undefined;
  const column = columnOf(change.table, name);
  if (column) {
    column.defaultText = text;
    change.setDefault(column);
  } else {
    const action = text === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${change.state.convert(text, change.notes)}`;
    change.say(`ALTER COLUMN ${quoteName(name)} ${action}`);
  }
}

function readRename(cursor: Cursor, change: TableChange): void {
  if (cursor.accept('index') || cursor.accept('key')) {
    const from = cursor.takeName();
    cursor.accept('to');
    change.statements.push(`ALTER INDEX ${quoteName(from)} RENAME TO ${quoteName(cursor.takeName())}`);
  } else if (cursor.accept('column') || (cursor.word(1) === 'to' && change.state.dialect === 'sqlite')) {
    const from = change.state.columnText(cursor.takeName(), change.table);
    cursor.accept('to');
    change.say(`RENAME COLUMN ${from} TO ${quoteName(cursor.takeName())}`);
  } else {
    cursor.accept('to') || cursor.accept('as');
    change.say(`RENAME TO ${quoteName(cursor.takeQualifiedName().at(-1) ?? '')}`);
  }
}

function readNextNumber(cursor: Cursor, change: TableChange): void {
  cursor.acceptSymbol('=');
  change.table.nextNumber = Number(cursor.take().text) || undefined;
  const next = continueNumbering(change.table, change.state);
  if (next === undefined) return;
  // Said once, with the higher number.
  if (change.statements.at(-1)?.startsWith('SELECT SETVAL')) change.statements.pop();
  change.statements.push(next);
}
