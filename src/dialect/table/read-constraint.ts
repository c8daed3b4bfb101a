import type { Cursor } from '../lexer/cursor.ts';
import { target } from '../types/target-type.ts';
import { columnOf, type IndexDraft } from './draft.ts';
import type { ColumnPlace } from './read-column.ts';
import { readKeyParts, readNames, readReferences } from './read-parts.ts';
import { skipIndexOptions } from './skip-options.ts';

/** Whether the next item of CREATE TABLE (…) is a constraint or an index and no column. */
export function startsConstraint(cursor: Cursor, { dialect }: ColumnPlace): boolean {
  switch (cursor.word()) {
    case 'constraint':
      return true;
    case 'primary':
    case 'foreign':
      return cursor.word(1) === 'key';
    case 'unique':
      return dialect !== 'sqlite' || cursor.isSymbol('(', 1);
    case 'check':
      return cursor.isSymbol('(', 1);
    case 'period':
      return dialect === 'tsql' && cursor.word(1) === 'for';
    case 'key':
    case 'fulltext':
    case 'spatial':
      return dialect === 'mysql';
    case 'index':
      return dialect !== 'sqlite';
    default:
      return false;
  }
}

const KEY_WORDS: ReadonlySet<string> = new Set(['key', 'index', 'clustered', 'nonclustered', 'unique', 'columnstore']);
const INDEX_KINDS: ReadonlySet<string> = new Set(['key', 'index', 'fulltext', 'spatial']);

/** Reads one constraint or index into the table. */
export function readConstraint(cursor: Cursor, place: ColumnPlace): void {
  const { table } = place;
  const start = cursor.index;
  const name = cursor.accept('constraint') && !startsKind(cursor) ? cursor.takeName() : undefined;
  if (cursor.accept('primary', 'key')) {
    cursor.skipWords(KEY_WORDS);
    skipUsing(cursor);
    table.primaryKey = { name, parts: readKeyParts(cursor) };
  } else if (cursor.accept('unique')) {
    cursor.skipWords(KEY_WORDS);
    const own = cursor.isSymbol('(') || cursor.word() === 'using' ? undefined : cursor.takeName();
    skipUsing(cursor);
    addUnique(place, name ?? own, readKeyParts(cursor));
  } else if (cursor.accept('foreign', 'key')) {
    if (!cursor.isSymbol('(')) cursor.takeName();
    const columns = readNames(cursor);
    if (!cursor.accept('references')) throw cursor.notUnderstood();
    table.foreignKeys.push(readReferences(cursor, { name, columns, start }, place.droppedNamespaces));
  } else if (cursor.accept('check')) {
    cursor.accept('not', 'for', 'replication');
    readCheck(cursor, place, name);
  } else if (INDEX_KINDS.has(cursor.word())) {
    readIndex(cursor, place);
  } else if (cursor.accept('default')) {
    readDefaultFor(cursor, place);
  } else if (cursor.accept('period')) {
    table.notes.add('PERIOD FOR SYSTEM_TIME is left out.');
  } else {
    throw cursor.notUnderstood();
  }
  skipOptions(cursor);
}

function startsKind(cursor: Cursor): boolean {
  return ['primary', 'unique', 'foreign', 'check'].includes(cursor.word());
}

/** A key on the first characters of a text is an index in Postgres, as a constraint takes columns alone. */
function addUnique({ table }: ColumnPlace, name: string | undefined, parts: IndexDraft['parts']): void {
  const isPlain = parts.every(({ column, length }) => column !== undefined && length === undefined);
  if (isPlain) table.uniqueKeys.push({ name, parts });
  else table.indexes.push({ name, parts, kind: 'unique', where: undefined });
}

function readCheck(cursor: Cursor, { table }: ColumnPlace, name: string | undefined): void {
  const text = cursor.takeParenthesised();
  const json = /^\s*json_valid\s*\(\s*[`"]?(\w+)[`"]?\s*\)\s*$/i.exec(text)?.[1];
  const column = json === undefined ? undefined : columnOf(table, json);
  if (column) column.type = target('jsonb');
  else table.checks.push({ name, text });
  cursor.accept('not', 'enforced') || cursor.accept('enforced');
}

function readIndex(cursor: Cursor, { table }: ColumnPlace): void {
  const word = cursor.take().text.toLowerCase();
  cursor.skipWords(KEY_WORDS);
  const name = cursor.isSymbol('(') || cursor.word() === 'using' ? undefined : cursor.takeName();
  cursor.skipWords(KEY_WORDS);
  skipUsing(cursor);
  const kind = word === 'fulltext' || word === 'spatial' ? word : 'plain';
  table.indexes.push({ name, parts: readKeyParts(cursor), kind, where: undefined });
}

/** T-SQL: DEFAULT (0) FOR [column]. */
function readDefaultFor(cursor: Cursor, { table }: ColumnPlace): void {
  const text = cursor.isSymbol('(') ? `(${cursor.takeParenthesised()})` : cursor.take().text;
  if (!cursor.accept('for')) throw cursor.notUnderstood();
  const column = columnOf(table, cursor.takeName());
  if (column) column.defaultText = text;
}

function skipUsing(cursor: Cursor): void {
  if (cursor.accept('using')) cursor.take();
}

/** USING BTREE, KEY_BLOCK_SIZE = 8, COMMENT '…', ON CONFLICT IGNORE, WITH (…) ON [PRIMARY]. */
function skipOptions(cursor: Cursor): void {
  if (cursor.word() === 'on' && cursor.word(1) === 'conflict') cursor.moveTo(cursor.index + 3);
  skipIndexOptions(cursor);
  cursor.takeRestOfItem();
}
