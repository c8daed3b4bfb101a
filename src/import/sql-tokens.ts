import {
  endOfBlockComment,
  endOfDollarQuoted,
  endOfEscaped,
  endOfQuoted,
  LINE_COMMENT,
  matchEnd,
  NUMBER,
  WORD,
} from '../schema/split-statements/lexical-rules.ts';

export interface SqlToken {
  /** `name` is a quoted one. Everything else that is no word, literal or number is a `mark` of one character, or `::`. */
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'mark';
  /** A word in lower case, a name without its quotes, anything else as it stands. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The tokens of one statement as Postgres reads them, without comments; no more than `limit`. */
export function sqlTokens(sql: string, limit = Number.POSITIVE_INFINITY): SqlToken[] {
  const tokens: SqlToken[] = [];
  let position = 0;
  while (position < sql.length && tokens.length < limit) {
    const { token, end } = next(sql, position);
    if (token !== undefined) tokens.push({ ...token, start: position, end });
    position = end;
  }
  return tokens;
}

interface Step {
  /** Absent for white space and comments. */
  readonly token?: Pick<SqlToken, 'kind' | 'text'>;
  readonly end: number;
}

function next(sql: string, position: number): Step {
  const character = sql.charAt(position);
  if (/\s/.test(character)) return { end: position + 1 };
  if (sql.startsWith('--', position)) return { end: matchEnd(LINE_COMMENT, sql, position) ?? sql.length };
  if (sql.startsWith('/*', position)) return { end: endOfBlockComment(sql, position).end };
  if (character === "'") return literal(sql, position, endOfQuoted(sql, position, "'").end);
  if (character === '"') {
    const { end } = endOfQuoted(sql, position, '"');
    return { token: { kind: 'name', text: sql.slice(position + 1, end - 1).replaceAll('""', '"') }, end };
  }
  if (character === '$') {
    const quoted = endOfDollarQuoted(sql, position);
    if (quoted) return literal(sql, position, quoted.end);
  }
  const word = matchEnd(WORD, sql, position);
  if (word !== undefined) return wordOrEscapedLiteral(sql, position, word);
  const number = matchEnd(NUMBER, sql, position);
  if (number !== undefined) return { token: { kind: 'number', text: sql.slice(position, number) }, end: number };
  const mark = sql.startsWith('::', position) ? '::' : character;
  return { token: { kind: 'mark', text: mark }, end: position + mark.length };
}

function literal(sql: string, start: number, end: number): Step {
  return { token: { kind: 'string', text: sql.slice(start, end) }, end };
}

function wordOrEscapedLiteral(sql: string, start: number, end: number): Step {
  const text = sql.slice(start, end).toLowerCase();
  if (text === 'e' && sql.charAt(end) === "'") return literal(sql, start, endOfEscaped(sql, end).end);
  return { token: { kind: 'word', text }, end };
}

/** Whether the tokens from `index` on are just these words. */
export function wordsAt(tokens: readonly SqlToken[], index: number, ...words: readonly string[]): boolean {
  return words.every((word, offset) => {
    const token = tokens[index + offset];
    return token?.kind === 'word' && token.text === word;
  });
}

export function isMark(token: SqlToken | undefined, text: string): boolean {
  return token?.kind === 'mark' && token.text === text;
}

/** A name, `shop.orders` or `"Orders"`, that starts at `index`; undefined when none does. */
export interface DottedName {
  readonly parts: readonly string[];
  /** Index of the token behind it. */
  readonly next: number;
}

export function dottedName(tokens: readonly SqlToken[], index: number): DottedName | undefined {
  const parts: string[] = [];
  for (let at = index; ; at += 2) {
    const token = tokens[at];
    if (token?.kind !== 'word' && token?.kind !== 'name') return undefined;
    parts.push(token.text);
    if (!isMark(tokens[at + 1], '.')) return { parts, next: at + 1 };
  }
}

/** Index of the token behind the parenthesis that opens at `index`. */
export function afterParentheses(tokens: readonly SqlToken[], index: number): number {
  let depth = 0;
  for (let at = index; at < tokens.length; at++) {
    if (isMark(tokens[at], '(')) depth++;
    if (isMark(tokens[at], ')')) depth--;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}
