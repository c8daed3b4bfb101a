/** Ways along foreign keys from tables that a query reads from to one that it does not. */
import type { Schema, Table } from '../schema/model.ts';
import { quoteName, tableName } from '../schema/names.ts';
import { queryNames } from '../schema/query-names.ts';

/** A table that is joined, and the columns that join it. */
interface Step {
  readonly table: Table;
  readonly qualifier: string;
  readonly on: string;
  readonly keys: readonly string[];
}

export interface JoinPath {
  /** Begins with a blank: ` JOIN customers ON orders.customer_id = customers.id`. */
  readonly sql: string;
  /** `customers along orders.customer_id`. */
  readonly what: string;
}

export interface KnownSource {
  readonly qualifier: string;
  readonly table: string;
}

/** Further tables make a query another one. */
const MAX_ADDED_TABLES = 2;

/** The table that a qualifier stands for: by its own name, or by a number behind it. */
export function tableOf(schema: Schema, qualifier: string): Table | undefined {
  const names = queryNames(schema);
  return schema.tables.find((table) => tableName(table) === qualifier || names.aliasesOf(table).includes(qualifier));
}

/** The shortest way to a source that is missing; null when there is none, or more than one as short. */
export function joinPath(schema: Schema, sources: readonly KnownSource[], missing: string): JoinPath | null {
  const target = tableOf(schema, missing);
  if (!target) return null;
  const taken = new Set(sources.map(({ qualifier }) => qualifier));
  let ends = sources.flatMap(({ qualifier, table }) => {
    const start = schema.tables.find((each) => tableName(each) === table);
    return start ? [{ table: start, qualifier, steps: [] as readonly Step[] }] : [];
  });
  for (let length = 1; length <= MAX_ADDED_TABLES; length++) {
    const further = ends.flatMap((end) =>
      schema.tables.flatMap((table) => {
        const qualifier = table === target ? missing : tableName(table);
        if (taken.has(qualifier)) return [];
        return stepsBetween(end, { table, qualifier }).map((step) => ({
          table,
          qualifier,
          steps: [...end.steps, step],
        }));
      }),
    );
    const found = further.filter(({ table }) => table === target);
    if (found.length > 0) return found.length === 1 && found[0] ? asPath(found[0].steps) : null;
    ends = further;
  }
  return null;
}

type End = Pick<Step, 'table' | 'qualifier'>;

function stepsBetween(from: End, to: End): readonly Step[] {
  return [...stepsOfKeys(from, to, to), ...stepsOfKeys(to, from, to)];
}

/** Keys of one table that refer to the other. */
function stepsOfKeys(child: End, parent: End, added: End): readonly Step[] {
  return child.table.foreignKeys.flatMap((key) => {
    if (key.referencedTable !== parent.table.name || key.referencedNamespace !== parent.table.namespace) return [];
    const keys = key.columns.map((column) => `${child.qualifier}.${quoteName(column)}`);
    const on = keys
      .map((column, place) => `${column} = ${parent.qualifier}.${quoteName(key.referencedColumns[place] ?? '')}`)
      .join(' AND ');
    return [{ ...added, on, keys }];
  });
}

function asPath(steps: readonly Step[]): JoinPath {
  const joins = steps.map(({ table, qualifier, on }) => {
    const name = tableName(table);
    return ` JOIN ${name === qualifier ? name : `${name} AS ${qualifier}`} ON ${on}`;
  });
  const what = steps.map(({ qualifier, keys }) => `${qualifier} along ${keys.join(' and ')}`);
  return { sql: joins.join(''), what: what.join(', ') };
}
