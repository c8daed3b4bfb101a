import { parseSync } from 'libpg-query';

/** A table as a parsed statement names it. */
export interface TableInQuery {
  readonly namespace: string | null;
  readonly name: string;
  readonly alias: string | null;
}

/** A column that a statement writes to, by the table that it writes to. */
interface WrittenColumn {
  readonly table: TableInQuery;
  readonly column: string;
}

export interface NamesInQuery {
  readonly tables: readonly TableInQuery[];
  /** The parts of each column's name as Postgres reads them; `*` for all columns. */
  readonly columns: readonly (readonly string[])[];
  readonly written: readonly WrittenColumn[];
}

/** Every table and column that a statement names, found in libpg-query's tree. Throws when it does not parse as one. */
export function namesInQuery(sql: string): NamesInQuery {
  const { stmts = [] } = parseSync(sql);
  if (stmts.length !== 1) throw new Error(`${stmts.length} statements in ${sql}`);
  const tables: TableInQuery[] = [];
  const columns: string[][] = [];
  const written: WrittenColumn[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isRecord(node)) return;
    for (const [key, value] of Object.entries(node)) {
      if (isRecord(value) && 'relname' in value) tables.push(tableOf(value));
      if (key === 'ColumnRef' && isRecord(value) && Array.isArray(value.fields)) columns.push(value.fields.map(partOf));
      if (key === 'InsertStmt' || key === 'UpdateStmt') written.push(...writtenColumns(value));
      visit(value);
    }
  };
  visit(stmts);
  return { tables, columns, written };
}

function writtenColumns(statement: unknown): WrittenColumn[] {
  if (!isRecord(statement) || !isRecord(statement.relation)) return [];
  const table = tableOf(statement.relation);
  const conflict = statement.onConflictClause;
  const targets = [
    statement.cols ?? statement.targetList,
    isRecord(conflict) ? conflict.targetList : undefined,
  ].flatMap((list) => (Array.isArray(list) ? list : []));
  return targets.flatMap((target) =>
    isRecord(target) && isRecord(target.ResTarget) ? [{ table, column: String(target.ResTarget.name) }] : [],
  );
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
