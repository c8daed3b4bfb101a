/**
 * One example database: a schema as Postgres would report it, rows, and how people speak of its tables and columns.
 */
import type { Column, Schema, Table, TypeClass } from '../../src/schema/model.ts';
import { quoteName, tableName, textLiteral } from '../../src/schema/names.ts';
import { randomAttribute } from './attributes.ts';
import type { ColumnSpec, Kind, TableSpec } from './parse-domains.ts';
import type { Random } from './random.ts';
import { ABBREVIATIONS, COLUMN_SYNONYMS, TABLE_SYNONYMS } from './speech.ts';
import { columnValues } from './values.ts';
import { capitalise, DICTIONARY, pluralise } from './words.ts';

export interface WorldColumn {
  readonly column: Column;
  readonly kind: Kind;
  /** The name's words as people say them: `unit price`. */
  readonly phrase: string;
  /** Other ways to say it. */
  readonly synonyms: readonly string[];
  /** Key into the tables of `speech.ts`; null when the words were replaced, so that no usage is tied to them. */
  readonly meaning: string | null;
  /** One value a row; null is NULL. Text as it stands in a question, without SQL quoting. */
  readonly values: readonly (string | null)[];
}

export interface WorldReference {
  readonly column: Column;
  readonly target: WorldTable;
  /** The role's words, such as `manager`; null when the column is named after its target. */
  readonly role: string | null;
  readonly values: readonly (string | null)[];
}

export interface WorldTable {
  readonly table: Table;
  /** SQL text of the name. */
  readonly sql: string;
  readonly key: Column;
  readonly singular: string;
  readonly plural: string;
  readonly synonyms: readonly string[];
  /** The noun in the dictionary of `speech.ts`; null when replaced. */
  readonly meaning: string | null;
  readonly columns: readonly WorldColumn[];
  readonly references: WorldReference[];
  readonly rowCount: number;
}

export interface World {
  readonly schema: Schema;
  readonly tables: readonly WorldTable[];
}

interface Style {
  /** Share of words replaced by dictionary words. */
  readonly replaced: number;
  readonly spelling: 'snake' | 'camel' | 'pascal' | 'upper';
  readonly tablesSingular: boolean;
  readonly tablePrefix: string;
  /** Primary key `id`, or `order_id` in orders. */
  readonly keyNamedAfterTable: boolean;
  readonly abbreviate: boolean;
}

const TYPE_OF_KIND: Readonly<Record<Kind, readonly (readonly [string, TypeClass, number])[]>> = {
  name: [
    ['text', 'text', 6],
    ['character varying(120)', 'text', 4],
  ],
  text: [
    ['text', 'text', 6],
    ['character varying(80)', 'text', 4],
  ],
  place: [
    ['text', 'text', 6],
    ['character varying(60)', 'text', 4],
  ],
  choice: [
    ['text', 'text', 6],
    ['character varying(20)', 'text', 4],
  ],
  money: [
    ['numeric(12,2)', 'number', 7],
    ['integer', 'integer', 2],
    ['double precision', 'number', 1],
  ],
  count: [
    ['integer', 'integer', 8],
    ['bigint', 'integer', 1],
    ['smallint', 'integer', 1],
  ],
  measure: [
    ['numeric(10,2)', 'number', 4],
    ['double precision', 'number', 3],
    ['real', 'number', 2],
  ],
  date: [
    ['date', 'date', 8],
    ['timestamp without time zone', 'timestamp', 1],
  ],
  timestamp: [
    ['timestamp without time zone', 'timestamp', 5],
    ['timestamp with time zone', 'timestamp', 4],
  ],
  flag: [['boolean', 'boolean', 1]],
};

export function makeWorld(specs: readonly TableSpec[], allSpecs: readonly TableSpec[], random: Random): World {
  const style = chooseStyle(random);
  const replace = wordReplacer(style, random);
  const names = new Set<string>();
  const tables: WorldTable[] = [];
  const bySpec = new Map<TableSpec, WorldTable>();
  for (const spec of specs) {
    const table = makeTable(spec, allSpecs, style, replace, names, random);
    if (table === null) continue;
    tables.push(table);
    bySpec.set(spec, table);
  }
  for (const [spec, table] of bySpec) addReferences(spec, table, specs, bySpec, style, replace, random);
  const ordered = random.chance(0.5) ? random.shuffle(tables) : tables;
  return {
    schema: { tables: ordered.map((table) => finishTable(table, random)), enums: [], domains: [], functions: [] },
    tables: ordered,
  };
}

