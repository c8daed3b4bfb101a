/** CREATE INDEX, CREATE VIEW, DROP. */
import { quoteName } from '../../schema/names.ts';
import type { Cursor } from '../lexer/cursor.ts';
import type { ScriptState } from '../script-state.ts';
import { emptyTable, type IndexDraft } from '../table/draft.ts';
import { readKeyParts, readNames } from '../table/read-parts.ts';
import { writeIndex } from '../table/write-index.ts';
import { type ConversionOutcome, converted, skipped } from './outcome.ts';

const INDEX_WORDS: ReadonlySet<string> = new Set([
  'create',
  'clustered',
  'nonclustered',
  'online',
  'offline',
  'or',
  'replace',
]);

export function convertCreateIndex(cursor: Cursor, state: ScriptState): ConversionOutcome {
  cursor.skipWords(INDEX_WORDS);
  let kind: IndexDraft['kind'] = 'plain';
  if (cursor.accept('unique')) kind = 'unique';
  else if (cursor.accept('fulltext')) kind = 'fulltext';
  else if (cursor.accept('spatial')) kind = 'spatial';
  cursor.skipWords(INDEX_WORDS);
  if (cursor.word() === 'columnstore' || cursor.word() === 'xml') return skipped('Postgres has no such kind of index.');
  cursor.accept('index');
  cursor.accept('if', 'not', 'exists');
  const name = cursor.takeQualifiedName().at(-1) ?? '';
  if (cursor.accept('using')) cursor.take();
  if (!cursor.accept('on')) throw cursor.notUnderstood();
  const ref = state.ref(cursor.takeQualifiedName());
  const parts = readKeyParts(cursor);
  const include = cursor.accept('include') ? readNames(cursor) : [];
  const where = cursor.accept('where') ? untilOptions(cursor) : undefined;
  const table = state.table(ref) ?? emptyTable(ref, { isTemporary: false, ifNotExists: false });
  const notes = new Set<string>();
  const statements = writeIndex({ name, parts, kind, where }, table, state, notes);
  const including = include.map((column) => state.columnText(column, table)).join(', ');
  const complete = including === '' ? statements : statements.map((text) => withInclude(text, including));
  return complete.length === 0 ? skipped([...notes].join(' ')) : converted(complete, notes);
}

function withInclude(text: string, columns: string): string {
  const where = text.indexOf(' WHERE ');
  return where < 0
    ? `${text} INCLUDE (${columns})`
    : `${text.slice(0, where)} INCLUDE (${columns})${text.slice(where)}`;
}

/** T-SQL has WITH (…) ON [PRIMARY] behind the condition. */
function untilOptions(cursor: Cursor): string {
  const start = cursor.index;
  while (
    !cursor.atEnd &&
    !(cursor.word() === 'with' && cursor.isSymbol('(', 1)) &&
    !(cursor.word() === 'on' && cursor.peek(1)?.kind === 'name')
  )
    cursor.take();
  return cursor.textBetween(start, cursor.index);
}

export function convertCreateView(cursor: Cursor, state: ScriptState): ConversionOutcome {
  let replaces = false;
  let isTemporary = false;
  while (!cursor.atEnd && cursor.word() !== 'view') {
    const word = cursor.take().text.toLowerCase();
    replaces ||= word === 'replace' || word === 'alter';
    isTemporary ||= word === 'temp' || word === 'temporary';
  }
  cursor.take();
  replaces = cursor.accept('if', 'not', 'exists') || replaces;
  const ref = state.ref(cursor.takeQualifiedName());
  const columns = cursor.isSymbol('(') ? readNames(cursor) : [];
  // WITH SCHEMABINDING.
  while (!cursor.atEnd && cursor.word() !== 'as') cursor.take();
  if (!cursor.accept('as')) throw cursor.notUnderstood();
  const notes = new Set<string>();
  const query = state
    .convert(cursor.rest(), notes)
    .replace(/\s+with\s+(?:cascaded\s+|local\s+)?check\s+option\s*$/i, '');
  state.names.addName(ref.name);
  const list = columns.length > 0 ? ` (${columns.map(quoteName).join(', ')})` : '';
  const create = `CREATE ${replaces ? 'OR REPLACE ' : ''}${isTemporary ? 'TEMPORARY ' : ''}VIEW`;
  return converted([...state.namespaceStatements(ref), `${create} ${state.tableText(ref)}${list} AS ${query}`], notes);
}

const DROPPED: readonly string[] = ['table', 'view', 'index', 'sequence'];

export function convertDrop(cursor: Cursor, state: ScriptState): ConversionOutcome {
  cursor.take();
  cursor.accept('temporary');
  const kind = cursor.word();
  if (!DROPPED.includes(kind)) return skipped('Not a table, a view, an index or a sequence.');
  cursor.take();
  const ifExists = cursor.accept('if', 'exists') ? 'IF EXISTS ' : '';
  const names: string[] = [];
  do names.push(state.tableText(state.ref(cursor.takeQualifiedName())));
  while (cursor.acceptSymbol(','));
  // Nothing stops MySQL from dropping a table that others refer to while it checks no keys.
  const cascade = kind === 'table' && state.checksAreOff ? ' CASCADE' : '';
  return converted([`DROP ${kind.toUpperCase()} ${ifExists}${names.join(', ')}${cascade}`]);
}
