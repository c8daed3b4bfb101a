import type { Allowed } from '../contract.ts';
import type { Mark, MarkedGrammar } from './marked-grammar.ts';
import type { NameKind } from './name-kinds.ts';
import { type NextTokens, nextTokens } from './next-tokens.ts';

/** Entries that a person reads; what else is allowed is counted. */
const MAX_ALLOWED = 12;
/** Of one kind. */
const MAX_EXAMPLES = 6;
/** Of a list that is all that a place takes. */
const MAX_LISTED = 12;

/** Names to show where the grammar's own rules have none whole. */
export interface AllowedContext {
  /** As canonical SQL writes them, the likeliest first: `orders.id`. */
  readonly columns: readonly string[];
  /** Whether the query has CTEs or derived tables. */
  readonly hasDerived: boolean;
}

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
  const lists = next.names.filter(({ kind }) => kind === 'listed');
  const keywords = [...lists.filter(isKeywords).flatMap((list) => list.texts.map((text) => text.trim())), ...texts];
  const signs = keywords.filter(isSign);
  return [
    ...quoted,
    ...lists.filter((list) => !isKeywords(list) && !isOfNames(list, next.names)).map(({ texts: all }) => oneOf(all)),
    ...names(next.names, found, context),
    ...(next.digits ? [{ kind: 'names', what: WHAT.number, examples: ['2'], more: 0 } as const] : []),
    ...signs.map(asText),
    ...(next.end ? [{ kind: 'end' } as const] : []),
    ...keywords.filter((text) => !isSign(text)).map(asText),
  ];
}

/** The first dozen, and how many more there are. */
export function firstOf(allowed: readonly Allowed[]): { readonly allowed: readonly Allowed[]; readonly more: number } {
  return { allowed: allowed.slice(0, MAX_ALLOWED), more: Math.max(0, allowed.length - MAX_ALLOWED) };
}

function asText(text: string): Allowed {
  return { kind: 'text', text };
}

export function isSign(text: string): boolean {
  return /^[(),[\]]$/.test(text);
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

const WHAT: Readonly<Record<Exclude<NameKind, 'listed'>, string>> = {
  table: 'a table',
  'column-of-table': 'a column',
  column: 'a column',
  function: 'a function',
  text: 'a text in quotes',
  number: 'a number',
  type: 'a type',
  'new-name': 'a name for what the query returns',
  derived: 'a CTE or derived table',
  window: 'a window',
  operator: 'an operator',
  subquery: 'a query in parentheses',
  'all-columns': 'all columns of a table',
  prefix: 'a sign before a value',
};

/** Of kinds that are endless. */
const EXAMPLES: Partial<Record<NameKind, readonly string[]>> = {
  text: ["'…'"],
  number: ['12', '0.5'],
  'new-name': ['order_count', 'total'],
  derived: ['q1', 'q2'],
  window: ['w', 'w2'],
  subquery: ['(SELECT …)'],
};

const KINDS_SHOWN = [
  'table',
  'column-of-table',
  'column',
  'function',
  'text',
  'number',
  'type',
  'new-name',
  'derived',
  'window',
  'operator',
  'subquery',
  'all-columns',
  'prefix',
] as const satisfies readonly (keyof typeof WHAT)[];

function names(all: readonly Mark[], found: string, context: AllowedContext): Allowed[] {
  return KINDS_SHOWN.flatMap((kind): Allowed[] => {
    const marks = all.filter((mark) => mark.kind === kind);
    if (marks.length === 0 || (kind === 'derived' && !context.hasDerived)) return [];
    const made = EXAMPLES[kind];
    if (made) return [{ kind: 'names', what: WHAT[kind], examples: made, more: 0 }];
    return [group(WHAT[kind], namesOf(kind, marks, context), found)];
  });
}

function namesOf(kind: NameKind, marks: readonly Mark[], { columns }: AllowedContext): readonly string[] {
  switch (kind) {
    case 'column':
      return columns;
    case 'all-columns':
      return columns.map((column) => column.replace(/\.(?:[^."]+|"(?:[^"]|"")*")$/u, '.*'));
    case 'function':
      return familiarFirst(textsOf(marks).flatMap(functionName));
    case 'table':
      return textsOf(marks).map((text) => text.replace(/ AS .*/su, ''));
    case 'type':
      return familiarFirst(textsOf(marks).flatMap((text) => (text.endsWith('[]') ? [] : [text.replace(/\($/, '')])));
    default:
      return textsOf(marks);
  }
}

function textsOf(marks: readonly Mark[]): readonly string[] {
  return [...new Set(marks.flatMap(({ texts }) => texts))];
}

/** Words that begin a value and are no functions. */
const NO_FUNCTION =
  /^(?:ARRAY|CASE|CURRENT_\w+|EXISTS|FALSE|INTERVAL|LOCALTIME|LOCALTIMESTAMP|NULL|SESSION_USER|TRUE)$/;

/** `DATE_TRUNC('` is DATE_TRUNC. */
function functionName(text: string): readonly string[] {
  const name = /^(?:[\p{L}\p{N}_$.]|"(?:[^"]|"")*")+/u.exec(text)?.[0] ?? '';
  return name === '' || NO_FUNCTION.test(name) ? [] : [name];
}

/** Better examples than the first of the alphabet. */
const FAMILIAR =
  'COUNT SUM AVG MIN MAX ROUND COALESCE LOWER GENERATE_SERIES UNNEST integer numeric text date timestamp boolean'.split(
    ' ',
  );

function familiarFirst(texts: readonly string[]): readonly string[] {
  return [...FAMILIAR.filter((text) => texts.includes(text)), ...texts];
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

function oneOf(texts: readonly string[]): Allowed {
  const examples = texts.slice(0, MAX_LISTED);
  return { kind: 'names', what: 'one of', examples, more: texts.length - examples.length };
}

function group(what: string, texts: readonly string[], found: string): Allowed {
  const all = [...new Set(texts)];
  const examples = nearest(all, found).slice(0, MAX_EXAMPLES);
  return { kind: 'names', what, examples, more: all.length - examples.length };
}

/** Those that begin like what stood there first; otherwise in their order. */
function nearest(texts: readonly string[], found: string): readonly string[] {
  return texts
    .map((text) => ({ text, shared: sharedBeginning(text.toLowerCase(), found.toLowerCase()) }))
    .sort((a, b) => b.shared - a.shared)
    .map(({ text }) => text);
}

/** A first letter alone is chance. */
function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length < 2 ? 0 : length;
}
