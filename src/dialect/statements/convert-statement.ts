import { Cursor } from '../lexer/cursor.ts';
import { tokenize } from '../lexer/lexer.ts';
import { isGrammarWord } from '../query/words.ts';
import type { ScriptState } from '../script-state.ts';
import type { TableDraft } from '../table/draft.ts';
import { readTable } from '../table/read-table.ts';
import { convertAlterTable } from './alter-table.ts';
import { guardedStatement } from './conditional.ts';
import { convertCreateIndex, convertCreateView, convertDrop } from './definitions.ts';
import { convertDescription, namesDescription } from './extended-property.ts';
import { headWords } from './head-words.ts';
import { type ConversionOutcome, converted, skipped } from './outcome.ts';
import { convertCreateSequence } from './sequence.ts';
import { skipReason } from './skip-reasons.ts';

/** Everything but INSERT. A table is returned as it was read. @param words the statement's first words */
export function convertStatement(
  cursor: Cursor,
  words: readonly string[],
  source: string,
  state: ScriptState,
): ConversionOutcome | TableDraft {
  if (state.dialect === 'tsql' && words[0] === 'set' && cursor.peek(1)?.kind === 'variable')
    return skipped('Variables are T-SQL, which Postgres does not run.');
  if (state.dialect === 'tsql' && words[0]?.startsWith('exec') && namesDescription(source)) {
    const description = convertDescription(cursor, state);
    if (description) return description;
  }
  const reason = skipReason(words, state.dialect);
  if (reason !== undefined) return skipped(reason);
  switch (words[0]) {
    case undefined:
      return skipped('Not a statement.');
    case 'create':
      return convertCreate(cursor, words, state);
    case 'alter':
      if (words[1] === 'view') return convertCreateView(cursor, state);
      return words.includes('table')
        ? convertAlterTable(cursor, state)
        : skipped('Not a table: Postgres has no equal.');
    case 'drop':
      return convertDrop(cursor, state);
    case 'if':
      return convertConditional(cursor, state);
    case 'rename':
      return convertRename(cursor, state);
    case 'do':
      // MySQL's query whose result nobody wants: DO SETVAL(…).
      cursor.take();
      return convertQueryStatement(`SELECT ${cursor.rest()}`, state);
    case 'delete':
      if (state.dialect === 'sqlite' && /\bsqlite_\w+/i.test(source)) return skipped('SQLite’s own table.');
      return convertQueryStatement(source, state);
    default:
      // What begins like no statement stays as it was written, so that Postgres complains of the person's own words.
      return isGrammarWord(words[0]) ? convertQueryStatement(source, state) : converted([source]);
  }
}

function convertQueryStatement(source: string, state: ScriptState): ConversionOutcome {
  const notes = new Set<string>();
  return converted([state.convert(source, notes)], notes);
}

function convertCreate(cursor: Cursor, words: readonly string[], state: ScriptState): ConversionOutcome | TableDraft {
  const kind = words.find((word) => ['table', 'view', 'index', 'schema', 'sequence'].includes(word));
  switch (kind) {
    case 'table':
      return createTable(cursor, state);
    case 'view':
      return convertCreateView(cursor, state);
    case 'index':
      return convertCreateIndex(cursor, state);
    case 'schema': {
      if (state.dialect === 'mysql') return skipped('There is one database here.');
      cursor.moveTo(2);
      const name = cursor.takeName();
      return state.droppedNamespaces.has(name.toLowerCase())
        ? skipped('Its tables go to the schema public.')
        : converted(state.namespaceStatements({ namespace: name, name: '' }));
    }
    case 'sequence':
      return convertCreateSequence(cursor, state);
    default:
      return skipped('Not a table, a view or an index: Postgres has no equal.');
  }
}

function createTable(cursor: Cursor, state: ScriptState): ConversionOutcome | TableDraft {
  const { table, from } = readTable(cursor, state.dialect, state.droppedNamespaces);
  if (state.dialect === 'sqlite' && table.ref.name.toLowerCase().startsWith('sqlite_'))
    return skipped('SQLite’s own table.');
  if (from) {
    const notes = new Set<string>();
    const name = state.tableText(table.ref);
    state.addTable(table);
    const temporary = table.isTemporary ? 'TEMPORARY ' : '';
    if (from.kind === 'query')
      return converted([`CREATE ${temporary}TABLE ${name} AS ${state.convert(from.text, notes)}`], notes);
    return converted([
      `CREATE ${temporary}TABLE ${name} (LIKE ${state.tableText({ namespace: undefined, name: from.text })} INCLUDING ALL)`,
    ]);
  }
  if (state.dialect === 'sqlite') numberRows(table);
  state.addTable(table);
  // Later changes are statements of their own: the table is written as it was created.
  return {
    ...table,
    columns: [...table.columns],
    uniqueKeys: [...table.uniqueKeys],
    indexes: [...table.indexes],
    foreignKeys: [...table.foreignKeys],
    checks: [...table.checks],
  };
}

/** In SQLite an integer that is the primary key numbers its rows. */
function numberRows(table: TableDraft): void {
  const [key, ...more] = table.primaryKey?.parts ?? [];
  const column = table.columns.find(({ name }) => name === key?.column);
  if (column && more.length === 0 && column.type.sql === 'bigint')
    column.identity = { start: 1, increment: 1, later: false };
}

/** MySQL: RENAME TABLE a TO b, c TO d. */
function convertRename(cursor: Cursor, state: ScriptState): ConversionOutcome {
  cursor.take();
  cursor.accept('table');
  const statements: string[] = [];
  do {
    const from = cursor.takeQualifiedName().at(-1) ?? '';
    cursor.accept('to');
    const to = cursor.takeQualifiedName().at(-1) ?? '';
    statements.push(
      `ALTER TABLE ${state.tableText({ namespace: undefined, name: from })} RENAME TO ${state.tableText({ namespace: undefined, name: to })}`,
    );
  } while (cursor.acceptSymbol(','));
  return converted(statements);
}

function convertConditional(cursor: Cursor, state: ScriptState): ConversionOutcome | TableDraft {
  const guarded = guardedStatement(cursor);
  const words = guarded ? headWords(guarded.text, state.rules.lexical) : [];
  if (!guarded || !['create', 'drop', 'alter', 'exec', 'execute'].includes(words[0] ?? ''))
    return skipped(
      guarded
        ? 'Its condition asks what is there, but what follows neither creates, drops nor alters anything.'
        : 'IF asks for rows or variables at run time, which is T-SQL that Postgres does not run: what it guards is left out.',
    );
  const inner = new Cursor(guarded.text, tokenize(guarded.text, state.rules.lexical), state.rules.lexical);
  const result = convertStatement(inner, words, guarded.text, state);
  if ('columns' in result) return guarded.guard === 'missing' ? { ...result, ifNotExists: true } : result;
  if (result.kind === 'skipped' || guarded.guard === 'missing') return result;
  const statements = result.statements.map((text) =>
    text.replace(/^DROP (TABLE|VIEW|INDEX) (?!IF)/, 'DROP $1 IF EXISTS '),
  );
  return converted(statements, result.notes);
}
