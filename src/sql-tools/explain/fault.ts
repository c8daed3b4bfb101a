import { accepts, END_OF_TEXT } from '../../grammar/accepts.ts';
import type { Grammar } from '../../grammar/rule-tree.ts';
import type { Place } from '../contract.ts';
import { goesOn, isClass } from './next-tokens.ts';
import { type Token, tokensOf } from './tokens.ts';

/** The word or sign at which a text goes wrong, and what stands around it. */
export interface Fault {
  readonly place: Place;
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** Where the grammar does not accept a canonical text; null when it does. */
export function faultOf(grammar: Grammar, sql: string): Fault | null {
  const acceptance = accepts(grammar, sql);
  if (acceptance.ok) return null;
  const tokens = tokensOf(sql);
  const place = calledName(sql, tokens, tokenAt(sql, tokens, acceptance.position, acceptance.expected));
  return {
    place,
    before: sql.slice(0, place.from),
    found: sql.slice(place.from, place.to),
    after: sql.slice(place.to),
  };
}

/** The token in which the text goes wrong; the one before when that ended too soon. */
function tokenAt(sql: string, tokens: readonly Token[], position: number, expected: readonly string[]): Place {
  const end: Place = { from: sql.length, to: sql.length };
  const found = tokens.findIndex(({ to }) => to > position);
  const index = found === -1 ? tokens.length : found;
  const [before, at, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (before?.to === position && isCutShort(sql.slice(0, position), expected)) return before;
  return (at?.kind === 'blank' ? after : at) ?? end;
}

/** Whether nothing may follow but the rest of the word that `text` ends in. */
function isCutShort(text: string, expected: readonly string[]): boolean {
  const pieces = expected.filter((piece) => !/^\p{Co}/u.test(piece));
  return pieces.every((piece) => piece !== END_OF_TEXT && (isClass(piece) || goesOn(text, piece)));
}

/** A function's name with its namespace, when `place` is either of them. */
function calledName(sql: string, tokens: readonly Token[], place: Place): Place {
  const at = tokens.findIndex(({ from }) => from === place.from);
  if (tokens[at]?.kind !== 'word') return place;
  const isPoint = (index: number) => sql.slice(tokens[index]?.from, tokens[index]?.to) === '.';
  let [first, last] = [at, at];
  while (isPoint(first - 1) && tokens[first - 2]?.kind === 'word') first -= 2;
  while (isPoint(last + 1) && tokens[last + 2]?.kind === 'word') last += 2;
  const [from, to] = [tokens[first]?.from ?? place.from, tokens[last]?.to ?? place.to];
  return sql[to] === '(' ? { from, to } : place;
}
