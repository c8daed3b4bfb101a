import type { ForeignDialect } from '../dialect.ts';
import { Lexer } from '../lexer/lexer.ts';
import { LEXICAL_RULES } from '../lexer/rules.ts';
import { endOfLine } from '../lexer/scan.ts';
import { BlockDepth } from './block-depth.ts';
import { TsqlBoundaries } from './tsql-boundaries.ts';

/** A statement of a script, without what separates it from others and without comments around it. */
export interface SourceStatement {
  readonly text: string;
  /** Line of its first character, from 1. */
  readonly line: number;
  /** Commands are for the database's own client: `.tables`. */
  readonly kind: 'statement' | 'command';
}

/** Splits a script as the client of its database does: at semicolons, at what DELIMITER says, at GO. */
export function splitScript(script: string, dialect: ForeignDialect): SourceStatement[] {
  return new ScriptSplitter(script, dialect).split();
}

class ScriptSplitter {
  readonly #script: string;
  readonly #dialect: ForeignDialect;
  readonly #lexer: Lexer;
  readonly #statements: SourceStatement[] = [];
  readonly #boundaries: TsqlBoundaries | undefined;
  #depth = new BlockDepth();
  #delimiter = ';';
  /** Start of the statement being read; undefined between statements. */
  #start: number | undefined;
  #end = 0;
  /** Nothing but blanks stands before this token on its line. */
  #atLineStart = true;
  #countedTo = 0;
  #line = 1;

  constructor(script: string, dialect: ForeignDialect) {
    this.#script = script;
    this.#dialect = dialect;
    // A byte order mark is no part of the text.
    this.#lexer = new Lexer(script, LEXICAL_RULES[dialect], script.startsWith('\ufeff') ? 1 : 0);
    this.#boundaries = dialect === 'tsql' ? new TsqlBoundaries(script) : undefined;
  }

  split(): SourceStatement[] {
    const lexer = this.#lexer;
    while (lexer.next()) {
      if (lexer.kind === 'space') {
        if (/[\r\n]/.test(lexer.tokenText)) this.#atLineStart = true;
      } else if (lexer.kind !== 'comment') {
        this.#meaningful();
        this.#atLineStart = false;
      }
    }
    this.#finish();
    return this.#statements;
  }

  #meaningful(): void {
    if (this.#isClientCommand() || this.#isDelimiter()) return;
    const { kind, start, end } = this.#lexer;
    if (kind === 'word') this.#word(this.#script.slice(start, end).toLowerCase());
    else if (kind === 'symbol') this.#boundaries?.symbol(this.#script.charAt(start));
    this.#start ??= start;
    this.#end = end;
  }

  #word(word: string): void {
    const { start, end } = this.#lexer;
    if (this.#boundaries?.startsStatement(word, { start, end, atLineStart: this.#atLineStart })) this.#finish();
    this.#boundaries?.word(word, end);
    this.#depth.word(word);
  }

  /** Lines that the client reads itself: they end with the line. */
  #isClientCommand(): boolean {
    if (!this.#atLineStart) return false;
    const { start } = this.#lexer;
    if (this.#dialect === 'mysql' && this.#start === undefined) {
      const command = /^delimiter[ \t]+(\S+)/i.exec(this.#script.slice(start, start + 100));
      if (!command) return false;
      this.#delimiter = command[1] ?? ';';
      this.#lexer.skipTo(endOfLine(this.#script, start));
      return true;
    }
    if (this.#dialect === 'sqlite' && this.#start === undefined && this.#script.charAt(start) === '.') {
      const end = endOfLine(this.#script, start);
      const text = this.#script.slice(start, end).trimEnd();
      this.#statements.push({ text, line: this.#lineAt(start), kind: 'command' });
      this.#lexer.skipTo(end);
      return true;
    }
    if (this.#dialect !== 'tsql') return false;
    const end = endOfLine(this.#script, start);
    if (!/^go(?:[ \t]+\d+)?[ \t]*;?[ \t]*(?:--.*)?$/i.test(this.#script.slice(start, Math.min(end, start + 200))))
      return false;
    this.#finish();
    this.#lexer.skipTo(end);
    return true;
  }

  #isDelimiter(): boolean {
    const { kind, start, end } = this.#lexer;
    if (kind !== 'symbol' && kind !== 'word') return false;
    if (this.#delimiter === ';') {
      if (this.#script.charAt(start) !== ';') return false;
      if (this.#isInsideBlock()) return false;
      this.#finish();
      return true;
    }
    // `END$$` is one word to the lexer.
    const at = this.#script.startsWith(this.#delimiter, start)
      ? start
      : this.#script.slice(start, end).indexOf(this.#delimiter) + start;
    if (at < start) return false;
    if (at > start) {
      this.#start ??= start;
      this.#end = at;
    }
    this.#finish();
    this.#lexer.skipTo(at + this.#delimiter.length);
    return true;
  }

  #isInsideBlock(): boolean {
    return this.#boundaries ? this.#boundaries.isInsideBlock : this.#depth.isInside;
  }

  /** Ends the statement that is being read, if there is one. */
  #finish(): void {
    if (this.#start !== undefined) {
      const text = this.#script.slice(this.#start, this.#end);
      this.#statements.push({ text, line: this.#lineAt(this.#start), kind: 'statement' });
    }
    this.#start = undefined;
    this.#depth = new BlockDepth();
    this.#boundaries?.reset();
  }

  /** Positions are asked for in rising order, so the line breaks are counted once. */
  #lineAt(position: number): number {
    for (let index = this.#countedTo; index < position; index++) {
      const code = this.#script.charCodeAt(index);
      // A carriage return counts on its own only where no line feed follows.
      if (code === 10 || (code === 13 && this.#script.charCodeAt(index + 1) !== 10)) this.#line++;
    }
    this.#countedTo = position;
    return this.#line;
  }
}
