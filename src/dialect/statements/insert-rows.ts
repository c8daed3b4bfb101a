import { Lexer } from '../lexer/lexer.ts';
import { isTrivia, type TokenKind } from '../lexer/token.ts';
import type { ScriptState } from '../script-state.ts';
import { type ColumnDraft, type TableDraft, widen } from '../table/draft.ts';
import type { ValueKind } from '../types/value-kind.ts';
import { convertLiteral } from './convert-literal.ts';
import { convertValue, UNKNOWN_TYPE } from './convert-value.ts';
import { IMPOSSIBLE_DATES_NOTE } from './literal-result.ts';
import { widerType } from './wider-type.ts';

export interface ConvertedRows {
  /** `(1, 'a'), (2, 'b')`. */
  readonly rows: string;
  /** Where the rows end in the statement. */
  readonly end: number;
  /** Some rows are numbered by the table. */
  readonly takesNumbers: boolean;
}

/**
 * Copies the rows behind VALUES, changing what Postgres would not read or would read differently. The text between two
 * changes is copied in one piece: a dump is mostly rows, and most of what is in them is the same everywhere.
 */
export class RowCopier {
  readonly #lexer: Lexer;
  readonly #text: string;
  readonly #state: ScriptState;
  readonly #table: TableDraft | undefined;
  readonly #columns: readonly (ColumnDraft | undefined)[];
  readonly #notes: Set<string>;
  readonly #parts: string[] = [];
  #copiedTo: number;
  #takesNumbers = false;

  constructor(
    text: string,
    from: number,
    target: {
      readonly state: ScriptState;
      readonly table: TableDraft | undefined;
      readonly columns: readonly (ColumnDraft | undefined)[];
      readonly notes: Set<string>;
    },
  ) {
    this.#text = text;
    this.#lexer = new Lexer(text, target.state.rules.lexical, from);
    this.#copiedTo = from;
    this.#state = target.state;
    this.#table = target.table;
    this.#columns = target.columns;
    this.#notes = target.notes;
  }

