import type { Schema, Table } from '../../schema/model.ts';
import { unquoteName } from '../../schema/names.ts';
import { queryNames } from '../../schema/query-names.ts';
import type { NamesInQuery, TableInQuery } from './names-in-query.ts';

/** Rows that a write knows under these names. */
const WRITTEN_ROWS = ['excluded', 'old', 'new'];

/** What a query can call its own columns. Postgres cuts a long name off, so that its shape may be lost. */
const OWN_NAME = /^[a-z_][a-z0-9_]*$/;

/** The names in a statement that neither the schema has nor canonical SQL lets a query give: ideally none. */
export function unknownNames({ tables, columns, written }: NamesInQuery, schema: Schema): unknown[] {
  const known = knownColumns(schema);
  const anyColumn = new Set(schema.tables.flatMap((table) => table.columns.map((column) => column.name)));
  const isOwnColumn = (name: string) => name === '*' || OWN_NAME.test(name) || anyColumn.has(name);
  const isKnownColumn = (parts: readonly string[]) => {
    const column = parts.at(-1) ?? '';
    const [source = ''] = parts;
    // A single name is one of the query's own, in ORDER BY, or the star.
    if (parts.length === 1) return column === '*' || OWN_NAME.test(column);
    if (parts.length === 2 && isDerivedName(source, schema)) return isOwnColumn(column);
    if (parts.length === 2 && WRITTEN_ROWS.includes(source)) return anyColumn.has(column) || column === '*';
    return known.get(JSON.stringify(parts.slice(0, -1)))?.has(column) ?? false;
  };
  return [
    ...tables.filter((table) => !isKnownTable(table, schema)),
    ...columns.filter((parts) => !isKnownColumn(parts)),
    ...written.filter(({ table, column }) => !findTable(table, schema)?.columns.some(({ name }) => name === column)),
  ];
}

/** The names by which a query may call tables, as their parts in JSON, with their columns. */
function knownColumns(schema: Schema): ReadonlyMap<string, ReadonlySet<string>> {
  const names = queryNames(schema);
  const known = new Map<string, Set<string>>();
  for (const table of schema.tables) {
    const qualified = table.namespace === 'public' ? [table.name] : [table.namespace, table.name];
    for (const name of [qualified, ...names.aliasesOf(table).map((alias) => [unquoteName(alias)])]) {
      known.set(JSON.stringify(name), new Set(['*', ...table.columns.map((column) => column.name)]));
    }
  }
  return known;
}

function isDerivedName(name: string, schema: Schema): boolean {
  const { derivedPrefix } = queryNames(schema);
  return name.startsWith(derivedPrefix) && /^[1-9]\d?$/.test(name.slice(derivedPrefix.length));
}

function isKnownTable(found: TableInQuery, schema: Schema): boolean {
  const { alias } = found;
  if (found.namespace === null && isDerivedName(found.name, schema))
    return alias === null || isDerivedName(alias, schema);
  const table = findTable(found, schema);
  return (
    table !== undefined && (alias === null || queryNames(schema).aliasesOf(table).map(unquoteName).includes(alias))
  );
}

function findTable({ namespace, name }: TableInQuery, schema: Schema): Table | undefined {
  return schema.tables.find((table) => table.name === name && table.namespace === (namespace ?? 'public'));
}
