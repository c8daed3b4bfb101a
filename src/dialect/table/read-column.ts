import type { ForeignDialect } from '../dialect.ts';
import type { Cursor } from '../lexer/cursor.ts';
import { COLUMN_TYPES } from '../types/column-types.ts';
import { readType } from '../types/read-type.ts';
import { type TargetType, target } from '../types/target-type.ts';
import { ATTRIBUTES } from './column-attributes.ts';
import type { ColumnDraft, TableDraft } from './draft.ts';

export interface ColumnPlace {
  readonly dialect: ForeignDialect;
  /** Receives the constraints that are written beside the column. */
  readonly table: TableDraft;
  readonly droppedNamespaces: ReadonlySet<string>;
}

/** Words that end a type of SQLite, which may have any number of words. */
const COLUMN_WORDS: ReadonlySet<string> = new Set(
  'constraint primary not null unique check default collate references generated as autoincrement on comment'.split(
    ' ',
  ),
);

export function readColumn(cursor: Cursor, place: ColumnPlace): ColumnDraft {
  const name = cursor.takeName();
  const column: ColumnDraft = {
    name,
    type: readColumnType(cursor, place),
    notNull: false,
    defaultText: undefined,
    generatedText: undefined,
    identity: undefined,
    comment: undefined,
    enumName: undefined,
  };
  if (column.type.note !== undefined) place.table.notes.add(column.type.note);
  if (column.type.isIdentity) column.identity = { start: 1, increment: 1, later: false };
  readAttributes(cursor, column, place);
  if (column.type.isFilledByServer) column.notNull = false;
  return column;
}

function readColumnType(cursor: Cursor, { dialect, table }: ColumnPlace): TargetType {
  // T-SQL computes a column without naming its type.
  if (cursor.word() === 'as') return target('text', { isInferred: true });
  const source = readType(cursor, dialect === 'sqlite' ? COLUMN_WORDS : undefined);
  const type = COLUMN_TYPES[dialect](source);
  if (type) return source.name === '' ? { ...type, isInferred: true } : type;
  table.notes.add(`${source.name.toUpperCase()} is a type that is not known here; it becomes text.`);
  return target('text');
}

function readAttributes(cursor: Cursor, column: ColumnDraft, place: ColumnPlace): void {
  let name: string | undefined;
  while (!cursor.atEnd && !cursor.isSymbol(',') && !cursor.isSymbol(')')) {
    const word = cursor.word();
    const start = cursor.index;
    if (cursor.accept('constraint')) {
      // SQLite lets a constraint's name stand alone.
      name = cursor.takeName();
      continue;
    }
    const read = Object.hasOwn(ATTRIBUTES, word) ? ATTRIBUTES[word] : undefined;
    cursor.take();
    if (read) read({ cursor, column, place, name, start });
    else skipUnknown(cursor, column, place, start);
    name = undefined;
  }
}

function skipUnknown(cursor: Cursor, column: ColumnDraft, { table }: ColumnPlace, start: number): void {
  if (cursor.isSymbol('(')) cursor.takeParenthesised();
  const text = cursor.textBetween(start, cursor.index).slice(0, 40);
  table.notes.add(`${column.name}: ${text} is left out.`);
}
