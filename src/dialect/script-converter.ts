import type { ConvertedPiece } from './convert-script.ts';
import type { ForeignDialect } from './dialect.ts';
import { Cursor, NotUnderstood } from './lexer/cursor.ts';
import { tokenize } from './lexer/lexer.ts';
import { type KnownNames, NOTHING_KNOWN } from './query/known-names.ts';
import { ScriptState } from './script-state.ts';
import { surveyScript } from './script-survey.ts';
import { type SourceStatement, splitScript } from './split/split-script.ts';
import { withoutBlocks } from './split/tsql-blocks.ts';
import { convertStatement } from './statements/convert-statement.ts';
import { headWords } from './statements/head-words.ts';
import { type ConvertedInsert, continueNumbering, convertInsert } from './statements/insert.ts';
import { readInsertHead } from './statements/insert-head.ts';
import { type ConversionOutcome, converted, skipped } from './statements/outcome.ts';
import { adoptKeyTypes } from './table/adopt-key-types.ts';
import type { TableDraft } from './table/draft.ts';
import { TableWriter } from './table/table-writer.ts';

/** A statement on its way. Tables are written last: their rows may ask for wider types. */
type Pending =
  | { readonly kind: 'done'; readonly outcome: ConversionOutcome }
  | { readonly kind: 'table'; readonly table: TableDraft }
  | PendingInsert;

interface PendingInsert {
  readonly kind: 'insert';
  readonly text: string;
  /** Undefined where the script does not create it. */
  readonly table: TableDraft | undefined;
  result: ConvertedInsert | undefined;
  /** Of the table, when the rows were converted. */
  revision: number;
  /** Why it could not be read. */
  problem: string | undefined;
}

/** Rounds in which rows are converted again because a type gave way; each type can give way only so often. */
const MAX_ROUNDS = 8;

export class ScriptConverter {
  readonly #state: ScriptState;
  readonly #statements: readonly SourceStatement[];
  readonly #pending: Pending[] = [];
  /** Tables whose rows came with numbers, which those that rows get by themselves are behind. */
  readonly #behind = new Set<TableDraft | undefined>();

  constructor(script: string, dialect: ForeignDialect, known: KnownNames = NOTHING_KNOWN) {
    this.#state = new ScriptState(dialect, known);
    const statements = splitScript(script, dialect);
    this.#statements = dialect === 'tsql' ? withoutBlocks(statements) : statements;
  }

  convert(): ConvertedPiece[] {
    surveyScript(this.#statements, this.#state);
    for (const statement of this.#statements) this.#pending.push(this.#read(statement));
    adoptKeyTypes(this.#state);
    const inserts = this.#pending.filter((pending) => pending.kind === 'insert');
    this.#convertRows(inserts);
    const lastInserts = new Map(inserts.map((insert) => [insert.table, insert]));
    const writer = new TableWriter(this.#state);
    const pieces = this.#pending.flatMap((pending, index): ConvertedPiece[] => {
      const { line = 1, text: source = '' } = this.#statements[index] ?? {};
      const piece = { line, source, outcome: this.#finish(pending, line, writer, lastInserts) };
      return pending.kind === 'table' ? [piece, ...writer.readyForeignKeys()] : [piece];
    });
    return [...pieces, ...writer.remainingForeignKeys()];
  }

  #read(statement: SourceStatement): Pending {
    if (statement.kind === 'command')
      return { kind: 'done', outcome: skipped('A command to the sqlite3 program, not SQL.') };
    const { lexical } = this.#state.rules;
    const words = headWords(statement.text, lexical);
    try {
      if (isInsert(words)) return this.#insert(statement.text);
      const cursor = new Cursor(statement.text, tokenize(statement.text, lexical), lexical);
      const result = convertStatement(cursor, words, statement.text, this.#state);
      return 'columns' in result ? { kind: 'table', table: result } : { kind: 'done', outcome: result };
    } catch (thrown) {
      if (!(thrown instanceof NotUnderstood)) throw thrown;
      return { kind: 'done', outcome: skipped(thrown.message) };
    }
  }

  #insert(text: string): Pending {
    const head = readInsertHead(text, this.#state.rules.lexical);
    const name = head.table.at(-1)?.toLowerCase();
    if (this.#state.dialect === 'sqlite' && name?.startsWith('sqlite_')) {
      this.#readSequence(text);
      return { kind: 'done', outcome: skipped('SQLite’s own table: numbering goes on behind the rows by itself.') };
    }
    const table = this.#state.table(this.#state.ref(head.table));
    return { kind: 'insert', text, table, result: undefined, revision: -1, problem: undefined };
  }

  /** `INSERT INTO sqlite_sequence VALUES ('orders', 17)`: the highest number that was ever given. */
  #readSequence(text: string): void {
    const [, name, number] = /\(\s*'([^']+)'\s*,\s*(\d+)\s*\)/.exec(text) ?? [];
    const table = name === undefined ? undefined : this.#state.table({ namespace: undefined, name });
    if (table) table.nextNumber = Number(number) + 1;
  }

  /** Until every row was converted for the types that its table ends up with. */
  #convertRows(inserts: readonly PendingInsert[]): void {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const stale = inserts.filter(
        ({ table, result, revision, problem }) =>
          problem === undefined && (!result || (table && table.revision !== revision)),
      );
      if (stale.length === 0) return;
      for (const insert of stale) this.#convertInsert(insert);
    }
  }

  #convertInsert(insert: PendingInsert): void {
    // The revision before: rows that make a type give way are converted again too.
    insert.revision = insert.table?.revision ?? 0;
    try {
      insert.result = convertInsert(insert.text, this.#state);
    } catch (thrown) {
      if (!(thrown instanceof NotUnderstood)) throw thrown;
      insert.problem = thrown.message;
    }
  }

  #finish(
    pending: Pending,
    line: number,
    writer: TableWriter,
    lastInserts: ReadonlyMap<TableDraft | undefined, PendingInsert>,
  ): ConversionOutcome {
    switch (pending.kind) {
      case 'done':
        return pending.outcome;
      case 'table':
        return writer.write(pending.table, line);
      case 'insert': {
        const { result, table, problem = 'Not understood.' } = pending;
        if (!result) return skipped(problem);
        const numbering = table && !isNumberedLater(table) ? continueNumbering(table, this.#state) : undefined;
        if (numbering === undefined) return converted([result.sql], result.notes);
        const before = result.takesNumbers && this.#behind.has(table) ? [numbering] : [];
        if (result.takesNumbers) this.#behind.delete(table);
        else this.#behind.add(table);
        const after = lastInserts.get(table) === pending ? [numbering] : [];
        return converted([...before, result.sql, ...after], result.notes);
      }
    }
  }
}

function isInsert([first, second]: readonly string[]): boolean {
  return first === 'insert' || (first === 'replace' && second !== undefined);
}

function isNumberedLater(table: TableDraft): boolean {
  return table.columns.some(({ identity }) => identity?.later);
}