function chooseStyle(random: Random): Style {
  return {
    replaced: random.weighted([
      [0, 40],
      [0.5, 32],
      [1, 28],
    ]),
    spelling: random.weighted<Style['spelling']>([
      ['snake', 88],
      ['camel', 7],
      ['pascal', 4],
      ['upper', 1],
    ]),
    tablesSingular: random.chance(0.25),
    tablePrefix: random.weighted([
      ['', 94],
      ['tbl_', 2],
      ['app_', 2],
      ['t_', 2],
    ]),
    keyNamedAfterTable: random.chance(0.3),
    abbreviate: random.chance(0.1),
  };
}

/** Replaces words consistently over one schema. */
function wordReplacer(style: Style, random: Random): (word: string) => string {
  const chosen = new Map<string, string>();
  return (word) => {
    const known = chosen.get(word);
    if (known !== undefined) return known;
    const replacement = random.chance(style.replaced) ? random.pick(DICTIONARY) : word;
    chosen.set(word, replacement);
    return replacement;
  };
}

function spell(words: readonly string[], style: Style): string {
  const written = style.abbreviate ? words.map((word) => ABBREVIATIONS[word] ?? word) : words;
  switch (style.spelling) {
    case 'snake':
      return written.join('_');
    case 'camel':
      return written.map((word, index) => (index === 0 ? word : capitalise(word))).join('');
    case 'pascal':
      return written.map(capitalise).join('');
    case 'upper':
      return written.join('_').toUpperCase();
  }
}

function makeTable(
  spec: TableSpec,
  allSpecs: readonly TableSpec[],
  style: Style,
  replace: (word: string) => string,
  names: Set<string>,
  random: Random,
): WorldTable | null {
  const singular = spec.singular.split(' ').map(replace).join(' ');
  const plural = pluralise(singular);
  const name = style.tablePrefix + spell((style.tablesSingular ? singular : plural).split(' '), style);
  if (names.has(name)) return null;
  names.add(name);
  const key = columnOf(
    style.keyNamedAfterTable ? spell([...singular.split(' '), 'id'], style) : spell(['id'], style),
    'integer',
    'integer',
    {
      nullable: false,
    },
  );
  const rowCount = random.int(7, 14);
  const used = new Set([key.name]);
  const columns: WorldColumn[] = [];
  for (const column of chooseColumns(spec, allSpecs, random)) {
    const made = makeColumn(column, spec, rowCount, style, replace, random);
    if (used.has(made.column.name)) continue;
    used.add(made.column.name);
    columns.push(made);
  }
  const meaning = singular === spec.singular ? spec.singular : null;
  const table: Table = {
    namespace: 'public',
    name,
    kind: 'table',
    comment: null,
    columns: [],
    primaryKey: [key.name],
    uniqueKeys: [],
    foreignKeys: [],
    checks: [],
    rowCount,
  };
  return {
    table,
    sql: tableName(table),
    key,
    singular,
    plural,
    synonyms: meaning === null ? [] : (TABLE_SYNONYMS[meaning] ?? []),
    meaning,
    columns,
    references: [],
    rowCount,
  };
}

/** Most of the table's own columns, and now and then one of another domain's. */
function chooseColumns(spec: TableSpec, allSpecs: readonly TableSpec[], random: Random): ColumnSpec[] {
  const own = spec.columns.filter((column) => random.chance(column.kind === 'name' ? 0.93 : 0.75));
  const borrowed = random.chance(0.35)
    ? random.sample(random.pick(allSpecs).columns, random.int(1, 2)).filter((column) => column.kind !== 'name')
    : [];
  const measured = random.chance(0.35) ? [randomAttribute(random)] : [];
  const columns = [...(own.length === 0 ? spec.columns : own), ...borrowed, ...measured];
  return random.chance(0.4) ? random.shuffle(columns) : columns;
}

function makeColumn(
  spec: ColumnSpec,
  table: TableSpec,
  rowCount: number,
  style: Style,
  replace: (word: string) => string,
  random: Random,
): WorldColumn {
  const keepName =
    (spec.kind === 'name' && random.chance(0.75)) ||
    (spec.kind === 'place' && random.chance(0.35)) ||
    (spec.spoken !== undefined && random.chance(0.6));
  const words = keepName ? spec.words : spec.words.map(replace);
  const isNatural = words.join(' ') === spec.words.join(' ');
  const [type, typeClass] = random.weighted(TYPE_OF_KIND[spec.kind].map((entry) => [entry, entry[2]] as const));
  const choices = isNatural || random.chance(0.4) ? spec.choices : spec.choices.map(() => random.pick(DICTIONARY));
  const nullable = spec.nullable || random.chance(0.05);
  const listed = spec.kind === 'choice' && random.chance(0.6);
  const column = columnOf(spell(words, style), type, typeClass, {
    nullable,
    allowedValues: listed ? [...new Set(choices)] : [],
  });
  const phrase = isNatural && spec.spoken !== undefined ? spec.spoken : words.join(' ');
  return {
    column,
    kind: spec.kind,
    phrase,
    synonyms: isNatural ? (COLUMN_SYNONYMS[phrase] ?? []) : [],
    meaning: isNatural ? phrase : null,
    values: columnValues({ spec, choices, type, table: table.singular, rowCount, nullable }, random),
  };
}

