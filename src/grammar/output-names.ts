/** Names that a query may give to what it returns: the grammar offers them, the canonical printer turns others into them. */
import type { Schema } from '../schema/model.ts';
import { quoteName } from '../schema/names.ts';

/**
 * Single words that answers are commonly named. Any other output name has an underscore, which no keyword that could
 * break a query has: "any word but a reserved one" would say the same and take a second more to compile.
 */
const COMMON_NAMES = `
  a age amount answer average avg b balance change city cnt column1 column2 column3 cost costs count country cumulative date day days depth
  difference duration earliest first gap growth hour hours id key kind label last latest level length max maximum mean
  median min minimum minutes month months n name names num number oldest path pct people percent percentage period
  position price profit quantity quarter rank ranking rate rating ratio reason result revenue rn running sales score
  share size spent start status sum total totals type units value week weekday weight x y year years`
  .trim()
  .split(/\s+/);

const SINGLE_WORD = /^[a-z][a-z0-9]*$/;
const SNAKE_CASE = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/;
/** Postgres cuts identifiers off at 63 bytes; an alias of that length is no name but a sentence. */
const MAX_LENGTH = 48;

/** Common names and the schema's own, as far as each can stand bare wherever an output name can; sorted. */
export function singleWordNames(schema: Schema): readonly string[] {
  return [...singleWordSet(schema)].sort();
}

/** Whether the grammar has `text` as a shaped name. */
export function isOutputName(text: string, schema: Schema): boolean {
  return SNAKE_CASE.test(text) || singleWordSet(schema).has(text);
}

/** The alias as it is when the grammar has it, otherwise the nearest that it has: `"Total Sales"` → `total_sales`. */
export function outputName(alias: string, schema: Schema): string {
  const name = shaped(alias);
  return isOutputName(name, schema) ? name : `${name}_1`;
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
