import { accepts, END_OF_TEXT } from '../../grammar/accepts.ts';
import { must } from '../../platform/assert.ts';
import type { Allowed, Place, Rejection, RejectionReason } from '../contract.ts';
import { allowedAt, isSign } from './allowed.ts';
import type { AllowedContext } from './allowed-names.ts';
import { firstOf } from './groups.ts';
import type { MarkedGrammar } from './marked-grammar.ts';
import { goesOn, isClass, type NextTokens, nextTokens } from './next-tokens.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Where and why the grammar does not accept a canonical text; null when it does. */
export function rejectionOf(marked: MarkedGrammar, sql: string, context: AllowedContext): Rejection | null {
  const acceptance = accepts(marked.grammar, sql);
  if (acceptance.ok) return null;
  const place = faultIn(sql, acceptance.position, acceptance.expected);
  const before = sql.slice(0, place.from);
  const found = sql.slice(place.from, place.to);
  const next = nextTokens(marked, before);
  const allowed = allowedAt(marked, before, found, next, context);
  const reason = reasonOf({ before, found, after: sql.slice(place.to) }, next, allowed);
  return { place, reason, ...firstOf(mostTellingFirst(allowed, reason)) };
}

/** The token in which the text goes wrong; the one before when that ended too soon. */
function faultIn(sql: string, position: number, expected: readonly string[]): Place {
  const tokens = tokensOf(sql);
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

/** The token at fault and what stands around it. */
interface Fault {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

const WRITES = /^(?:INSERT|UPDATE|DELETE)$/;

function reasonOf({ before, found, after }: Fault, next: NextTokens, allowed: readonly Allowed[]): RejectionReason {
  if (WRITES.test(found)) return { kind: 'writes' };
  if (found.startsWith("'") && allowed.some(isOneOfTexts)) return { kind: 'listed-text' };
  if (after.startsWith('(') && next.names.some(({ kind }) => kind === 'function')) {
    return { kind: 'function', name: found };
  }
  const called = calledFunction(before);
  const isCount = found === ',' || found === ')' || (before.endsWith('(') && next.texts.join() === ')');
  return called !== null && isCount ? { kind: 'arguments', function: called } : { kind: 'other' };
}

function isOneOfTexts(allowed: Allowed): boolean {
  return (
    allowed.kind === 'names' && allowed.what === 'one of' && allowed.examples.every((text) => text.startsWith("'"))
  );
}

/** What the query most likely lacks: another function, or the sign that ends the arguments. */
function mostTellingFirst(allowed: readonly Allowed[], { kind }: RejectionReason): readonly Allowed[] {
  const isTelling = (each: Allowed) =>
    (kind === 'arguments' && each.kind === 'text' && isSign(each.text)) ||
    (kind === 'function' && each.kind === 'names' && each.what === 'a function');
  return [...allowed.filter(isTelling), ...allowed.filter((each) => !isTelling(each))];
}

/** The function whose arguments are open at the end of `text`. */
function calledFunction(text: string): string | null {
  const tokens: readonly Token[] = tokensOf(text);
  let depth = 0;
  for (let index = tokens.length - 1; index > 0; index--) {
    const { from, to } = must(tokens[index], 'a token');
    const sign = text.slice(from, to);
    if (sign === ')' || sign === ']') depth++;
    if (sign !== '(' && sign !== '[') continue;
    if (depth > 0) {
      depth--;
      continue;
    }
    const name = tokens[index - 1];
    return sign === '(' && name?.kind === 'word' ? text.slice(name.from, name.to) : null;
  }
  return null;
}