function addReferences(
  spec: TableSpec,
  table: WorldTable,
  specs: readonly TableSpec[],
  bySpec: ReadonlyMap<TableSpec, WorldTable>,
  style: Style,
  replace: (word: string) => string,
  random: Random,
): void {
  for (const reference of spec.references) {
    const targetSpec = specs.find((other) => other.domain === spec.domain && other.id === reference.target);
    const target = targetSpec && bySpec.get(targetSpec);
    if (target === undefined) continue;
    const roleWords = reference.role?.map(replace) ?? null;
    const words = [...(roleWords ?? target.singular.split(' ')), 'id'];
    const name = spell(words, style);
    const isTaken =
      table.references.some((other) => other.column.name === name) ||
      table.columns.some((other) => other.column.name === name) ||
      name === table.key.name;
    if (isTaken) continue;
    const isSelf = target === table;
    const values = Array.from({ length: table.rowCount }, (_, row) => {
      if (isSelf) return row === 0 ? null : String(random.int(1, row));
      return reference.nullable && random.chance(0.15)
        ? null
        : String(random.int(1, Math.max(1, target.rowCount - random.int(0, 2))));
    });
    table.references.push({
      column: columnOf(name, 'integer', 'integer', { nullable: reference.nullable || isSelf }),
      target,
      role: roleWords?.join(' ') ?? null,
      values,
    });
  }
}

/** The catalogue's form of a table, with its references in a natural place. */
function finishTable(world: WorldTable, random: Random): Table {
  const references = world.references.map((reference) => reference.column);
  const own = world.columns.map((entry) => entry.column);
  const referencesFirst = random.chance(0.5);
  return {
    ...world.table,
    columns: [world.key, ...(referencesFirst ? [...references, ...own] : [...own, ...references])],
    foreignKeys: world.references.map((reference) => ({
      columns: [reference.column.name],
      referencedNamespace: 'public',
      referencedTable: reference.target.table.name,
      referencedColumns: [reference.target.key.name],
    })),
  };
}

function columnOf(
  name: string,
  type: string,
  typeClass: TypeClass,
  options: { nullable: boolean; allowedValues?: readonly string[] },
): Column {
  return {
    name,
    type,
    typeClass,
    nullable: options.nullable,
    defaultExpression: null,
    generated: false,
    allowedValues: options.allowedValues ?? [],
    comment: null,
  };
}

/** The script that makes the world's tables and rows. Foreign keys come last, so that tables stand in any order. */
export function worldScript(world: World): string {
  const statements: string[] = [];
  for (const { schemaTable, worldTable } of pairs(world)) {
    const columns = schemaTable.columns.map((column) => {
      const key = column.name === worldTable.key.name ? ' PRIMARY KEY' : '';
      const check =
        column.allowedValues.length > 0
          ? ` CHECK (${quoteName(column.name)} IN (${column.allowedValues.map(textLiteral).join(', ')}))`
          : '';
      return `${quoteName(column.name)} ${column.type}${key}${column.nullable || key !== '' ? '' : ' NOT NULL'}${check}`;
    });
    statements.push(`CREATE TABLE ${worldTable.sql} (${columns.join(', ')})`);
    const valueLists = new Map<string, readonly (string | null)[]>([
      [worldTable.key.name, Array.from({ length: worldTable.rowCount }, (_, row) => String(row + 1))],
      ...worldTable.columns.map((entry) => [entry.column.name, entry.values] as const),
      ...worldTable.references.map((entry) => [entry.column.name, entry.values] as const),
    ]);
    const rows = Array.from(
      { length: worldTable.rowCount },
      (_, row) =>
        `(${schemaTable.columns.map((column) => cell(valueLists.get(column.name)?.[row] ?? null)).join(', ')})`,
    );
    statements.push(`INSERT INTO ${worldTable.sql} VALUES ${rows.join(', ')}`);
  }
  return statements.join(';\n');
}

function pairs(world: World): { schemaTable: Table; worldTable: WorldTable }[] {
  return world.tables.flatMap((worldTable) => {
    const schemaTable = world.schema.tables.find((table) => table.name === worldTable.table.name);
    return schemaTable === undefined ? [] : [{ schemaTable, worldTable }];
  });
}

function cell(value: string | null): string {
  return value === null ? 'NULL' : textLiteral(value);
}
