/**
 * Rows that look like those of a real application, for any schema: the same for the same seed, parents before their
 * children, and within all constraints that are understood. What is not understood is tried: whoever puts the rows in
 * (`workers/database/fill-tables.ts`) has those that Postgres refuses drawn anew.
 */
import type { ForeignKey, Schema, Table } from '../schema/model.ts';
import { type CatalogueFacts, NO_FACTS, tableKey } from './facts.ts';
import { GroupFiller } from './plan/group-filler.ts';
import { LinkFiller } from './plan/link-filler.ts';
import { fillOrder, type Reference, withNeededParents } from './plan/order.ts';
import { compileTable, optionalColumns } from './rows/compile-table.ts';
import { KeyPools } from './rows/key-pools.ts';
import { TableFiller } from './rows/table-filler.ts';

export const MIN_ROWS = 10;
export const MAX_ROWS = 10_000;

export interface SampleRowsOptions {
  readonly seed: number;
  /** A table; fewer where its keys have not so many values. */
  readonly rows: number;
  /**
   * Those to fill, with the empty tables that their rows need; when absent, all that are empty. Rows come on top of
   * those that a table holds.
   */
  readonly tables?: readonly { readonly namespace: string; readonly name: string }[] | undefined;
  readonly facts?: CatalogueFacts;
}

export interface FillPlan {
  /** Tables whose rows have to be made known (`adopt`) before any row is drawn: they are parents, or hold rows already. */
  readonly known: readonly KnownTable[];
  /** In this order; each group's rows go in together. */
  readonly groups: readonly GroupFiller[];
  /** After all groups. */
  readonly links: readonly LinkFiller[];
}

export interface KnownTable {
  readonly table: { readonly namespace: string; readonly name: string };
  /** What has to be read. */
  readonly columns: readonly string[];
  readonly adopt: (rows: readonly (readonly (string | null)[])[]) => void;
}

export function planSampleRows(schema: Schema, { seed, tables, facts = NO_FACTS }: SampleRowsOptions): FillPlan {
  const filled = tablesToFill(schema, tables);
  const nullable = (table: Table): ReadonlyMap<string, { nullable: boolean }> =>
    new Map(table.columns.map((column) => [column.name, column]));
  const optional = (table: Table, key: ForeignKey): readonly string[] =>
    optionalColumns(key, table, nullable(table), facts.tables.get(tableKey(table))?.matchFull ?? []);
  const order = fillOrder(filled, ({ child, key }) => optional(child, key).length > 0);
  const pools = new KeyPools();
  const links = order.deferred.flatMap(
    ({ child, key }) => LinkFiller.for(child, key, optional(child, key), pools, seed) ?? [],
  );
  const deferred = new Set(order.deferred.map(({ key }: Reference) => key));
  const groups = order.groups.map((group) => {
    const isTogether = (key: ForeignKey, child: Table): boolean =>
      group.some(
        (table) => table !== child && table.name === key.referencedTable && table.namespace === key.referencedNamespace,
      );
    const compiled = group.map((table) =>
      compileTable(table, {
        schema,
        facts,
        pools,
        timing: (key) => (deferred.has(key) ? 'deferred' : isTogether(key, table) ? 'together' : 'now'),
      }),
    );
    return new GroupFiller(
      compiled.map((table) => new TableFiller(table, seed, pools)),
      seed,
    );
  });
  return { known: knownTables(groups, pools), groups, links };
}

function tablesToFill(schema: Schema, asked: SampleRowsOptions['tables']): readonly Table[] {
  const tables = schema.tables.filter(({ kind }) => kind === 'table');
  if (!asked) return tables.filter(({ rowCount }) => rowCount === 0);
  const names = new Set(asked.map(tableKey));
  return withNeededParents(
    { ...schema, tables },
    tables.filter((table) => names.has(tableKey(table))),
  );
}

function knownTables(groups: readonly GroupFiller[], pools: KeyPools): readonly KnownTable[] {
  const fillers = groups.flatMap((group) => group.fillers);
  const filled = new Set(fillers.map(({ table }) => tableKey(table)));
  const known: KnownTable[] = [];
  const seen = new Set<string>();
  for (const key of fillers.flatMap(({ table }) => table.foreignKeys)) {
    const table = { namespace: key.referencedNamespace, name: key.referencedTable };
    if (filled.has(tableKey(table)) || seen.has(tableKey(table))) continue;
    seen.add(tableKey(table));
    const columns = pools.columnsOf(table);
    known.push({ table, columns, adopt: (rows) => adoptParents(pools, table, columns, rows) });
  }
  for (const filler of fillers) if (filler.table.rowCount > 0) known.push(knownTable(filler));
  return known;
}

/** A table that is filled, and of which rows have to be read that were not drawn. */
export function knownTable(filler: TableFiller): KnownTable {
  const columns = filler.remembered;
  return { table: filler.table, columns, adopt: (rows) => filler.adopt(columns, rows) };
}

function adoptParents(
  pools: KeyPools,
  table: KnownTable['table'],
  columns: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): void {
  const places = new Map(columns.map((column, place) => [column, place]));
  for (const pool of pools.ofTable(table)) pool.clear();
  for (const row of rows) pools.add(table, (column) => row[places.get(column) ?? -1]);
}
