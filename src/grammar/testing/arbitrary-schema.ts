import fc from 'fast-check';
import type { Column, EnumType, ForeignKey, Schema, SchemaFunction, Table, TypeClass } from '../../schema/model.ts';
import { callableName } from '../../schema/names.ts';
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
  readonly columns: readonly (readonly [name: string, typeClass: TypeClass, allowedValues: readonly string[]])[];
}

interface KeyDraft {
  readonly child: number;
  readonly parent: number;
  readonly columnCount: number;
}

/** What a column of an enum or with a list of allowed values may take: mostly anything. */
const arbitraryValues: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  fc.constantFrom(['new', 'paid', "won't pay"], ['', 'ü', '"', '\\'], ['S', 'M', 'L', 'XL']),
);

const arbitraryTable: fc.Arbitrary<TableDraft> = fc.record({
  namespace: fc.constantFrom('public', 'public', 'public', 'sales', 'My Namespace'),
  name: arbitraryName,
  columns: fc.uniqueArray(fc.tuple(arbitraryName, fc.constantFrom(...TYPE_CLASSES), arbitraryValues), {
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

const arbitraryFunction: fc.Arbitrary<SchemaFunction> = fc
  .record({
    namespace: fc.constantFrom('public', 'sales'),
    name: arbitraryName,
    kind: fc.constantFrom('scalar', 'set', 'aggregate', 'window'),
    arguments: fc.nat(3),
    defaults: fc.nat(3),
    isVariadic: fc.boolean(),
  })
  .map(({ namespace, name, kind, arguments: count, defaults, isVariadic }) => ({
    namespace,
    name,
    kind,
    argumentTypes: Array.from({ length: count }, () => 'integer'),
    requiredArguments: Math.max(0, count - defaults),
    isVariadic: isVariadic && count > 0,
    resultType: 'integer',
    outputColumns: [],
    comment: null,
  }));

const arbitraryEnum: fc.Arbitrary<EnumType> = fc.record({
  namespace: fc.constantFrom('public', 'sales'),
  name: arbitraryName,
  labels: fc.constantFrom(['low', 'high'], ["won't", 'ü', '"']),
});

/** A column of an enum, of a domain over it, or of an array of either. */
interface EnumColumnDraft {
  readonly table: number;
  readonly enum: number;
  readonly isDomain: boolean;
  readonly isArray: boolean;
}

const arbitraryEnumColumn: fc.Arbitrary<EnumColumnDraft> = fc.record({
  table: fc.nat(20),
  enum: fc.nat(20),
  isDomain: fc.boolean(),
  isArray: fc.boolean(),
});

/**
 * One to six tables with a column or more, with keys between any of them, to themselves and of several columns; a few
 * functions and types.
 */
export const arbitrarySchema: fc.Arbitrary<Schema> = fc
  .record({
    tables: fc.uniqueArray(arbitraryTable, {
      minLength: 1,
      maxLength: 6,
      selector: ({ namespace, name }) => JSON.stringify([namespace, name]),
    }),
    keys: fc.array(arbitraryKey, { maxLength: 6 }),
    functions: fc.array(arbitraryFunction, { maxLength: 3 }),
    enums: fc.uniqueArray(arbitraryEnum, { maxLength: 2, selector: callableName }),
    enumColumns: fc.array(arbitraryEnumColumn, { maxLength: 4 }),
  })
  .map(({ tables, keys, functions, enums, enumColumns }) => ({
    enums,
    domains: enums.map((each, index) => ({ ...domainOver(index), baseType: callableName(each) })),
    functions,
    tables: tables.map((draft, index): Table => {
      const own = keys.filter((key) => key.child % tables.length === index);
      return {
        ...makeTable({ namespace: draft.namespace, name: draft.name, columns: {} }),
        // Not by way of an object, which would put a column called `7` first.
        columns: [
          ...draft.columns.map(([name, typeClass, allowedValues]) => ({
            ...makeColumn(name, typeClass),
            allowedValues,
          })),
          ...enumColumns
            .filter((column) => column.table % tables.length === index)
            .flatMap((column, place) => columnOfEnum(column, place, enums)),
        ],
        foreignKeys: own.flatMap((key) => keyBetween(draft, tables[key.parent % tables.length], key.columnCount)),
      };
    }),
  }));

function domainOver(index: number): { readonly namespace: string; readonly name: string } {
  return { namespace: 'public', name: `domain ${index}` };
}

function columnOfEnum(draft: EnumColumnDraft, place: number, enums: readonly EnumType[]): Column[] {
  const index = draft.enum % Math.max(1, enums.length);
  const found = enums[index];
  if (!found) return [];
  const type = callableName(draft.isDomain ? domainOver(index) : found);
  const column = makeColumn(`Of Enum ${place}`, draft.isArray ? 'other' : 'text');
  return [draft.isArray ? { ...column, type: `${type}[]` } : { ...column, type, allowedValues: found.labels }];
}

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
