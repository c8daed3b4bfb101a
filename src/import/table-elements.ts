/** The columns and constraints that a statement declares, each as a run of tokens. */
import type { Edit } from './edit-text.ts';
import { afterParentheses, dottedName, isMark, type SqlToken, wordsAt } from './sql-tokens.ts';

export interface Element {
  readonly from: number;
  /** Index behind the last token. */
  readonly to: number;
}

export interface TableElements {
  /** Its name, as it stands. */
  readonly sql: string;
  /** Columns, and the constraints of a new table. */
  readonly elements: readonly Element[];
}

/** What CREATE TABLE or ALTER TABLE ADD COLUMN declares; undefined for other statements. */
export function tableElements(sql: string, tokens: readonly SqlToken[]): TableElements | undefined {
  return createdTable(sql, tokens) ?? alteredTable(sql, tokens);
}

function createdTable(sql: string, tokens: readonly SqlToken[]): TableElements | undefined {
  const table = tokens.slice(0, 5).findIndex((token) => token.kind === 'word' && token.text === 'table');
  if (!wordsAt(tokens, 0, 'create') || table < 0) return undefined;
  const start = wordsAt(tokens, table + 1, 'if', 'not', 'exists') ? table + 4 : table + 1;
  const name = dottedName(tokens, start);
  if (name === undefined || !isMark(tokens[name.next], '(')) return undefined;
  const close = afterParentheses(tokens, name.next) - 1;
  return { sql: sliceOf(sql, tokens, start, name.next), elements: separated(tokens, name.next + 1, close) };
}

function alteredTable(sql: string, tokens: readonly SqlToken[]): TableElements | undefined {
  if (!wordsAt(tokens, 0, 'alter', 'table')) return undefined;
  let start = wordsAt(tokens, 2, 'if', 'exists') ? 4 : 2;
  if (wordsAt(tokens, start, 'only')) start++;
  const name = dottedName(tokens, start);
  if (name === undefined) return undefined;
  const columns = separated(tokens, name.next, tokens.length).flatMap(({ from, to }) => {
    if (!wordsAt(tokens, from, 'add')) return [];
    const column = wordsAt(tokens, from + 1, 'column') ? from + 2 : from + 1;
    const first = wordsAt(tokens, column, 'if', 'not', 'exists') ? column + 3 : column;
    return BEGINS_CONSTRAINT.has(wordText(tokens[first])) ? [] : [{ from: first, to }];
  });
  return { sql: sliceOf(sql, tokens, start, name.next), elements: columns };
}

/** What may follow ADD in place of a column. All are reserved words but EXCLUDE. */
const BEGINS_CONSTRAINT: ReadonlySet<string> = new Set('constraint foreign primary unique check exclude'.split(' '));

function wordText(token: SqlToken | undefined): string {
  return token?.kind === 'word' ? token.text : '';
}

/** What the commas outside of parentheses set apart, from the token `from` up to, and without, `end`. */
function separated(tokens: readonly SqlToken[], from: number, end: number): Element[] {
  const found: Element[] = [];
  let first = from;
  for (let at = from; at <= end; at++) {
    if (at < end && isMark(tokens[at], '(')) at = afterParentheses(tokens, at) - 1;
    else if (at === end || isMark(tokens[at], ',')) {
      found.push({ from: first, to: at });
      first = at + 1;
    }
  }
  return found;
}

/** Index of a word outside of parentheses among the tokens from `from` up to, and without, `to`. */
export function findAtDepthZero(
  tokens: readonly SqlToken[],
  from: number,
  to: number,
  word: string,
): number | undefined {
  for (let at = from; at < to; at++) {
    if (isMark(tokens[at], '(')) at = afterParentheses(tokens, at) - 1;
    else if (wordsAt(tokens, at, word)) return at;
  }
  return undefined;
}

/** The text of the tokens from `from` up to, and without, `to`. */
export function spanOf(tokens: readonly SqlToken[], from: number, to: number): Edit {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

export function sliceOf(sql: string, tokens: readonly SqlToken[], from: number, to: number): string {
  const { start, end } = spanOf(tokens, from, to);
  return sql.slice(start, end);
}
