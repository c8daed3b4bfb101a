/** Names that a query may give to what it returns: the grammar offers them, the canonical printer turns others into them. */
import type { Schema } from '../schema/model.ts';
import { quoteName, RESERVED_WORDS } from '../schema/names.ts';

/**
 * Single words that answers are commonly named. Any other output name has an underscore, which no keyword that could
 * break a query has: "any word but a reserved one" would say the same and take a second more to compile.
 */
const COMMON_NAMES = `
  a age amount answer average avg b balance c change city cnt column1 column2 column3 cost costs count country cumulative date day days depth
  difference duration earliest first gap growth hour hours id key kind label last latest level length max maximum mean
  median min minimum minutes month months n name names num number oldest path pct people percent percentage period
  position price profit quantity quarter rank ranking rate rating ratio reason result revenue rn running s sales score
  share size spent start status sum total totals type units value week weekday weight x y year years`
  .trim()
  .split(/\s+/);

/**
 * How reserved words with an underscore begin: CURRENT_DATE, SESSION_USER. In a list of column names, where Postgres takes
 * none of them, no name with an underscore begins so: to tell the whole words apart would cost the grammar a third of the
 * time to compile.
 */
export const RESERVED_BEGINNINGS = ['cur', 'ses', 'sys'];

const SINGLE_WORD = /^[a-z][a-z0-9]*$/;
/** Nothing is said about underscores after the first, which makes the grammar a tenth faster to compile. */
const SNAKE_CASE = /^[a-z][a-z0-9]*_[a-z0-9_]+$/;
/** A beginning of theirs is followed by a letter or a digit. */
const RESERVED_BEGINNING = /^(?:c_|cu[_r]|s_|se[_s]|sy[_s])/;
/** Postgres cuts identifiers off at 63 bytes; an alias of that length is no name but a sentence. */
const MAX_LENGTH = 48;

/** Common names and the schema's own, as far as each can stand bare wherever an output name can; sorted. */
export function singleWordNames(schema: Schema): readonly string[] {
  return [...singleWordSet(schema)].sort();
}

/** Whether the grammar has `text` as a shaped name. */
export function isOutputName(text: string, schema: Schema): boolean {
  return (SNAKE_CASE.test(text) && !RESERVED_WORDS.has(text)) || singleWordSet(schema).has(text);
}

/** The same in a list of column names: `q1(…)`, `USING (…)`. */
export function isListName(text: string, schema: Schema): boolean {
  return isOutputName(text, schema) && (SINGLE_WORD.test(text) || !RESERVED_BEGINNING.test(text));
}

/** The alias as it is when the grammar has it, otherwise the nearest that it has: `"Total Sales"` → `total_sales`. */
export function outputName(alias: string, schema: Schema): string {
  const name = alias.length <= MAX_LENGTH && isOutputName(alias, schema) ? alias : shaped(alias);
  return isOutputName(name, schema) ? name : `${name}_1`;
}

/** The same in a list: `current_stock` → `n_current_stock`. */
export function listName(alias: string, schema: Schema): string {
  const name = outputName(alias, schema);
  return isListName(name, schema) ? name : `n_${shaped(alias)}`;
}

const sets = new WeakMap<Schema, ReadonlySet<string>>();

function singleWordSet(schema: Schema): ReadonlySet<string> {
  const known = sets.get(schema);
  if (known) return known;
  const ofSchema = [
    ...schema.tables.flatMap((table) => [table.name, ...table.columns.map((column) => column.name)]),
    ...schema.functions.flatMap((each) => each.outputColumns),
  ];
  const names = [...COMMON_NAMES, ...ofSchema].filter((name) => SINGLE_WORD.test(name) && quoteName(name) === name);
  const set = new Set(names);
  sets.set(schema, set);
  return set;
}

/** Lower-case ASCII letters, digits and single underscores, beginning with a letter. */
function shaped(alias: string): string {
  const words = alias
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, MAX_LENGTH)
    .replace(/^_+|_+$/g, '');
  if (words === '') return 'value';
  return /^[a-z]/.test(words) ? words : `n_${words}`;
}
