import { Cursor } from '../lexer/cursor.ts';
import { Lexer } from '../lexer/lexer.ts';
import type { LexicalRules } from '../lexer/rules.ts';
import type { Token } from '../lexer/token.ts';
import { isTrivia } from '../lexer/token.ts';
import { readNames } from '../table/read-parts.ts';

/** INSERT up to its rows. */
export interface InsertHead {
  readonly onConflict: 'fail' | 'ignore' | 'replace';
  readonly table: readonly string[];
  /** Undefined where the columns are not listed. */
  readonly columns: readonly string[] | undefined;
  readonly source: 'values' | 'query' | 'set' | 'defaults';
  /** Where the rows, the query or the assignments begin. */
  readonly bodyStart: number;
  /** T-SQL's OUTPUT, without the name of the rows: `inserted.id` is a column of the table. */
  readonly output?: string | undefined;
}

/** Words between INSERT and the table's name. */
const MODIFIERS: ReadonlySet<string> = new Set(['low_priority', 'delayed', 'high_priority', 'into', 'top']);
const BODY_WORDS: ReadonlySet<string> = new Set([
  'values',
  'value',
  'select',
  'with',
  'set',
  'default',
  'exec',
  'execute',
]);

/** The rows may be megabytes: only what stands before them is read. */
export function readInsertHead(text: string, rules: LexicalRules): InsertHead {
  const cursor = new Cursor(text, tokensBeforeBody(text, rules), rules);
  let onConflict: InsertHead['onConflict'] = cursor.word() === 'replace' ? 'replace' : 'fail';
  cursor.take();
  if (cursor.accept('or')) {
    const action = cursor.take().text.toLowerCase();
    onConflict = action === 'replace' || action === 'ignore' ? action : 'fail';
  }
  cursor.skipWords(MODIFIERS);
  if (cursor.accept('ignore')) onConflict = 'ignore';
  cursor.skipWords(MODIFIERS);
  const table = cursor.takeQualifiedName();
  if (cursor.accept('as')) cursor.takeName();
  const isQuery = cursor.isSymbol('(') && (cursor.word(1) === 'select' || cursor.word(1) === 'with');
  const columns = cursor.isSymbol('(') && !isQuery ? readNames(cursor) : undefined;
  const output = cursor.accept('output') ? readOutput(cursor) : undefined;
  return { onConflict, table, columns, output, ...readSource(cursor, isQuery) };
}

function readOutput(cursor: Cursor): string {
  const start = cursor.index;
  while (!cursor.atEnd && !BODY_WORDS.has(cursor.word()) && cursor.word() !== 'into') cursor.take();
  const text = cursor.textBetween(start, cursor.index).replaceAll(/\binserted\s*\.\s*/gi, '');
  // INTO @rows: a variable of the script.
  if (cursor.accept('into')) throw cursor.notUnderstood();
  return text;
}

function readSource(cursor: Cursor, isQuery: boolean): Pick<InsertHead, 'source' | 'bodyStart'> {
  const token = cursor.take();
  const word = token.kind === 'word' ? token.text.toLowerCase() : '';
  const end = token.start + token.text.length;
  if (isQuery || word === 'select' || word === 'with') return { source: 'query', bodyStart: token.start };
  if (word === 'values' || word === 'value') return { source: 'values', bodyStart: end };
  if (word === 'set') return { source: 'set', bodyStart: end };
  if (word === 'default') return { source: 'defaults', bodyStart: end };
  cursor.moveTo(cursor.index - 1);
  throw cursor.notUnderstood();
}

function tokensBeforeBody(text: string, rules: LexicalRules): Token[] {
  const lexer = new Lexer(text, rules);
  const tokens: Token[] = [];
  let parentheses = 0;
  let named = false;
  while (lexer.next()) {
    const token: Token = { kind: lexer.kind, text: lexer.tokenText, start: lexer.start };
    tokens.push(token);
    if (isTrivia(token.kind)) continue;
    if (token.text === '(') parentheses++;
    if (token.text === ')') parentheses--;
    const endsHead = token.kind === 'word' && BODY_WORDS.has(token.text.toLowerCase());
    // A column may be called `value`: not inside the list of them, and not right behind INSERT.
    if (endsHead && named && (parentheses === 0 || /^(?:select|with)$/i.test(token.text))) return tokens;
    if (token.kind === 'name' || (token.kind === 'word' && tokens.length > 1)) named = true;
  }
  return tokens;
}
