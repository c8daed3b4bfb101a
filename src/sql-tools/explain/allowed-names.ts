import type { Allowed } from '../contract.ts';
import { group } from './groups.ts';
import type { Mark } from './marked-grammar.ts';
import type { NameKind } from './name-kinds.ts';
import { nameAtStart } from './tokens.ts';

/** Names to show where the grammar's own rules have none whole. */
export interface AllowedContext {
  /** As canonical SQL writes them: `orders.id`. */
  readonly columns: readonly string[];
  /** Those of them, and of CTEs and the like, that the query reads where it goes wrong; empty where it has no FROM. */
  readonly inReach: readonly string[];
  /** Whether the query has CTEs or derived tables. */
  readonly hasDerived: boolean;
}

export const WHAT: Readonly<Record<Exclude<NameKind, 'listed'>, string>> = {
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

/** The kinds of names that can stand in a place, the most telling first. */
export function namesAllowed(all: readonly Mark[], found: string, context: AllowedContext): Allowed[] {
  return KINDS_SHOWN.flatMap((kind): Allowed[] => {
    const marks = all.filter((mark) => mark.kind === kind);
    if (marks.length === 0 || (kind === 'derived' && !context.hasDerived)) return [];
    const made = EXAMPLES[kind];
    if (made) return [{ kind: 'names', what: WHAT[kind], examples: made, more: 0 }];
    const { likely, others } = namesOf(kind, marks, context);
    return [group(WHAT[kind], likely, found, others)];
  });
}

interface Names {
  readonly likely: readonly string[];
  /** Further ones that serve as examples only where there is no likely one. */
  readonly others: readonly string[];
}

function namesOf(kind: NameKind, marks: readonly Mark[], { columns, inReach }: AllowedContext): Names {
  if (kind === 'column') return { likely: inReach, others: columns };
  if (kind === 'all-columns') return { likely: inReach.map(starOf), others: columns.map(starOf) };
  return { likely: listOf(kind, marks), others: [] };
}

function starOf(column: string): string {
  return column.replace(/\.(?:[^."]+|"(?:[^"]|"")*")$/u, '.*');
}

function listOf(kind: NameKind, marks: readonly Mark[]): readonly string[] {
  switch (kind) {
    case 'function':
      return functionNames(marks);
    case 'table':
      return textsOf(marks).map((text) => text.replace(/ AS .*/su, ''));
    case 'type':
      return familiarFirst(textsOf(marks).flatMap((text) => (text.endsWith('[]') ? [] : [text.replace(/\($/, '')])));
    default:
      return textsOf(marks);
  }
}

export function textsOf(marks: readonly Mark[]): readonly string[] {
  return [...new Set(marks.flatMap(({ texts }) => texts))];
}

export function functionNames(marks: readonly Mark[]): readonly string[] {
  return familiarFirst(textsOf(marks.filter(({ kind }) => kind === 'function')).flatMap(functionName));
}

/** Words that begin a value and are no functions. */
const NO_FUNCTION =
  /^(?:ARRAY|CASE|CURRENT_\w+|EXISTS|FALSE|INTERVAL|LOCALTIME|LOCALTIMESTAMP|NULL|SESSION_USER|TRUE)$/;

/** `DATE_TRUNC('` is DATE_TRUNC. */
function functionName(text: string): readonly string[] {
  const name = nameAtStart(text);
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
