import { quoteName, textLiteral } from '../../schema/names.ts';
import { tokenize } from '../lexer/lexer.ts';
import { isTrivia } from '../lexer/token.ts';
import type { QueryRules } from '../query/rules.ts';
import type { ScriptState } from '../script-state.ts';
import { type ColumnDraft, columnOf, type TableDraft } from '../table/draft.ts';
import { knownDraft } from '../table/known-draft.ts';
import { type InsertHead, readInsertHead } from './insert-head.ts';
import { RowCopier } from './insert-rows.ts';
import { writeConflict } from './on-conflict.ts';
import { splitAssignments } from './split-assignments.ts';

export interface ConvertedInsert {
  readonly sql: string;
  readonly notes: readonly string[];
  /** Rows are numbered by the table, some of them at least. */
  readonly takesNumbers: boolean;
}

/** INSERT and REPLACE. */
export function convertInsert(text: string, state: ScriptState): ConvertedInsert {
  const head = readInsertHead(text, state.rules.lexical);
  const ref = state.ref(head.table);
  const known = state.names.table(ref.name);
  const table = state.table(ref) ?? (known && knownDraft(ref, known));
  const notes = new Set<string>();
  if (state.dialect === 'tsql' && !head.columns && !state.table(ref) && head.source !== 'defaults') {
    notes.add(
      'INSERT without a list of columns: SQL Server passes over the numbered one (IDENTITY). Name the columns.',
    );
  }
  const listed = head.columns ?? (table && columnsWithoutNumber(table, state));
  const body = bodyOf(text, { ...head, columns: listed }, table, state, notes);
  const names = body.columns ?? listed;
  const list = names ? ` (${names.map((name) => state.columnText(name, table)).join(', ')})` : '';
  const conflict = writeConflict(
    { head, table, names, rest: body.rest, tableText: state.tableText(ref) },
    state,
    notes,
  );
  const numbered = table?.columns.find(({ identity }) => identity)?.name.toLowerCase();
  const isGiven = numbered === undefined || !names || names.some((name) => name.toLowerCase() === numbered);
  const returning = head.output === undefined ? '' : ` RETURNING ${state.convert(head.output, notes)}`;
  const sql = `INSERT INTO ${state.tableText(ref)}${list} ${body.sql}${conflict}${returning}`;
  return { sql, notes: [...notes], takesNumbers: !isGiven || body.takesNumbers };
}

/** In T-SQL rows that name no columns have no value for the one that numbers them. */
function columnsWithoutNumber({ columns }: TableDraft, { dialect }: ScriptState): readonly string[] | undefined {
  if (dialect !== 'tsql' || !columns.some(({ identity }) => identity)) return undefined;
  return columns
    .filter(({ identity, generatedText }) => !identity && generatedText === undefined)
    .map(({ name }) => name);
}

interface Body {
  readonly sql: string;
  /** The columns that INSERT … SET names. */
  readonly columns?: readonly string[];
  /** What stands behind the rows: ON DUPLICATE KEY UPDATE …, RETURNING …. */
  readonly rest: string;
  readonly takesNumbers: boolean;
}

function bodyOf(
  text: string,
  head: InsertHead,
  table: TableDraft | undefined,
  state: ScriptState,
  notes: Set<string>,
): Body {
  switch (head.source) {
    case 'values': {
      const columns = targetColumns(head, table);
      const { rows, end, takesNumbers } = new RowCopier(text, head.bodyStart, { state, table, columns, notes }).copy();
      return { sql: `VALUES ${rows}`, rest: text.slice(end), takesNumbers };
    }
    case 'query': {
      const { before, rest } = splitAtConflict(text.slice(head.bodyStart), state.rules);
      return { sql: state.convert(before, notes), rest, takesNumbers: false };
    }
    case 'set': {
      const { before, rest } = splitAtConflict(text.slice(head.bodyStart), state.rules);
      const pairs = splitAssignments(before, state.rules.lexical);
      const columns = pairs.map(({ column }) => column);
      const targets = columns.map((name) => table && columnOf(table, name));
      const row = `(${pairs.map(({ value }) => value).join(', ')})`;
      const { rows, takesNumbers } = new RowCopier(row, 0, { state, table, columns: targets, notes }).copy();
      return { sql: `VALUES ${rows}`, columns, rest, takesNumbers };
    }
    case 'defaults':
      return { sql: 'DEFAULT VALUES', rest: '', takesNumbers: true };
  }
}

function targetColumns({ columns }: InsertHead, table: TableDraft | undefined): readonly (ColumnDraft | undefined)[] {
  if (!table) return [];
  return columns
    ? columns.map((name) => columnOf(table, name))
    : table.columns.filter(({ generatedText }) => generatedText === undefined);
}

function splitAtConflict(text: string, { lexical }: QueryRules): { before: string; rest: string } {
  const tokens = tokenize(text, lexical).filter(({ kind }) => !isTrivia(kind));
  const at = tokens.find(
    ({ text: on }, index) => /^on$/i.test(on) && /^(?:duplicate|conflict)$/i.test(tokens[index + 1]?.text ?? ''),
  );
  return at ? { before: text.slice(0, at.start), rest: text.slice(at.start) } : { before: text, rest: '' };
}

/**
 * Puts the numbers that rows get by themselves behind those that came with the rows. Undefined for a table that has no
 * such column.
 */
export function continueNumbering(table: TableDraft, state: ScriptState): string | undefined {
  const column = table.columns.find(({ identity, type }) => identity && type.kind === 'integer');
  if (!column) return undefined;
  const name = state.tableText(table.ref);
  const increment = column.identity?.increment ?? 1;
  const next = `MAX(${quoteName(column.name)}) + ${increment}`;
  const start = table.nextNumber ?? column.identity?.start ?? 1;
  return `SELECT SETVAL(PG_GET_SERIAL_SEQUENCE(${textLiteral(name)}, ${textLiteral(column.name)}), GREATEST(${next}, ${start}), false) FROM ${name}`;
}
