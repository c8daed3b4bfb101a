import type { Cursor } from '../lexer/cursor.ts';
import type { ForeignKeyDraft, KeyPart, TableRef } from './draft.ts';

/** `(a, b(10) DESC, (lower(c)))`. */
export function readKeyParts(cursor: Cursor): KeyPart[] {
  const parts: KeyPart[] = [];
  cursor.expectSymbol('(');
  while (!cursor.isSymbol(')')) {
    parts.push(readKeyPart(cursor));
    if (!cursor.acceptSymbol(',')) break;
  }
  cursor.expectSymbol(')');
  return parts;
}

/** `PRIMARY KEY (id AUTOINCREMENT)` is SQLite's. */
const PART_WORDS: ReadonlySet<string> = new Set(['asc', 'autoincrement']);

function readKeyPart(cursor: Cursor): KeyPart {
  let column: string | undefined;
  let expression: string | undefined;
  let length: number | undefined;
  if (cursor.isSymbol('(')) {
    expression = cursor.takeParenthesised();
  } else if (cursor.isSymbol('(', 1) && cursor.peek(2)?.kind !== 'number') {
    // An expression without parentheses of its own: lower(name).
    expression = cursor.takeRestOfItem();
  } else {
    column = cursor.takeName();
    if (cursor.isSymbol('(')) length = Number(cursor.takeParenthesised()) || undefined;
  }
  if (cursor.accept('collate')) cursor.takeName();
  cursor.skipWords(PART_WORDS);
  const descending = cursor.accept('desc');
  return { column, expression, length, descending };
}

export function readNames(cursor: Cursor): string[] {
  return readKeyParts(cursor).flatMap(({ column }) => (column === undefined ? [] : [column]));
}

/** Database, schema and table: the last one counts, and the schema where Postgres has it too. */
export function tableRef(parts: readonly string[], droppedNamespaces: ReadonlySet<string>): TableRef {
  const name = parts.at(-1) ?? '';
  const namespace = parts.at(-2);
  const isDropped = namespace === undefined || droppedNamespaces.has(namespace.toLowerCase());
  return { namespace: isDropped ? undefined : namespace, name };
}

/** What stands behind FOREIGN KEY (…) or a column: REFERENCES t (a) ON DELETE …. */
export function readReferences(
  cursor: Cursor,
  from: { readonly name: string | undefined; readonly columns: readonly string[]; readonly start: number },
  droppedNamespaces: ReadonlySet<string>,
): ForeignKeyDraft {
  const references = tableRef(cursor.takeQualifiedName(), droppedNamespaces);
  const referencedColumns = cursor.isSymbol('(') ? readNames(cursor) : [];
  const actions = readActions(cursor);
  const source = cursor.textBetween(from.start, cursor.index);
  return { name: from.name, columns: from.columns, references, referencedColumns, actions, source };
}

const ACTIONS = ['cascade', 'restrict'];

function readActions(cursor: Cursor): string {
  const actions: string[] = [];
  for (;;) {
    if (cursor.word() === 'on' && (cursor.word(1) === 'delete' || cursor.word(1) === 'update')) {
      cursor.take();
      const event = cursor.take().text.toUpperCase();
      actions.push(`ON ${event} ${readAction(cursor)}`);
    } else if (cursor.accept('match')) {
      cursor.take();
    } else if (cursor.accept('not', 'deferrable') || cursor.accept('not', 'for', 'replication')) {
      // What Postgres does anyway, and what it does not know.
    } else if (cursor.accept('deferrable')) {
      actions.push('DEFERRABLE');
    } else if (cursor.accept('initially')) {
      actions.push(`INITIALLY ${cursor.take().text.toUpperCase()}`);
    } else {
      return actions.join(' ');
    }
  }
}

function readAction(cursor: Cursor): string {
  if (cursor.accept('no', 'action')) return 'NO ACTION';
  if (cursor.accept('set', 'null')) return 'SET NULL';
  if (cursor.accept('set', 'default')) return 'SET DEFAULT';
  if (ACTIONS.includes(cursor.word())) return cursor.take().text.toUpperCase();
  throw cursor.notUnderstood();
}