  copy(): ConvertedRows {
    const lexer = this.#lexer;
    let end = this.#copiedTo;
    while (this.#nextMeaningful()) {
      const character = lexer.kind === 'symbol' ? this.#text.charAt(lexer.start) : '';
      if (character === '(') {
        this.#row();
        end = lexer.end;
      } else if (character !== ',') {
        break;
      }
    }
    this.#parts.push(this.#text.slice(this.#copiedTo, Math.max(end, this.#copiedTo)));
    return { rows: this.#parts.join('').trim(), end, takesNumbers: this.#takesNumbers };
  }

  #nextMeaningful(): boolean {
    while (this.#lexer.next()) {
      if (!isTrivia(this.#lexer.kind)) return true;
      this.#trivia();
    }
    return false;
  }

  /** Comments that Postgres reads differently are left out between values. */
  #trivia(): void {
    const { kind, start, end } = this.#lexer;
    if (kind !== 'space' && !this.#text.startsWith('--', start)) this.#replace(start, end, ' ');
  }

  /** Reads from behind `(` to behind `)`. */
  #row(): void {
    const lexer = this.#lexer;
    for (let column = 0; ; column++) {
      if (!this.#nextMeaningful()) return;
      if (this.#isSymbol(')')) return;
      const { kind, start, end } = lexer;
      const isLast = !this.#nextMeaningful();
      if (isLast || this.#isSymbol(',') || this.#isSymbol(')')) this.#single(kind, start, end, column);
      else this.#several(kind, start, end, column);
      if (isLast || !this.#isSymbol(',')) return;
    }
  }

  #isSymbol(symbol: string): boolean {
    const { kind, start } = this.#lexer;
    return kind === 'symbol' && this.#text.charAt(start) === symbol;
  }

  /** A value of one token. */
  #single(kind: TokenKind, start: number, end: number, index: number): void {
    const column = this.#columns[index];
    const text = this.#text.slice(start, end);
    const replacement =
      kind === 'word' || kind === 'name' ? this.#word(kind, text, column) : this.#literal(kind, text, column);
    if (replacement !== undefined) this.#replace(start, end, replacement);
  }

  #word(kind: TokenKind, text: string, column: ColumnDraft | undefined): string | undefined {
    if (/^null$/i.test(text)) {
      // MySQL and SQLite number such rows.
      if (!column?.identity || column.identity.later) return undefined;
      this.#takesNumbers = true;
      return 'DEFAULT';
    }
    if (kind === 'word' && /^default$/i.test(text)) return undefined;
    const literal =
      kind === 'word' && column ? convertLiteral('word', text, column.type, this.#state.rules) : undefined;
    if (literal) return literal.sql;
    return /^(?:true|false)$/i.test(text) ? undefined : this.#state.convert(text, this.#notes);
  }

  #literal(kind: TokenKind, text: string, column: ColumnDraft | undefined): string | undefined {
    const numbersItself = column?.identity && !column.identity.later && this.#state.dialect === 'mysql';
    if (numbersItself && /^'?0'?$/.test(text)) {
      this.#takesNumbers = true;
      return 'DEFAULT';
    }
    const result = convertLiteral(kind, text, column?.type ?? UNKNOWN_TYPE, this.#state.rules);
    if (result?.kind === 'too-wide') {
      if (column) this.#widen(column, result.value);
      return result.sql;
    }
    if (result?.note !== undefined) this.#notes.add(result.note);
    if (result?.sql === 'NULL' && column?.notNull) this.#allowNull(column, result.note);
    return result?.sql;
  }

  /** A sign and a number, an introducer and a string, or an expression: up to the comma or parenthesis behind it. */
  #several(kind: TokenKind, start: number, end: number, index: number): void {
    const lexer = this.#lexer;
    const column = this.#columns[index];
    const second = { kind: lexer.kind, start: lexer.start, end: lexer.end };
    let last = second.end;
    let tokens = 2;
    let parentheses = this.#isSymbol('(') ? 1 : 0;
    while (this.#lexer.next()) {
      if (isTrivia(lexer.kind)) continue;
      if (parentheses === 0 && (this.#isSymbol(',') || this.#isSymbol(')'))) break;
      if (this.#isSymbol('(')) parentheses++;
      if (this.#isSymbol(')')) parentheses--;
      last = lexer.end;
      tokens++;
    }
    const first = this.#text.slice(start, end);
    if (tokens === 2 && first === '-' && second.kind === 'number') {
      if (column?.type.kind === 'boolean' && this.#table) this.#widen(column, 'integer');
      else if (column) this.#negative(start, last, this.#text.slice(second.start, second.end), column);
      return;
    }
    if (tokens === 2 && kind === 'word' && first.startsWith('_') && second.kind !== 'number') {
      const text = this.#text.slice(second.start, second.end);
      this.#replace(start, last, this.#literal(second.kind, text, column) ?? text);
      return;
    }
    this.#replace(start, last, convertValue(this.#text.slice(start, last), column, this.#state, this.#notes));
  }

  /** Most negative numbers stay as they are. */
  #negative(start: number, end: number, digits: string, column: ColumnDraft): void {
    if (column.type.kind !== 'number') return;
    const sql = this.#literal('number', digits, column);
    if (sql !== undefined)
      this.#replace(
        start,
        end,
        sql.replace(/^'?/, (quote) => `${quote}-`),
      );
  }

  #widen(column: ColumnDraft, value: ValueKind): void {
    if (!this.#table) return;
    const sql = widerType(column.type, value);
    if (sql === undefined) return;
    widen(
      this.#table,
      column,
      sql[0],
      sql[1],
      `${column.name}: ${column.type.sql} becomes ${sql[0]}, which its rows need.`,
    );
  }

  #allowNull(column: ColumnDraft, why: string | undefined): void {
    if (!this.#table) return;
    column.notNull = false;
    const values = why === IMPOSSIBLE_DATES_NOTE ? 'dates that no calendar has' : 'zero dates';
    this.#table.notes.add(`${column.name}: NOT NULL is left out, as ${values} become NULL.`);
  }

  #replace(start: number, end: number, replacement: string): void {
    this.#parts.push(this.#text.slice(this.#copiedTo, start), replacement);
    this.#copiedTo = end;
  }
}
