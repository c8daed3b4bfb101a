/** The statements that put rows in. */
import { messages, type PGlite } from '@electric-sql/pglite';
import { AppError } from '../../../src/platform/errors.ts';
import type { Link, LinkFiller } from '../../../src/sample-rows/plan/link-filler.ts';
import type { SampleRow, TableFiller } from '../../../src/sample-rows/rows/table-filler.ts';
import type { Table } from '../../../src/schema/model.ts';
import { quoteName, textLiteral } from '../../../src/schema/names.ts';
import { postgresError } from '../postgres-error.ts';
import { simpleQuery } from '../protocol.ts';

/** Rows of one table known to the database, at most: a parent beyond them has no children, a clash is refused. */
const MAX_KNOWN_ROWS = 100_000;

export function qualified({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `${quoteName(namespace)}.${quoteName(name)}`;
}

/**
 * Runs `job` so that nothing of it stays when it throws; the transaction around goes on. Errors are Postgres' own, as
 * `AppError`; whatever ends Postgres itself is not caught.
 */
export async function attempt<Result>(database: PGlite, job: () => Promise<Result>): Promise<Result | AppError> {
  await simpleQuery(database, 'SAVEPOINT sample_rows');
  try {
    const result = await job();
    await simpleQuery(database, 'RELEASE SAVEPOINT sample_rows');
    return result;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code === 'database/crashed') throw thrown;
    await simpleQuery(database, 'ROLLBACK TO SAVEPOINT sample_rows; RELEASE SAVEPOINT sample_rows');
    return thrown;
  }
}

/** COPY is several times as fast as INSERT. It takes values for identity columns, as it should here. Returns the rows that got in. */
export async function copyRows(database: PGlite, filler: TableFiller, rows: readonly SampleRow[]): Promise<number> {
  const sql = `COPY ${qualified(filler.table)} (${filler.columns.map(quoteName).join(', ')}) FROM '/dev/blob'`;
  const text = rows.map(({ values }) => `${values.map(copyValue).join('\t')}\n`).join('');
  try {
    const { affectedRows } = await database.query(sql, [], { blob: new Blob([text]) });
    return affectedRows ?? rows.length;
  } catch (thrown) {
    if (thrown instanceof messages.DatabaseError) throw postgresError(thrown, sql);
    throw thrown;
  }
}

const COPY_ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyValue(value: string | null): string {
  return value === null ? '\\N' : value.replace(/[\\\t\n\r]/g, (sign) => COPY_ESCAPES[sign] ?? sign);
}

/**
 * Rows of several tables by one statement: Postgres looks for the parents at its end, so that rows may refer to each
 * other whatever the constraints say of deferring.
 */
export async function insertTogether(
  database: PGlite,
  fillers: readonly TableFiller[],
  rows: readonly (readonly SampleRow[])[],
): Promise<void> {
  const parts = fillers.map((filler, index) => {
    const values = rows.map((unit) => `(${(unit[index]?.values ?? []).map(literal).join(', ')})`);
    const columns = filler.columns.map(quoteName).join(', ');
    return `put${index} AS (INSERT INTO ${qualified(filler.table)} (${columns}) OVERRIDING SYSTEM VALUE VALUES ${values.join(', ')})`;
  });
  await simpleQuery(database, `WITH ${parts.join(', ')} SELECT`);
}

/** A row of a table without columns to give is all defaults. */
export async function insertDefaults(database: PGlite, table: Table): Promise<void> {
  await simpleQuery(database, `INSERT INTO ${qualified(table)} DEFAULT VALUES`);
}

export async function updateLinks(
  database: PGlite,
  { table, identity, columns }: LinkFiller,
  links: readonly Link[],
): Promise<void> {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const name = (prefix: string, index: number): string => `${prefix}${index}`;
  const set = columns.map(
    (column, index) => `${quoteName(column)} = link.${name('v', index)}::${types.get(column) ?? 'text'}`,
  );
  const where = identity.map(
    (column, index) => `filled.${quoteName(column)} = link.${name('k', index)}::${types.get(column) ?? 'text'}`,
  );
  const names = [...identity.map((_, index) => name('k', index)), ...columns.map((_, index) => name('v', index))];
  const values = links.map(({ row, values: parents }) => `(${[...row, ...parents].map(literal).join(', ')})`);
  await simpleQuery(
    database,
    `UPDATE ${qualified(table)} AS filled SET ${set.join(', ')}
     FROM (VALUES ${values.join(', ')}) AS link (${names.join(', ')})
     WHERE ${where.join(' AND ')}`,
  );
}

/** `E'…'` reads backslashes the same whatever `standard_conforming_strings` says. */
function literal(value: string | null): string {
  if (value === null) return 'NULL';
  return value.includes('\\') ? `E${textLiteral(value.replaceAll('\\', '\\\\'))}` : textLiteral(value);
}

/** In an order that does not depend on where rows happen to lie. */
export async function readKnownRows(
  database: PGlite,
  table: { readonly namespace: string; readonly name: string },
  columns: readonly string[],
): Promise<readonly (readonly (string | null)[])[]> {
  if (columns.length === 0) return [];
  const texts = columns.map((column) => `${quoteName(column)}::text`);
  const order = columns.map((_, index) => index + 1).join(', ');
  const sql = `SELECT ${texts.join(', ')} FROM ${qualified(table)} ORDER BY ${order} LIMIT ${MAX_KNOWN_ROWS}`;
  return (await simpleQuery(database, sql)).rows;
}
