/**
 * The automaton's states. A reader knows what it does with the next token and nothing of what was before; what it
 * must remember, its function has closed over. Readers never change, so that many continuations can be tried from one.
 *
 * Each part of the syntax is a function that takes `then`, what comes after it: continuation-passing style, the way a
 * recursive-descent parser is written when it has to stop between any two tokens.
 */
import type { Token } from './lexer.ts';
import { type Rejection, reject } from './rejection.ts';

export interface Reader {
  readonly ok: true;
  read(token: Token): Next;
  /** What is wrong with a name that begins like this, when no name that does can stand here. */
  misfit?(partial: Token): Rejection | null;
}

export type Next = Reader | Rejection;

/** What follows a part of the syntax, given what the part means. The token after the part is still to be read. */
export type Then<T> = (value: T) => Next;

export function reader(read: (token: Token) => Next, misfit?: (partial: Token) => Rejection | null): Reader {
  return misfit ? { ok: true, read, misfit } : { ok: true, read };
}

/** Has `next` read a token that ended what was before it. */
export function passOn(next: Next, token: Token): Next {
  return next.ok ? next.read(token) : next;
}

/** What a continuation says of a name that is still being written. */
export function misfitOf(next: Next): Reader['misfit'] {
  return next.ok ? next.misfit : undefined;
}

export function unexpected(token: Token): Rejection {
  return token.kind === 'end'
    ? reject('incomplete', token.position, 'The query is not complete.')
    : reject('syntax', token.position, `“${token.text}” cannot stand here.`);
}

export function isWord(token: Token, ...words: readonly string[]): boolean {
  return token.kind === 'word' && words.includes(token.text);
}

export function isSymbol(token: Token, text: string): boolean {
  return token.kind === 'symbol' && token.text === text;
}

/** Reads exactly this symbol. */
export function symbol(text: string, then: (token: Token) => Next): Reader {
  return reader((token) => (isSymbol(token, text) ? then(token) : unexpected(token)));
}

/** Reads these words, one after the other. */
export function words(text: string, then: () => Next): Reader {
  const [first = '', ...rest] = text.split(' ');
  return reader((token) => {
    if (!isWord(token, first)) return unexpected(token);
    return rest.length > 0 ? words(rest.join(' '), then) : then();
  });
}

/** Reads a symbol when it is there. */
export function optionalSymbol(text: string, ifThere: (token: Token) => Next, otherwise: () => Next): Reader {
  return reader((token) => (isSymbol(token, text) ? ifThere(token) : passOn(otherwise(), token)));
}

/** Reads a word when it is there. */
export function optionalWord(text: string, ifThere: (token: Token) => Next, otherwise: () => Next): Reader {
  return reader((token) => (isWord(token, text) ? ifThere(token) : passOn(otherwise(), token)));
}

/** One or more items with commas between them. */
export function list<T>(item: (then: Then<T>) => Next, then: Then<readonly T[]>): Next {
  const more = (before: Chain<T> | null): Next =>
    item((value) => {
      const chain = { value, before };
      return optionalSymbol(
        ',',
        () => more(chain),
        () => then(inOrder(chain)),
      );
    });
  return more(null);
}

/** Items from the last to the first: states that share a beginning share its memory. */
export interface Chain<T> {
  readonly value: T;
  readonly before: Chain<T> | null;
}

export function inOrder<T>(chain: Chain<T> | null): T[] {
  const items: T[] = [];
  for (let link = chain; link; link = link.before) items.push(link.value);
  return items.reverse();
}
