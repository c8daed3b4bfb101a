import { must } from '../platform/assert.ts';

/**
 * Splits a script into statements as psql does: by Postgres' own lexical rules (documentation, chapter 4.1), without
 * understanding them. Nothing is lost: every part of the text that is not a comment or a semicolon is in a piece.
 *
 * It departs from psql in one point, to recover from mistakes: a semicolon inside parentheses ends the statement
 * unless it is a CREATE RULE, the only one that may hold semicolons there. A forgotten `)` then spoils one statement
 * and not the whole rest of the script.
 */
export type ScriptPiece = SqlPiece | CopyPiece | PsqlPiece;

interface PieceBase {
  /** Without the closing semicolon, and without comments around it. */
  readonly text: string;
  /** Index of `text` in the script. */
  readonly start: number;
  /** Line of the first character, counted from 1. */
  readonly line: number;
}

interface StatementBase extends PieceBase {
  /** Its first bare words in lower case, punctuation and quoted names left out: enough to tell what it does. */
  readonly words: readonly string[];
}

export interface SqlPiece extends StatementBase {
  readonly kind: 'sql';
}

/** `COPY … FROM stdin` and the data lines below it, as pg_dump writes them. */
export interface CopyPiece extends StatementBase {
  readonly kind: 'copy';
  /** Where the word STDIN stands in `text`. */
  readonly stdin: { readonly start: number; readonly end: number };
  /** Every line with its line break, without the closing `\.`. */
  readonly data: string;
  /** Line of the first data line, counted from 1. */
  readonly dataLine: number;
}

/** A psql command (`\connect shop`): Postgres itself does not know it. */
export interface PsqlPiece extends PieceBase {
  readonly kind: 'psql';
}

export function splitStatements(script: string): ScriptPiece[] {
  return new Splitter(script).split();
}

/** Words kept of each statement: `CREATE OR REPLACE FUNCTION` needs four. */
const KEPT_WORDS = 6;
/** psql commands that send the statement before them, in place of a semicolon. */
const SENDING_COMMAND = /\\(?:g|gx|gset|gexec|gdesc|crosstabview|watch)(?![A-Za-z_])/y;
const LINE_COMMENT = /--[^\r\n]*/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
/** A number takes the letters that stick to it, so that `1e'` is not mistaken for an E string. */
const NUMBER = /\d[\w.]*/y;
/** Between two string literals that Postgres reads as one: white space with a line break in it. */
const STRING_CONTINUATION = /[ \t\f\v]*(?:--[^\r\n]*)?[\r\n](?:\s|--[^\r\n]*[\r\n])*'/y;
const WHITE_SPACE: ReadonlySet<string> = new Set(' \t\n\r\f\v');
const REST_OF_LINE = /[^\r\n]*/y;
const COPY_STATEMENT = /^copy\b/i;

class Splitter {
  readonly #script: string;
  readonly #pieces: ScriptPiece[] = [];
  #position: number;
  /** Start of the statement being read; undefined between statements. */
  #start: number | undefined;
  /** End of its last character that is neither white space nor comment. */
  #end = 0;
  #words: string[] = [];
  #stdin: { start: number; end: number } | undefined;
  #openParentheses = 0;
  /** Depth of BEGIN ATOMIC … END and CASE … END in an SQL-standard function body. */
  #openBlocks = 0;
  #previousWord = '';
  #countedTo = 0;
  #line = 1;

  constructor(script: string) {
    this.#script = script;
    // A byte order mark is no part of the text.
    this.#position = script.startsWith('\ufeff') ? 1 : 0;
  }

  split(): ScriptPiece[] {
    while (this.#position < this.#script.length) this.#step();
    this.#finish();
    return this.#pieces;
  }

  #step(): void {
    const script = this.#script;
    const position = this.#position;
    const character = script.charAt(position);
    if (WHITE_SPACE.has(character)) {
      this.#position++;
    } else if (script.startsWith('--', position)) {
      this.#position = must(matchEnd(LINE_COMMENT, script, position), 'a comment');
    } else if (script.startsWith('/*', position)) {
      this.#position = endOfBlockComment(script, position);
    } else if (character === ';') {
      this.#semicolon();
    } else if (character === '\\') {
      this.#backslash();
    } else if (character === "'") {
      this.#string({ backslashes: false });
    } else if (character === '"') {
      this.#take(endOfQuoted(script, position, '"'));
    } else if (character === '$') {
      this.#take(endOfDollarQuoted(script, position) ?? position + 1);
    } else {
      const word = matchEnd(WORD, script, position);
      if (word !== undefined) {
        this.#word(word);
      } else {
        if (character === '(') this.#openParentheses++;
        if (character === ')') this.#openParentheses = Math.max(0, this.#openParentheses - 1);
        this.#take(matchEnd(NUMBER, script, position) ?? position + 1);
      }
    }
  }

