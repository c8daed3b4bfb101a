import { isGenericWord } from '../generic-words.ts';
import type { Schema, Table } from '../model.ts';
import { stem, words } from '../stem.ts';
import { type JoinGraph, joinGraph, tableKey } from './join-graph.ts';

/** A table in which a stem occurs. */
export interface Occurrence {
  /** Its index in the schema. */
  readonly table: number;
  /** How much the best place tells about the table. */
  readonly weight: number;
  /** Whether that place is the table's name. */
  readonly inName: boolean;
}

/** Where the words of a schema occur, and what else linking needs to know of it. */
export interface SchemaWords {
  /** By stem, each table once. */
  readonly singles: ReadonlyMap<string, readonly Occurrence[]>;
  /** By two words written as one: `username` for a column `user_name`. */
  readonly pairs: ReadonlyMap<string, readonly Occurrence[]>;
  /** Stems of each table's name, in their order. */
  readonly names: readonly (readonly string[])[];
  readonly joins: JoinGraph;
}

const WEIGHTS = { name: 4, role: 3, column: 2, value: 2, comment: 1 } as const;

const made = new WeakMap<Schema, SchemaWords>();

/** Made once for each schema. */
export function schemaWords(schema: Schema): SchemaWords {
  const known = made.get(schema) ?? makeSchemaWords(schema);
  made.set(schema, known);
  return known;
}

function makeSchemaWords(schema: Schema): SchemaWords {
  const singles = new Map<string, Map<number, Occurrence>>();
  const pairs = new Map<string, Map<number, Occurrence>>();
  const roles = rolesOf(schema);
  for (const [index, table] of schema.tables.entries()) {
    const texts = [...textsOf(table), ...(roles.get(tableKey(table.namespace, table.name)) ?? [])];
    for (const { text, ...place } of texts) {
      const found = stemsOf(text);
      for (const single of found.singles) note(singles, single, { table: index, ...place });
      for (const pair of found.pairs) note(pairs, pair, { table: index, ...place });
    }
  }
  const names = schema.tables.map(({ name }) => nameStems(name));
  return { singles: listed(singles), pairs: listed(pairs), names, joins: joinGraph(schema.tables) };
}

/** Words before a table's name that say nothing about what it holds. */
const NAME_PREFIXES: ReadonlySet<string> = new Set(['app', 'dim', 'fact', 'fct', 't', 'tab', 'tb', 'tbl', 'v', 'vw']);

function nameStems(name: string): string[] {
  const all = words(name);
  const [first = '', ...rest] = all;
  return (rest.length > 0 && NAME_PREFIXES.has(first) ? rest : all).map(stem);
}

interface PlacedText extends Pick<Occurrence, 'weight' | 'inName'> {
  readonly text: string;
}

function textsOf(table: Table): PlacedText[] {
  const at = (text: string | null, weight: number): PlacedText[] => (text ? [{ text, weight, inName: false }] : []);
  return [
    { text: table.name, weight: WEIGHTS.name, inName: true },
    ...at(table.comment, WEIGHTS.comment),
    ...table.columns.flatMap((column) => [
      ...at(column.name, WEIGHTS.column),
      ...at(column.comment, WEIGHTS.comment),
      ...column.allowedValues.flatMap((value) => at(value, WEIGHTS.value)),
    ]),
  ];
}

/** What columns that refer to a table are called: `origin_id` says that airports are origins. */
function rolesOf(schema: Schema): Map<string, PlacedText[]> {
  const roles = new Map<string, PlacedText[]>();
  for (const key of schema.tables.flatMap((table) => table.foreignKeys)) {
    const target = tableKey(key.referencedNamespace, key.referencedTable);
    const texts = key.columns.map((text) => ({ text, weight: WEIGHTS.role, inName: false }));
    roles.set(target, [...(roles.get(target) ?? []), ...texts]);
  }
  return roles;
}

function note(all: Map<string, Map<number, Occurrence>>, key: string, occurrence: Occurrence): void {
  const tables = all.get(key) ?? new Map<number, Occurrence>();
  all.set(key, tables);
  const best = tables.get(occurrence.table);
  if (best === undefined || occurrence.weight > best.weight) tables.set(occurrence.table, occurrence);
}

function listed(all: ReadonlyMap<string, ReadonlyMap<number, Occurrence>>): Map<string, readonly Occurrence[]> {
  return new Map(Array.from(all, ([key, tables]) => [key, [...tables.values()]]));
}

export interface Stems {
  /** Of the words that can name something. */
  readonly singles: ReadonlySet<string>;
  /** Of each word and the next, written as one. */
  readonly pairs: ReadonlySet<string>;
}

export function stemsOf(text: string): Stems {
  const all = words(text);
  return {
    singles: new Set(all.filter((word) => !isGenericWord(word)).map(stem)),
    pairs: new Set(all.slice(1).map((word, index) => stem(`${all[index] ?? ''}${word}`))),
  };
}
