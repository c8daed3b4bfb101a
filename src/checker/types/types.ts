/** Postgres' types as far as the rules for operators and functions need them (documentation, chapters 8 and 10). */
import { must } from '../../platform/assert.ts';
import type { Schema } from '../../schema/model.ts';
import { quoteName } from '../../schema/names.ts';
import { TYPES } from './catalogue-data.ts';

/** One object for each type, so that the same type is the same object. */
export interface SqlType {
  /** `pg_type.typname`, `[]` added for arrays; types of the user as SQL text. */
  readonly name: string;
  /** What to call it to people. */
  readonly title: string;
  /** `pg_type.typcategory`: N numbers, S texts, B boolean, D dates and times, … */
  readonly category: string;
  /** Preferred among its category when a choice has to be made. */
  readonly isPreferred: boolean;
  /** Of an array. */
  readonly element: SqlType | null;
  /** What a range is of; for a multirange, the range. */
  readonly subtype: SqlType | null;
  /** Of an enum. */
  readonly labels: readonly string[] | null;
}

/** A literal in quotes, or NULL, until something gives it a type. */
export const UNKNOWN = special('unknown', 'text without a type');

/** What this checker cannot tell: a type of an extension, a column still to be introduced. Anything goes. */
export const UNSURE = special('?', 'something');

function special(name: string, title: string): SqlType {
  return { name, title, category: 'X', isPreferred: false, element: null, subtype: null, labels: null };
}

const builtIn = new Map<string, SqlType>();
const arrays = new WeakMap<SqlType, SqlType>();

for (const line of TYPES.trim().split('\n')) {
  const [, name = '', category = '', star, subtype, full] =
    /^(\S+) (\w)(\*)?(?: \((\S+)\))?(?: (\S+))?$/.exec(line) ?? [];
  builtIn.set(name, {
    name,
    title: full ? full.replaceAll('_', ' ') : name,
    category,
    isPreferred: star === '*',
    element: null,
    subtype: subtype === undefined ? null : must(builtIn.get(subtype), `the type ${subtype}`),
    labels: null,
  });
}

/** By `pg_type.typname`, with `[]` for its array. */
export function builtInType(name: string): SqlType {
  if (name.endsWith('[]')) return arrayOf(builtInType(name.slice(0, -2)));
  return must(builtIn.get(name), `the type ${name}`);
}

export const BOOLEAN = builtInType('bool');
export const TEXT = builtInType('text');
export const INTEGER = builtInType('int4');
export const BIGINT = builtInType('int8');
export const NUMERIC = builtInType('numeric');
export const RECORD = builtInType('record');

/** An array of arrays is an array: Postgres counts dimensions elsewhere. */
export function arrayOf(element: SqlType): SqlType {
  if (element.element || element === UNSURE) return element;
  let array = arrays.get(element);
  if (!array) {
    const name = `${element.name}[]`;
    array = { ...special(name, `${element.title}[]`), category: 'A', element };
    arrays.set(element, array);
  }
  return array;
}

/** How SQL writes types; `char` and `"char"` are two. */
const BY_SQL_NAME: ReadonlyMap<string, SqlType> = new Map([
  ...[...builtIn.values()].filter(({ name }) => name !== 'char').map((type): [string, SqlType] => [type.name, type]),
  ...Array.from(builtIn.values(), (type): [string, SqlType] => [type.title, type]),
  ['char', builtInType('bpchar')],
  ['decimal', NUMERIC],
  ['int', INTEGER],
]);

/** Finds a type by how `format_type` or canonical SQL writes it; UNSURE when it is none that is known. */
export type TypeFinder = (text: string) => SqlType;

/** Postgres' own types, and the enums and domains of the schema. */
export function typeFinder(schema: Schema): TypeFinder {
  const own = new Map<string, SqlType | { readonly base: string }>();
  for (const { namespace, name, labels } of schema.enums) {
    const text = typeText(namespace, name);
    own.set(text, { ...special(text, name), category: 'E', labels });
  }
  // Operators and functions see a domain as the type below it (documentation, 10.2).
  for (const { namespace, name, baseType } of schema.domains) own.set(typeText(namespace, name), { base: baseType });
  const find = (text: string): SqlType => {
    const plain = text.replace(/ ?\(\d+(?:, ?\d+)?\)/, '');
    if (plain.endsWith('[]')) return arrayOf(find(plain.slice(0, -2)));
    const found = own.get(plain) ?? BY_SQL_NAME.get(plain) ?? UNSURE;
    return 'base' in found ? find(found.base) : found;
  };
  return find;
}

function typeText(namespace: string, name: string): string {
  return namespace === 'public' ? quoteName(name) : `${quoteName(namespace)}.${quoteName(name)}`;
}
