/** What people mean by common mistakes that Postgres cannot read. */
import type { Schema } from '../../schema/model.ts';
import { RESERVED_WORDS } from '../../schema/names.ts';
import { nearestNames } from '../../sql/resolve/nearest-names.ts';
import { didYouMean } from '../../sql/resolve/unknown-name.ts';
import type { Place } from '../contract.ts';
import { nameMeant } from './keyword-name.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface SyntaxHint {
  readonly hint: string;
  /** The word that it is about. */
  readonly place: Place;
}

interface SyntaxFault {
  readonly message: string;
  /** The word or sign at which Postgres gives up; null at the end of the text. */
  readonly at: Word | null;
  readonly before: Word | null;
  readonly after: Word | null;
  readonly words: readonly Word[];
}

interface Word extends Token {
  readonly text: string;
  readonly upper: string;
}

/** @param place where Postgres gives up */
export function syntaxHint(sql: string, message: string, place: Place | null, schema: Schema): SyntaxHint | null {
  if (place === null) return null;
  const words = tokensOf(sql)
    .filter(({ kind }) => kind !== 'blank')
    .map((token): Word => {
      const text = sql.slice(token.from, token.to);
      return { ...token, text, upper: text.toUpperCase() };
    });
  const found = words.findIndex(({ from }) => from >= place.from);
  const index = found === -1 ? words.length : found;
  const wordAt = (each: number) => words[each] ?? null;
  const fault = { message, at: wordAt(index), before: wordAt(index - 1), after: wordAt(index + 1), words };
  return keywordAsName(fault, schema) ?? quotes(fault) ?? otherDialect(fault) ?? misspeltKeyword(fault);
}

/** The word at fault, or the one after which nothing fits. */
function keywordAsName({ at, before, after }: SyntaxFault, schema: Schema): SyntaxHint | null {
  if (at && /^(?:ORDER|GROUP)$/.test(at.upper) && after?.upper === 'BY') return null;
  // Where nothing fits after SELECT, it is no name: as one, it would be at fault itself.
  const endsBefore =
    at && before?.upper !== 'SELECT' && (at.kind === 'sign' || RESERVED_WORDS.has(at.text.toLowerCase()));
  for (const word of [at, ...(endsBefore ? [before] : [])]) {
    const meant = word && nameMeant(word.text, schema);
    if (word && meant)
      return { hint: `${word.text} is a keyword of SQL. ${didYouMean([meant])}`, place: placeOf(word) };
  }
  return null;
}

const NAME_HINT = 'Names stand in double quotes here: "name".';
const TEXT_HINT = "A quote within a text is doubled: 'it''s'.";

function quotes({ message, at, before, words }: SyntaxFault): SyntaxHint | null {
  const backtick = words.find(({ text }) => text.includes('`'));
  if (backtick) return { hint: NAME_HINT, place: placeOf(backtick) };
  if (!at) return null;
  if (at.text === '[' && before?.kind === 'word') return { hint: NAME_HINT, place: placeOf(at) };
  const isCutText = before?.kind === 'text' && before.to === at.from && at.kind === 'word';
  const isOpenText = message.startsWith('unterminated quoted string');
  return isCutText || isOpenText ? { hint: TEXT_HINT, place: placeOf(at) } : null;
}

function otherDialect({ message, at, before }: SyntaxFault): SyntaxHint | null {
  if (!at) return null;
  const place = placeOf(at);
  if (before?.text === ',') return { hint: 'There is a comma too many before it.', place };
  if (before?.upper === 'TOP' && at.kind === 'number') return { hint: 'Write LIMIT 5 at the end instead.', place };
  return message.startsWith('LIMIT #,#') ? { hint: 'Write LIMIT 10 OFFSET 5 instead of LIMIT 5, 10.', place } : null;
}

const KEYWORDS = ['SELECT', 'FROM', 'WHERE', 'GROUP', 'ORDER', 'HAVING', 'LIMIT', 'JOIN', 'UNION', 'DISTINCT'].map(
  (name) => ({ name, text: name }),
);

/** `form` is read as an alias, and only what follows it is at fault. */
function misspeltKeyword({ at, before }: SyntaxFault): SyntaxHint | null {
  if (before && at?.kind === 'word' && /^(?:ORDER|GROUP)$/.test(before.upper)) {
    return { hint: `BY is missing after ${before.upper}.`, place: placeOf(at) };
  }
  for (const word of [at, before]) {
    if (word?.kind !== 'word' || word.text.length < 3 || RESERVED_WORDS.has(word.text.toLowerCase())) continue;
    const near = nearestNames(word.text, KEYWORDS);
    if (near.length > 0) return { hint: didYouMean(near), place: placeOf(word) };
  }
  return null;
}

function placeOf({ from, to }: Token): Place {
  return { from, to };
}
