/**
 * What a grammar cannot say about a query: which columns are in reach, which types go together, what GROUP BY asks. A
 * pure automaton that reads canonical SQL (docs/canonical-sql.md) from left to right and tells at every point whether
 * the text can still become a query that Postgres would prepare.
 */
import type { Schema } from '../schema/model.ts';
import { wordsBeginningWith } from './keywords.ts';
import { LEX_START, type LexState, lastToken, lex, type Token, unfinishedWord } from './lexer.ts';
import { type Next, type Reader, reader, unexpected } from './reader.ts';
import { type Rejection, reject } from './rejection.ts';
import { indexSchema } from './schema-index.ts';
import type { QueryBase } from './syntax/read-query.ts';
import { readStatement } from './syntax/read-statement.ts';

/** After some text. Never changes, so that many continuations can be tried from one. */
export interface CheckState {
  readonly ok: true;
  readonly lexer: LexState;
  readonly reader: Reader;
}

export type Verdict = { readonly ok: true } | Rejection;

export interface Checker {
  /** Before any text. */
  readonly start: CheckState;
  /**
   * Reads on: a character, a token of a model that ends inside a word, a whole query. Costs what the text is long,
   * whatever was before.
   *
   * @param text canonical SQL, or what can still become that: the grammar has let it through
   */
  advance(state: CheckState, text: string): CheckState | Rejection;
  /** Whether the text so far is a whole query. */
  finish(state: CheckState): Verdict;
  /** Whether the text is a whole query. */
  check(sql: string): Verdict;
}

export function createChecker(schema: Schema): Checker {
  const base: QueryBase = { index: indexSchema(schema), outer: null, commonTables: null, width: null };
  const start: CheckState = { ok: true, lexer: LEX_START, reader: readStatement(base, () => END) };
  return { start, advance, finish, check };

  function check(sql: string): Verdict {
    const state = advance(start, sql);
    return state.ok ? finish(state) : state;
  }
}

const DONE: Reader = reader(unexpected);

/** Behind the whole statement. */
const END: Reader = reader((token) => (token.kind === 'end' ? DONE : unexpected(token)));

function advance(state: CheckState, text: string): CheckState | Rejection {
  let next: Next = state.reader;
  const lexer = lex(state.lexer, text, (token) => {
    if (next.ok) next = next.read(token);
    return !next.ok;
  });
  if (!next.ok) return next;
  const partial = unfinishedWord(lexer);
  const misfit = partial && misfitOf(next, partial);
  return misfit ?? { ok: true, lexer, reader: next };
}

/** What is wrong with a word that is still being written: no way to complete it leads on. */
function misfitOf(state: Reader, partial: Token): Rejection | null {
  if (partial.kind === 'name') return state.misfit?.(partial) ?? null;
  let first: Rejection | null = null;
  for (const text of wordsBeginningWith(partial.text)) {
    const next = state.read({ ...partial, text });
    if (next.ok) return null;
    first ??= next;
  }
  return first;
}

function finish({ lexer, reader: state }: CheckState): Verdict {
  const last = lastToken(lexer);
  const end: Token = { kind: 'end', text: '', position: lexer.length };
  if (last === 'unfinished') return reject('incomplete', lexer.length, 'The query ends inside a name or a text.');
  const before = last ? state.read(last) : state;
  const next = before.ok ? before.read(end) : before;
  return next.ok ? { ok: true } : next;
}
