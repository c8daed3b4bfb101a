import fc from 'fast-check';
import type { ForeignKey, Schema, Table, TypeClass } from '../../schema/model.ts';
import { makeColumn, makeTable } from './make-schema.ts';

const TYPE_CLASSES: readonly TypeClass[] = [
  'integer',
  'number',
  'text',
  'boolean',
  'date',
  'timestamp',
  'time',
  'json',
  'other',
];

/** Postgres cuts an identifier off after 63 bytes; a number for a second appearance has to fit as well. */
const MAX_NAME_BYTES = 60;

/** Plain, camelCase, keyword, accented, spaced and quoted names, names that end in a number, and any other text. */
const arbitraryName: fc.Arbitrary<string> = fc
  .oneof(
    fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/),
    fc.stringMatching(/^[a-z]{1,6}[A-Z][a-z]{0,6}$/),
    fc.constantFrom('select', 'order', 'user', 'table', 'between', 'values', 'row', 'coalesce', 'current_date', 'TRUE'),
    fc.constantFrom('straße', 'größe', '数量', '😀 mood', 'Ünïcode', 'naïve'),
    fc.constantFrom(
      't',
      't2',
      't3',
      't22',
      'with "quotes"',
      '"',
      "it's",
      'a.b',
      'a b',
      ' ',
      '*',
      '--',
      'new\nline',
      '\\',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  )
  .filter((name) => !name.includes('\0') && new TextEncoder().encode(name).length <= MAX_NAME_BYTES);

interface TableDraft {
  readonly namespace: string;
  readonly name: string;
  readonly columns: readonly (readonly [string, TypeClass])[];
}

interface KeyDraft {
  readonly child: number;
  readonly parent: number;
  readonly columnCount: number;
}

const arbitraryTable: fc.Arbitrary<TableDraft> = fc.record({
  namespace: fc.constantFrom('public', 'public', 'public', 'sales', 'My Namespace'),
  name: arbitraryName,
  columns: fc.uniqueArray(fc.tuple(arbitraryName, fc.constantFrom(...TYPE_CLASSES)), {
    minLength: 1,
    maxLength: 6,
    selector: ([name]) => name,
  }),
});

const arbitraryKey: fc.Arbitrary<KeyDraft> = fc.record({
  child: fc.nat(20),
  parent: fc.nat(20),
  columnCount: fc.integer({ min: 1, max: 3 }),
});

/** One to six tables with a column or more, with keys between any of them, to themselves and of several columns. */
export const arbitrarySchema: fc.Arbitrary<Schema> = fc
  .record({
    tables: fc.uniqueArray(arbitraryTable, {
      minLength: 1,
      maxLength: 6,
      selector: ({ namespace, name }) => JSON.stringify([namespace, name]),
    }),
    keys: fc.array(arbitraryKey, { maxLength: 6 }),
  })
  .map(({ tables, keys }) => ({
    enums: [],
    tables: tables.map((draft, index): Table => {
      const own = keys.filter((key) => key.child % tables.length === index);
      return {
        ...makeTable({ namespace: draft.namespace, name: draft.name, columns: {} }),
        // Not by way of an object, which would put a column called `7` first.
        columns: draft.columns.map(([name, typeClass]) => makeColumn(name, typeClass)),
        foreignKeys: own.flatMap((key) => keyBetween(draft, tables[key.parent % tables.length], key.columnCount)),
      };
    }),
  }));

function keyBetween(child: TableDraft, parent: TableDraft | undefined, columnCount: number): ForeignKey[] {
  if (!parent) return [];
  const count = Math.min(columnCount, child.columns.length, parent.columns.length);
  return [
    {
      columns: child.columns.slice(0, count).map(([name]) => name),
      referencedNamespace: parent.namespace,
      referencedTable: parent.name,
      referencedColumns: parent.columns.slice(0, count).map(([name]) => name),
    },
  ];
}
