/** Where the clauses and sources of a query in canonical SQL stand: enough to change one place and leave the rest. */
import { LEX_START, lex, type Token } from '../checker/lexer.ts';

interface PlacedToken extends Token {
  /** Index of the opening parenthesis around it; -1 outside of all. */
  readonly group: number;
}

export interface QueryText {
  readonly sql: string;
  readonly tokens: readonly PlacedToken[];
}

/** Indices of tokens; `to` is behind the last one. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The innermost SELECT around a place, with what follows it up to a set operation or the end. */
export interface SelectText extends Span {
  readonly group: number;
  /** By their first words; each span begins with that word. */
  readonly clauses: ReadonlyMap<string, Span>;
}

export interface SourceText {
  /** As columns name it: `orders`, `orders2`, `q1`. */
  readonly qualifier: string;
  /** As FROM names it; empty for a derived table. */
  readonly table: string;
  /** From JOIN and its side, or from the name where there is none, to the end of the condition. */
  readonly span: Span;
  /** Empty without ON. */
  readonly condition: Span;
  readonly isJoined: boolean;
}

export function readText(sql: string): QueryText {
  const tokens: PlacedToken[] = [];
  const open: number[] = [];
  // The blank ends the last token.
  lex(LEX_START, `${sql} `, (token) => {
    if (token.text === ')' || token.text === ']') open.pop();
    tokens.push({ ...token, group: open.at(-1) ?? -1 });
    if (token.text === '(' || token.text === '[') open.push(tokens.length - 1);
    return false;
  });
  return { sql, tokens };
}

/** Index of the token that begins at a position of the text; -1 when none does. */
export function tokenAt({ tokens }: QueryText, position: number): number {
  return tokens.findIndex((token) => token.position === position);
}

function endOf(token: Token): number {
  return token.position + token.text.length;
}

/** What a span says; empty for an empty one. */
export function spelled({ sql, tokens }: QueryText, { from, to }: Span): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && from < to ? sql.slice(first.position, endOf(last)) : '';
}

const CLAUSES = new Set(['FROM', 'WHERE', 'GROUP', 'HAVING', 'WINDOW', 'ORDER', 'LIMIT', 'OFFSET', 'FETCH']);
const SET_OPERATIONS = new Set(['UNION', 'INTERSECT', 'EXCEPT']);

export function selectAround(text: QueryText, index: number): SelectText | null {
  const { tokens } = text;
  let group = tokens[index]?.group;
  for (let before = index; group !== undefined; ) {
    for (let from = before; from > group; from--) {
      const token = tokens[from];
      if (token?.group === group && isKeyword(token, 'SELECT')) return selectFrom(text, from, group);
    }
    before = group;
    group = tokens[group]?.group;
  }
  return null;
}

function selectFrom({ tokens }: QueryText, from: number, group: number): SelectText {
  const clauses = new Map<string, Span>();
  let clause = 'SELECT';
  let start = from;
  let index = from + 1;
  for (; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || token.group < group) break;
    if (token.group !== group || token.kind !== 'word') continue;
    if (SET_OPERATIONS.has(token.text)) break;
    if (!CLAUSES.has(token.text)) continue;
    // IS DISTINCT FROM
    if (token.text === 'FROM' && isKeyword(tokens[index - 1], 'DISTINCT')) continue;
    clauses.set(clause, { from: start, to: index });
    clause = token.text;
    start = index;
  }
  clauses.set(clause, { from: start, to: index });
  return { from, to: index, group, clauses };
}

export function sourcesOf(text: QueryText, select: SelectText): readonly SourceText[] {
  const from = select.clauses.get('FROM');
  if (!from) return [];
  const starts: number[] = [];
  for (let index = from.from; index < from.to; index++) {
    const token = text.tokens[index];
    if (token?.group !== select.group) continue;
    if (index === from.from || token.text === ',') starts.push(index + 1);
    else if (isKeyword(token, 'JOIN')) starts.push(joinStart(text, index));
  }
  return starts.map((start, place) => {
    const next = starts[place + 1] ?? from.to;
    return sourceIn(text, select.group, { from: start, to: text.tokens[next - 1]?.text === ',' ? next - 1 : next });
  });
}

function joinStart({ tokens }: QueryText, join: number): number {
  return isKeyword(tokens[join - 1], 'LEFT', 'RIGHT', 'FULL', 'CROSS') ? join - 1 : join;
}

function sourceIn(text: QueryText, group: number, span: Span): SourceText {
  const own = (index: number) => text.tokens[index]?.group === group;
  const find = (word: string) => {
    for (let index = span.from; index < span.to; index++) {
      if (own(index) && isKeyword(text.tokens[index], word)) return index;
    }
    return -1;
  };
  const join = find('JOIN');
  const on = find('ON');
  const as = find('AS');
  const nameFrom = join < 0 ? span.from : join + 1;
  let nameTo = nameFrom;
  while (nameTo < span.to && (text.tokens[nameTo]?.kind === 'name' || text.tokens[nameTo]?.text === '.')) nameTo++;
  const table = spelled(text, { from: nameFrom, to: nameTo });
  const qualifier = as < 0 ? table : (text.tokens[as + 1]?.text ?? table);
  const condition = on < 0 ? { from: span.to, to: span.to } : { from: on + 1, to: span.to };
  return { qualifier, table, span, condition, isJoined: join >= 0 };
}

export function isKeyword(token: Token | undefined, ...texts: readonly string[]): boolean {
  return token?.kind === 'word' && texts.includes(token.text);
}

/** The qualifier and the column that begin at a token: `sales.orders` and `total`; null when no column does. */
export function columnAt(text: QueryText, index: number): { qualifier: string; column: string; span: Span } | null {
  let to = index;
  while (text.tokens[to]?.kind === 'name' && text.tokens[to + 1]?.text === '.') to += 2;
  const last = text.tokens[to];
  if (to === index || last?.kind !== 'name') return null;
  const qualifier = spelled(text, { from: index, to: to - 1 });
  return { qualifier, column: last.text, span: { from: index, to: to + 1 } };
}

/** The text with another one in place of a span; an empty span is where its first token begins. */
export function replaced({ sql, tokens }: QueryText, { from, to }: Span, by: string): string {
  const start = tokens[from]?.position ?? sql.length;
  const last = tokens[to - 1];
  return sql.slice(0, start) + by + sql.slice(last && to > from ? endOf(last) : start);
}

/** The text with more behind a span. */
export function insertedBehind({ sql, tokens }: QueryText, { to }: Span, added: string): string {
  const last = tokens[to - 1];
  const at = last ? endOf(last) : sql.length;
  return sql.slice(0, at) + added + sql.slice(at);
}
