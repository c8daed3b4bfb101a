import { parseSync } from 'libpg-query';

/** A table as a parsed query names it. */
export interface TableInQuery {
  readonly namespace: string | null;
  readonly name: string;
  readonly alias: string | null;
}

export interface NamesInQuery {
  readonly tables: readonly TableInQuery[];
  /** The parts of each column's name as Postgres reads them; `*` for all columns. */
  readonly columns: readonly (readonly string[])[];
}

/** Every table and column that a query names, found in libpg-query's tree. Throws when it does not parse as one statement. */
export function namesInQuery(sql: string): NamesInQuery {
  const { stmts = [] } = parseSync(sql);
  if (stmts.length !== 1) throw new Error(`${stmts.length} statements in ${sql}`);
  const tables: TableInQuery[] = [];
  const columns: string[][] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isRecord(node)) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'RangeVar' && isRecord(value)) tables.push(tableOf(value));
      if (key === 'ColumnRef' && isRecord(value) && Array.isArray(value.fields)) columns.push(value.fields.map(partOf));
      visit(value);
    }
  };
  visit(stmts);
  return { tables, columns };
}

function tableOf(rangeVar: Record<string, unknown>): TableInQuery {
  const { schemaname, relname, alias } = rangeVar;
  return {
    namespace: typeof schemaname === 'string' ? schemaname : null,
    name: String(relname),
    alias: isRecord(alias) ? String(alias.aliasname) : null,
  };
}

function partOf(field: unknown): string {
  return isRecord(field) && isRecord(field.String) ? String(field.String.sval) : '*';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
