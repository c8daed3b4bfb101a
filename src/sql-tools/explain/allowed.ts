import type { Allowed } from '../contract.ts';
import { type AllowedContext, namesAllowed, textsOf, WHAT } from './allowed-names.ts';
import { group, oneOf } from './groups.ts';
import type { Mark, MarkedGrammar } from './marked-grammar.ts';
import { type NextTokens, nextTokens } from './next-tokens.ts';

/** What could stand in place of `found`, for people; signs after names, keywords last. */
export function allowedAt(
  marked: MarkedGrammar,
  before: string,
  found: string,
  next: NextTokens,
  context: AllowedContext,
): readonly Allowed[] {
  if (before.endsWith('.')) return afterPoint(before, found, next);
  const quoted = quotedLists(marked, before, next);
  const texts = quoted.length > 0 ? next.texts.filter((text) => text !== "'") : next.texts;
  const lists = next.names.filter(({ kind }) => kind === 'listed').filter((list) => !isForAnyText(list, next.names));
  const keywords = [...lists.filter(isKeywords).flatMap((list) => list.texts.map((text) => text.trim())), ...texts];
  const signs = keywords.filter(isSign);
  return [
    ...quoted,
    ...lists.filter((list) => !isKeywords(list) && !isOfNames(list, next.names)).map(({ texts: all }) => oneOf(all)),
    ...namesAllowed(next.names, found, context),
    ...(next.digits ? [{ kind: 'names', what: WHAT.number, examples: ['2'], more: 0 } as const] : []),
    ...signs.map(asText),
    ...(next.end ? [{ kind: 'end' } as const] : []),
    ...keywords.filter((text) => !isSign(text)).map(asText),
  ];
}

function asText(text: string): Allowed {
  return { kind: 'text', text };
}

/** Of a column that takes a few texts, of the units of DATE_TRUNC and the like. */
export function isListOfTexts(allowed: Allowed): boolean {
  return (
    allowed.kind === 'names' && allowed.what === 'one of' && allowed.examples.every((text) => text.startsWith("'"))
  );
}

function isSign(text: string): boolean {
  return /^[(),[\]]$/.test(text);
}

/** Texts of an enum can be cast to it wherever a text may stand: those few are no list of what can. */
function isForAnyText({ texts }: Mark, all: readonly Mark[]): boolean {
  return all.some(({ kind }) => kind === 'text') && texts.every((text) => text.startsWith("'"));
}

/** A choice of a few keywords is no list: `ANY`, `ALL`. */
function isKeywords({ texts }: Mark): boolean {
  return texts.length <= 4 && texts.every((text) => /^[A-Z ]+$/.test(text));
}

/** Tables that can be written under another name stand in the grammar twice. */
function isOfNames(list: Mark, all: readonly Mark[]): boolean {
  const tables = new Set(textsOf(all.filter(({ kind }) => kind === 'table')));
  return list.texts.every((text) => tables.has(text));
}

/** After `orders.` everything is a name of its columns, in whichever rule of the grammar. */
function afterPoint(before: string, found: string, { names: all, texts }: NextTokens): readonly Allowed[] {
  const qualifier = /(?:[\p{L}\p{N}_$.]|"(?:[^"]|"")*")+(?=\.$)/u.exec(before)?.[0] ?? '';
  const ofTables = textsOf(all.filter(({ kind }) => kind === 'column-of-table' || kind === 'listed'));
  const plain = texts.filter((text) => /^[\p{L}_"]/u.test(text));
  const rest = texts.filter((text) => !plain.includes(text)).map(asText);
  return [group(`a column of ${qualifier}`, [...ofTables, ...plain], found), ...rest];
}

/** Lists whose quotes belong to what stands before them: `DATE_TRUNC('` and one of the units. */
function quotedLists(marked: MarkedGrammar, before: string, next: NextTokens): readonly Allowed[] {
  if (!next.texts.includes("'")) return [];
  return nextTokens(marked, `${before}'`)
    .names.filter(({ kind }) => kind === 'listed')
    .map(({ texts }) => oneOf(texts.map((text) => `'${text}'`)));
}
