import { must } from '../platform/assert.ts';
import { readCopyData } from './split-statements/copy-data.ts';
import {
  type End,
  endOfBlockComment,
  endOfDollarQuoted,
  endOfEscaped,
  endOfQuoted,
  LINE_COMMENT,
  matchEnd,
  NUMBER,
  WORD,
} from './split-statements/lexical-rules.ts';
import { LineCounter } from './split-statements/line-counter.ts';

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
  /** Present when the script ends inside a quote or comment of this piece, which then takes everything to the end. */
  readonly unclosed?: Unclosed;
}

interface Unclosed {
  /** What opens it: `'`, `"`, `$body$`, or `/*`. */
  readonly mark: string;
  /** Line on which it opens, counted from 1. */
  readonly line: number;
}

/** `COPY … FROM stdin` and the data lines below it, as pg_dump writes them; `\copy … from stdin` too. */
export interface CopyPiece extends StatementBase {
  readonly kind: 'copy';
  /** Where the word STDIN stands in `text`. */
  readonly stdin: { readonly start: number; readonly end: number };
  /** Every line with its line break, without the closing `\.`. */
  readonly data: string;
  /** Line of the first data line, counted from 1. */
  readonly dataLine: number;
  /** False when the script ends before a `\.` does: it is probably cut off. */
  readonly closed: boolean;
}

/** A psql command (`\connect shop`): Postgres itself does not know it. */
interface PsqlPiece extends PieceBase {
  readonly kind: 'psql';
}

export function splitStatements(script: string): ScriptPiece[] {
  return new Splitter(script).split();
}

/** Words kept of each statement: `CREATE OR REPLACE FUNCTION` needs four. */
const KEPT_WORDS = 6;
/** psql commands that send the statement before them, in place of a semicolon. */
const SENDING_COMMAND = /\\(?:g|gx|gset|gexec|gdesc|crosstabview|watch)(?![A-Za-z_])/y;
const PSQL_COPY = /^\\copy\s.*?\bfrom\s+(?=(p?stdin)\b)/i;
const REST_OF_LINE = /[^\r\n]*/y;
const COPY_STATEMENT = /^copy\b/i;
/** psql follows the server's setting as it reads; so must whoever reads its scripts. */
const STRING_SETTING = /^set\s+(?:session\s+|local\s+)?standard_conforming_strings\s*(?:=|\bto\b)\s*'?(\w+)/i;
const WHITE_SPACE: ReadonlySet<string> = new Set(' \t\n\r\f\v');

class Splitter {
  readonly #script: string;
  readonly #lines: LineCounter;
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
  /** What the script ends inside of. */
  #unclosed: { mark: string; start: number } | undefined;
  /** Whether plain literals know backslashes: `standard_conforming_strings` is off. */
  #escapes = false;

  constructor(script: string) {
    this.#script = script;
    this.#lines = new LineCounter(script);
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
    } else if (character === '-' && script.startsWith('--', position)) {
      this.#position = must(matchEnd(LINE_COMMENT, script, position), 'a comment');
    } else if (character === '/' && script.startsWith('/*', position)) {
      this.#comment(endOfBlockComment(script, position));
    } else if (character === ';') {
      this.#semicolon();
    } else if (character === '\\') {
      this.#backslash();
    } else if (character === "'") {
      this.#quoted(this.#escapes ? endOfEscaped(script, position) : endOfQuoted(script, position, "'"), "'");
    } else if (character === '"') {
      this.#quoted(endOfQuoted(script, position, '"'), '"');
    } else if (character === '$') {
      const quoted = endOfDollarQuoted(script, position);
      if (quoted) this.#quoted(quoted, script.slice(position, script.indexOf('$', position + 1) + 1));
      else this.#take(position + 1);
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

  #quoted({ end, unclosed }: End, mark: string): void {
    if (unclosed) this.#unclosed = { mark, start: this.#position };
    this.#take(end);
  }

  /** A comment that never ends hides the rest of the script, which must not go unsaid. */
  #comment({ end, unclosed }: End): void {
    if (unclosed) {
      this.#finish();
      this.#quoted({ end, unclosed }, '/*');
    } else {
      this.#position = end;
    }
  }

  #word(end: number): void {
    const text = this.#script.slice(this.#position, end);
    if ((text === 'E' || text === 'e') && this.#script.charAt(end) === "'") {
      this.#quoted(endOfEscaped(this.#script, end), "'");
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
    const end = must(matchEnd(REST_OF_LINE, this.#script, start), 'a line');
    this.#position = end;
    const text = this.#script.slice(start, end).trimEnd();
    const [copy, stdin] = PSQL_COPY.exec(text) ?? [];
    if (copy !== undefined && stdin !== undefined) {
      this.#start = start + 1;
      this.#end = start + text.length;
      this.#words = ['copy'];
      this.#stdin = { start: start + copy.length, end: start + copy.length + stdin.length };
      this.#finish();
      return;
    }
    this.#pieces.push({ kind: 'psql', text, start, line: this.#lines.at(start) });
  }

  /** Ends the statement that is being read, if there is one. */
  #finish(): void {
    if (this.#start !== undefined) this.#push(this.#start);
    this.#start = undefined;
    this.#words = [];
    this.#stdin = undefined;
    this.#openParentheses = 0;
    this.#openBlocks = 0;
    this.#previousWord = '';
  }

  #push(start: number): void {
    const text = this.#script.slice(start, this.#end);
    const base = { text, start, line: this.#lines.at(start), words: this.#words };
    const stdin = this.#stdin;
    if (stdin !== undefined && COPY_STATEMENT.test(text)) {
      const data = readCopyData(this.#script, this.#position);
      this.#position = data.next;
      this.#pieces.push({
        kind: 'copy',
        ...base,
        stdin: { start: stdin.start - start, end: stdin.end - start },
        data: this.#script.slice(data.start, data.end),
        dataLine: this.#lines.at(data.start),
        closed: data.closed,
      });
    } else {
      const { mark, start: opens } = this.#unclosed ?? {};
      const unclosed = mark !== undefined && opens !== undefined ? { mark, line: this.#lines.at(opens) } : undefined;
      this.#pieces.push({ kind: 'sql', ...base, ...(unclosed && { unclosed }) });
    }
    const setting = this.#words[0] === 'set' ? STRING_SETTING.exec(text)?.[1] : undefined;
    if (setting !== undefined) this.#escapes = /^(?:off|false|no|0)$/i.test(setting);
  }
}
