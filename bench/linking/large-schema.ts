/** Large schemas: a small one among strangers and tables that look like its own. */
import type { Random } from '../../models/data/random.ts';
import type { Column, ForeignKey, Schema, Table } from '../../src/schema/model.ts';
import { testColumn } from '../../src/schema/testing/test-column.ts';

/** Of a large schema's tables, this part looks like some other one. */
const LOOK_ALIKES = 0.2;

/**
 * The tables of `host` in a schema of `size` tables, in random order. The others come from `strangers`, whole small
 * schemas one after the other, and from look-alikes: first of the host's tables, and of the strangers' once those run
 * out. A table whose name is taken is left out.
 */
export function largeSchema(host: Schema, strangers: readonly Schema[], size: number, random: Random): Schema {
  const tables = new TableList(size);
  for (const table of host.tables) tables.add(table);
  const copied = Math.min(Math.round(size * LOOK_ALIKES), size - host.tables.length);
  const others = random.shuffle(strangers).flatMap((stranger) => stranger.tables);
  const ownLookAlikes = random.shuffle(host.tables.flatMap((table) => lookAlikes(table, random)));
  for (const table of ownLookAlikes.slice(0, copied)) tables.add(table);
  for (const table of others) tables.add(table);
  for (const table of random.shuffle(others.flatMap((other) => lookAlikes(other, random)))) tables.add(table);
  return { ...host, tables: random.shuffle(tables.kept).map((table) => withoutDangling(table, tables)) };
}

/** What large schemas have beside a table: copies that share its columns, and details that refer to it. */
function lookAlikes(table: Table, random: Random): Table[] {
  const singular = table.name.replace(/s$/, '');
  const copy = (name: string): Table => ({ ...table, name, foreignKeys: [], rowCount: 0 });
  const detail = (name: string, columns: readonly Column[]): Table => ({
    ...copy(name),
    columns: [testColumn('id'), referenceTo(table, singular), ...columns],
    primaryKey: ['id'],
    foreignKeys: [keyTo(table, singular)],
  });
  const all = [
    copy(`archived_${table.name}`),
    copy(`${table.name}_backup`),
    copy(`staging_${table.name}`),
    { ...copy(`${singular}_snapshots`), columns: [...table.columns, testColumn('snapshot_on')] },
    detail(`${singular}_history`, [testColumn('changed_at'), testColumn('old_value'), testColumn('new_value')]),
    detail(`${singular}_notes`, [testColumn('body'), testColumn('written_by')]),
    detail(`${singular}_tags`, [testColumn('tag')]),
    detail(`${singular}_audit_log`, [testColumn('action'), testColumn('performed_at'), testColumn('user_name')]),
  ];
  return random.shuffle(all);
}

function referenceTo(table: Table, singular: string): Column {
  return testColumn(`${singular}_id`, {
    type: 'integer',
    typeClass: 'integer',
    nullable: table.primaryKey.length === 0,
  });
}

function keyTo(table: Table, singular: string): ForeignKey {
  return {
    columns: [`${singular}_id`],
    referencedNamespace: table.namespace,
    referencedTable: table.name,
    referencedColumns: table.primaryKey,
  };
}

/** Tables with different names, up to a number. */
class TableList {
  readonly kept: Table[] = [];
  readonly #names = new Set<string>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  add(table: Table): void {
    if (this.kept.length >= this.#size || this.has(table.namespace, table.name)) return;
    this.#names.add(keyOf(table.namespace, table.name));
    this.kept.push(table);
  }

  has(namespace: string, name: string): boolean {
    return this.#names.has(keyOf(namespace, name));
  }
}

function keyOf(namespace: string, name: string): string {
  return JSON.stringify([namespace, name.toLowerCase()]);
}

function withoutDangling(table: Table, tables: TableList): Table {
  const foreignKeys = table.foreignKeys.filter((key) => tables.has(key.referencedNamespace, key.referencedTable));
  return { ...table, foreignKeys };
}
