import type { ForeignDialect } from '../dialect.ts';
import type { Cursor } from '../lexer/cursor.ts';
import { emptyTable, type TableDraft } from './draft.ts';
import { readColumn } from './read-column.ts';
import { readConstraint, startsConstraint } from './read-constraint.ts';
import { tableRef } from './read-parts.ts';

export interface CreateTable {
  readonly table: TableDraft;
  /** The query behind AS, or the table behind LIKE; undefined where the columns are listed. */
  readonly from: { readonly kind: 'query' | 'table'; readonly text: string } | undefined;
}

const OPENING_WORDS: ReadonlySet<string> = new Set(['create', 'or', 'replace', 'global', 'local', 'table']);

/** Reads CREATE TABLE from its first word on. */
export function readTable(
  cursor: Cursor,
  dialect: ForeignDialect,
  droppedNamespaces: ReadonlySet<string>,
): CreateTable {
  cursor.skipWords(OPENING_WORDS);
  const isTemporary = cursor.accept('temporary') || cursor.accept('temp');
  cursor.skipWords(OPENING_WORDS);
  const ifNotExists = cursor.accept('if', 'not', 'exists');
  const ref = tableRef(cursor.takeQualifiedName(), droppedNamespaces);
  const isHash = dialect === 'tsql' && ref.name.startsWith('#');
  const plainRef = isHash ? { ...ref, name: ref.name.replace(/^#+/, '') } : ref;
  const table = emptyTable(plainRef, { isTemporary: isTemporary || isHash, ifNotExists });
  if (
    cursor.accept('like') ||
    (cursor.isSymbol('(') && cursor.word(1) === 'like' && cursor.acceptSymbol('(') && cursor.accept('like'))
  ) {
    return { table, from: { kind: 'table', text: cursor.takeQualifiedName().at(-1) ?? '' } };
  }
  if (cursor.word() === 'as' || cursor.word() === 'select') {
    cursor.accept('as');
    return { table, from: { kind: 'query', text: cursor.rest() } };
  }
  const place = { dialect, table, droppedNamespaces };
  cursor.expectSymbol('(');
  while (!cursor.isSymbol(')')) {
    if (startsConstraint(cursor, place)) readConstraint(cursor, place);
    else table.columns.push(readColumn(cursor, place));
    if (!cursor.acceptSymbol(',')) break;
  }
  cursor.expectSymbol(')');
  readOptions(cursor, table);
  return { table, from: undefined };
}

/** ENGINE=InnoDB AUTO_INCREMENT=5 COMMENT='…', WITHOUT ROWID, ON [PRIMARY]: most say nothing to Postgres. */
function readOptions(cursor: Cursor, table: TableDraft): void {
  while (!cursor.atEnd) {
    const word = cursor.word();
    if (word === 'partition' || word === 'select') {
      table.notes.add(`${word === 'select' ? 'The query behind the columns' : 'PARTITION BY'} is left out.`);
      return;
    }
    if (word === 'with' && /system_versioning/i.test(cursor.rest())) table.notes.add('SYSTEM_VERSIONING is left out.');
    cursor.take();
    if (word !== 'comment' && word !== 'auto_increment') continue;
    cursor.acceptSymbol('=');
    if (word === 'comment') table.comment = cursor.takeString();
    else table.nextNumber = Number(cursor.take().text) || undefined;
  }
}
