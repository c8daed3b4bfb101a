import type { Cursor } from '../lexer/cursor.ts';
import { target } from '../types/target-type.ts';
import type { ColumnDraft } from './draft.ts';
import type { ColumnPlace } from './read-column.ts';
import { readDefault } from './read-default.ts';
import { readReferences } from './read-parts.ts';
import { skipConflict, skipConflictClause, skipIndexOptions } from './skip-options.ts';

export interface Attribute {
  readonly cursor: Cursor;
  readonly column: ColumnDraft;
  readonly place: ColumnPlace;
  /** From CONSTRAINT name. */
  readonly name: string | undefined;
  /** Index of the attribute's first token. */
  readonly start: number;
}

const KEY_WORDS: ReadonlySet<string> = new Set(['key', 'clustered', 'nonclustered', 'asc', 'desc']);
const STORAGE_WORDS: ReadonlySet<string> = new Set(['stored', 'virtual', 'persistent', 'persisted']);

/** What may stand behind a column's type, by its first word, which is read already. */
export const ATTRIBUTES: Readonly<Record<string, (attribute: Attribute) => void>> = {
  not: ({ cursor, column }) => {
    if (cursor.accept('null')) column.notNull = true;
    else cursor.accept('for', 'replication');
    skipConflictClause(cursor);
  },
  null: () => undefined,
  default: ({ cursor, column }) => {
    column.defaultText = readDefault(cursor);
    // T-SQL: DEFAULT (0) WITH VALUES.
    cursor.accept('with', 'values');
  },
  auto_increment: ({ column }) => {
    column.identity = { start: 1, increment: 1, later: false };
  },
  autoincrement: ({ column }) => {
    column.identity = { start: 1, increment: 1, later: false };
  },
  identity: ({ cursor, column }) => {
    const [start, increment] = cursor.isSymbol('(') ? cursor.takeParenthesised().split(',').map(Number) : [];
    column.identity = { start: start ?? 1, increment: increment ?? 1, later: false };
  },
  primary: ({ cursor, column, place, name }) => {
    cursor.skipWords(KEY_WORDS);
    skipConflictClause(cursor);
    place.table.primaryKey = { name, parts: [plainPart(column.name)] };
    column.notNull = true;
    skipIndexOptions(cursor);
  },
  key: ({ column, place, name }) => {
    place.table.primaryKey = { name, parts: [plainPart(column.name)] };
    column.notNull = true;
  },
  unique: ({ cursor, column, place, name }) => {
    cursor.skipWords(KEY_WORDS);
    skipConflictClause(cursor);
    place.table.uniqueKeys.push({ name, parts: [plainPart(column.name)] });
    skipIndexOptions(cursor);
  },
  check: ({ cursor, column, place, name }) => {
    const text = cursor.takeParenthesised();
    // MariaDB's way to say JSON.
    if (/^\s*json_valid\s*\(/i.test(text)) column.type = target('jsonb');
    else place.table.checks.push({ name, text });
    cursor.accept('not', 'enforced') || cursor.accept('enforced');
  },
  references: ({ cursor, column, place, name, start }) => {
    const from = { name, columns: [column.name], start };
    place.table.foreignKeys.push(readReferences(cursor, from, place.droppedNamespaces));
  },
  foreign: ({ cursor }) => void cursor.accept('key'),
  comment: ({ cursor, column }) => {
    column.comment = cursor.takeString();
  },
  generated: ({ cursor, column }) => {
    cursor.accept('always');
    cursor.accept('as');
    if (cursor.isSymbol('(')) readGenerated(cursor, column);
  },
  as: ({ cursor, column }) => readGenerated(cursor, column),
  on: ({ cursor, column, place }) => {
    if (!cursor.accept('update')) return skipConflict(cursor);
    readDefault(cursor);
    place.table.notes.add(
      `${column.name}: ON UPDATE CURRENT_TIMESTAMP is left out; in Postgres a trigger would do that.`,
    );
  },
  collate: ({ cursor }) => void cursor.takeName(),
  character: ({ cursor }) => {
    cursor.accept('set');
    cursor.takeName();
  },
  charset: ({ cursor }) => void cursor.takeName(),
  srid: ({ cursor }) => void cursor.take(),
  column_format: ({ cursor }) => void cursor.take(),
  storage: ({ cursor }) => void cursor.take(),
  // Without a meaning in Postgres.
  binary: () => undefined,
  visible: () => undefined,
  rowguidcol: () => undefined,
  sparse: () => undefined,
  first: () => undefined,
  after: ({ cursor }) => void cursor.takeName(),
};

function plainPart(column: string) {
  return { column, expression: undefined, length: undefined, descending: false };
}

function readGenerated(cursor: Cursor, column: ColumnDraft): void {
  column.generatedText = cursor.takeParenthesised();
  cursor.skipWords(STORAGE_WORDS);
}