  /** Counts everything up to `end` as part of the statement. */
  #take(end: number): void {
    this.#start ??= this.#position;
    this.#position = end;
    this.#end = end;
  }

  #word(end: number): void {
    const text = this.#script.slice(this.#position, end);
    const next = this.#script.charAt(end);
    if ((text === 'E' || text === 'e') && next === "'") {
      this.#take(end);
      this.#string({ backslashes: true });
      return;
    }
    const word = text.toLowerCase();
    if (word === 'stdin' && this.#previousWord === 'from') this.#stdin = { start: this.#position, end };
    this.#trackBlocks(word);
    if (this.#words.length < KEPT_WORDS) this.#words.push(word);
    this.#previousWord = word;
    this.#take(end);
  }

  #trackBlocks(word: string): void {
    if (this.#openBlocks > 0) {
      if (word === 'case') this.#openBlocks++;
      if (word === 'end') this.#openBlocks--;
    } else if (word === 'atomic' && this.#previousWord === 'begin' && this.#isCreate('function', 'procedure')) {
      this.#openBlocks = 1;
    }
  }

  #isCreate(...kinds: readonly string[]): boolean {
    const [first, ...rest] = this.#words;
    if (first !== 'create') return false;
    const kind = rest[0] === 'or' && rest[1] === 'replace' ? rest[2] : rest[0];
    return kind !== undefined && kinds.includes(kind);
  }

  #string({ backslashes }: { backslashes: boolean }): void {
    let end = endOfQuoted(this.#script, this.#position, "'", backslashes);
    if (backslashes) {
      // The second part of a continued E'' string follows the rules of the first.
      for (;;) {
        const continued = matchEnd(STRING_CONTINUATION, this.#script, end);
        if (continued === undefined) break;
        end = endOfQuoted(this.#script, continued - 1, "'", backslashes);
      }
    }
    this.#take(end);
  }

  #semicolon(): void {
    const inRule = this.#openParentheses > 0 && this.#isCreate('rule');
    if (inRule || this.#openBlocks > 0) {
      this.#take(this.#position + 1);
    } else {
      this.#position++;
      this.#finish();
    }
  }

  #backslash(): void {
    const sends = matchEnd(SENDING_COMMAND, this.#script, this.#position) !== undefined;
    if (this.#start !== undefined && !sends) {
      this.#take(this.#position + 1);
      return;
    }
    this.#finish();
    const start = this.#position;
    this.#position = must(matchEnd(REST_OF_LINE, this.#script, start), 'a line');
    const text = this.#script.slice(start, this.#position).trimEnd();
    this.#pieces.push({ kind: 'psql', text, start, line: this.#lineAt(start) });
  }

  /** Ends the statement that is being read, if there is one. */
  #finish(): void {
    const start = this.#start;
    if (start !== undefined) {
      const text = this.#script.slice(start, this.#end);
      const base = { text, start, line: this.#lineAt(start), words: this.#words };
      const stdin = this.#stdin;
      if (stdin !== undefined && COPY_STATEMENT.test(text)) {
        const data = this.#copyData();
        const relative = { start: stdin.start - start, end: stdin.end - start };
        this.#pieces.push({ kind: 'copy', ...base, stdin: relative, ...data });
      } else {
        this.#pieces.push({ kind: 'sql', ...base });
      }
    }
    this.#start = undefined;
    this.#words = [];
    this.#stdin = undefined;
    this.#openParentheses = 0;
    this.#openBlocks = 0;
    this.#previousWord = '';
  }

  /** Reads the data lines that follow a COPY, from the next line up to `\.` or the end of the script. */
  #copyData(): { data: string; dataLine: number } {
    const lines: string[] = [];
    let lineStart = lineAfter(this.#script, this.#position);
    const dataLine = this.#lineAt(lineStart);
    while (lineStart < this.#script.length) {
      const next = lineAfter(this.#script, lineStart);
      const line = this.#script.slice(lineStart, next);
      lineStart = next;
      if (line.trimEnd() === '\\.') break;
      lines.push(line);
    }
    this.#position = lineStart;
    return { data: lines.join(''), dataLine };
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

/** Where the match of a sticky pattern ends; undefined when it does not match at `position`. */
function matchEnd(pattern: RegExp, text: string, position: number): number | undefined {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The end of the literal or name that opens at `start`; the end of the text when it is never closed. */
function endOfQuoted(text: string, start: number, quote: string, backslashes = false): number {
  for (let index = start + 1; index < text.length; index++) {
    const character = text.charAt(index);
    if (backslashes && character === '\\') {
      index++;
    } else if (character === quote) {
      if (text.charAt(index + 1) !== quote) return index + 1;
      index++;
    }
  }
  return text.length;
}

/** The end of the `$tag$…$tag$` string that opens at `start`; undefined when none does (`$1`). */
function endOfDollarQuoted(text: string, start: number): number | undefined {
  const tagEnd = matchEnd(DOLLAR_TAG, text, start);
  if (tagEnd === undefined) return undefined;
  const tag = text.slice(start, tagEnd);
  const close = text.indexOf(tag, tagEnd);
  return close < 0 ? text.length : close + tag.length;
}

/** Block comments nest. */
function endOfBlockComment(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    if (text.startsWith('/*', index)) {
      depth++;
      index++;
    } else if (text.startsWith('*/', index)) {
      depth--;
      index++;
      if (depth === 0) return index + 1;
    }
  }
  return text.length;
}

/** Start of the line below the one that `position` is on. */
function lineAfter(text: string, position: number): number {
  const lineBreak = /\r\n|\n|\r/g;
  lineBreak.lastIndex = position;
  return lineBreak.test(text) ? lineBreak.lastIndex : text.length;
}
