import { makeColumn, makeTable } from '../../src/grammar/testing/make-schema.ts';
import { must } from '../../src/platform/assert.ts';
import type { Column, Schema, Table, TypeClass } from '../../src/schema/model.ts';

const SUBJECTS = `
  account address appointment article asset author batch booking branch budget campaign carrier case category channel
  claim comment contract course customer delivery department device document driver employee event expense feature
  flight hotel incident invoice item lease lesson license location machine material meeting member message order
  patient payment`
  .trim()
  .split(/\s+/);
const PREFIXES = ['', 'archived_', 'draft_', 'partner_', 'internal_'];
const COLUMNS: readonly (readonly [string, TypeClass])[] = [
  ['name', 'text'],
  ['title', 'text'],
  ['description', 'text'],
  ['status', 'text'],
  ['email', 'text'],
  ['city', 'text'],
  ['country_code', 'text'],
  ['created_at', 'timestamp'],
  ['updated_at', 'timestamp'],
  ['due_on', 'date'],
  ['amount', 'number'],
  ['unit_price', 'number'],
  ['quantity', 'integer'],
  ['position', 'integer'],
  ['is_active', 'boolean'],
  ['settings', 'json'],
  ['rating', 'number'],
  ['phone_number', 'text'],
  ['reference', 'text'],
];
const STATUSES = ['new', 'open', 'paid', 'shipped', 'done', 'cancelled', 'failed', 'archived'];
/** Columns of a table besides its key and its foreign keys: five or six. */
const OWN_COLUMNS = 5;

/** A schema of so many tables with seven or eight columns each, keys between them, and a status of few values in every third. */
export function schemaOfSize(tableCount: number): Schema {
  const tables: Table[] = [];
  for (let index = 0; index < tableCount; index++) tables.push(tableOf(index, tables));
  return { tables, enums: [], domains: [], functions: [] };
}

function tableOf(index: number, earlier: readonly Table[]): Table {
  const subject = must(SUBJECTS[index % SUBJECTS.length], 'a subject');
  const name = `${PREFIXES[Math.floor(index / SUBJECTS.length) % PREFIXES.length]}${subject}s`;
  const parents =
    index === 0
      ? []
      : [...new Set([earlier[Math.floor(index / 2)], earlier[index - 1]])].flatMap((parent) => parent ?? []);
  const own = Array.from({ length: OWN_COLUMNS + (index % 2) }, (_, place) => ownColumn(index, place));
  return {
    ...makeTable({ name, columns: {} }),
    columns: [makeColumn('id', 'integer'), ...parents.map((parent) => makeColumn(keyTo(parent), 'integer')), ...own],
    primaryKey: ['id'],
    foreignKeys: parents.map((parent) => ({
      columns: [keyTo(parent)],
      referencedNamespace: 'public',
      referencedTable: parent.name,
      referencedColumns: ['id'],
    })),
  };
}

function ownColumn(index: number, place: number): Column {
  const [name, typeClass] = must(COLUMNS[(index * 3 + place * 4) % COLUMNS.length], 'a column');
  const column = makeColumn(name, typeClass);
  if (name !== 'status') return column;
  const from = index % STATUSES.length;
  return { ...column, allowedValues: [...STATUSES, ...STATUSES].slice(from, from + 4) };
}

function keyTo({ name }: Table): string {
  return `${name.replace(/s$/, '')}_id`;
}
