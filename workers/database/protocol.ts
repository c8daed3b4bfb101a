/**
 * One exchange with Postgres in its wire protocol (documentation, chapter 54.2.3). PGlite's `query` would do for most
 * calls, but only the protocol itself has what a guarded query needs: it takes one statement and no more, describes
 * the columns, stops after so many rows, and gives each cell as Postgres prints it.
 */
import { messages, type PGlite, protocol } from '@electric-sql/pglite';
import { AppError } from '../../src/platform/errors.ts';
import { postgresError } from './postgres-error.ts';

type Message = messages.DataRowMessage | messages.RowDescriptionMessage | { readonly name: string };

export interface Field {
  readonly name: string;
  readonly typeOid: number;
  readonly typeModifier: number;
}

export interface Reply {
  /** Absent when the statement returns no rows. */
  readonly fields: readonly Field[] | undefined;
  readonly rows: (string | null)[][];
  readonly parameters: number;
  /** True when the row limit was reached and more rows may follow. */
  readonly suspended: boolean;
}

/** One or more statements, or transaction control. Throws the first error. */
export async function simpleQuery(database: PGlite, sql: string): Promise<Reply> {
  return await exchange(database, sql, [protocol.serialize.query(sql)], EXECUTED);
}

/** Has Postgres read one statement and tell its columns and parameters. Nothing is planned or run. */
export async function parse(database: PGlite, sql: string): Promise<Reply> {
  const { serialize } = protocol;
  const request = [serialize.parse({ text: sql }), serialize.describe({ type: 'S' }), serialize.sync()];
  return await exchange(database, sql, request, ['parseComplete']);
}

/** Plans the statement that `parse` was last called with. */
export async function plan(database: PGlite, sql: string): Promise<Reply> {
  const { serialize } = protocol;
  return await exchange(database, sql, [serialize.bind({}), serialize.sync()], ['bindComplete']);
}

/** Plans and runs the statement that `parse` was last called with, and fetches its first `maxRows` rows. */
export async function fetchRows(database: PGlite, sql: string, maxRows: number): Promise<Reply> {
  const { serialize } = protocol;
  const request = [serialize.bind({}), serialize.execute({ rows: maxRows }), serialize.sync()];
  return await exchange(database, sql, request, EXECUTED);
}

/** Rows that `runToEnd` lets go by at a time. */
const DISCARDED_ROWS = 1_000;

/** Plans and runs the statement that `parse` was last called with, for its effects: its rows are dropped. */
export async function runToEnd(database: PGlite, sql: string): Promise<Reply> {
  const { serialize } = protocol;
  const next = serialize.execute({ rows: DISCARDED_ROWS });
  let reply = await exchange(database, sql, [serialize.bind({}), next, serialize.flush()], EXECUTED);
  while (reply.suspended) reply = await exchange(database, sql, [next, serialize.flush()], EXECUTED);
  return await exchange(database, sql, [serialize.sync()], ['readyForQuery']);
}

/** Ends the extended protocol's current exchange after an error: until then Postgres ignores everything else. */
export async function resynchronise(database: PGlite): Promise<Reply> {
  return await exchange(database, '', [protocol.serialize.sync()], ['readyForQuery']);
}

/** A statement that ran to its end, or to its row limit, is answered with one of these. */
const EXECUTED = ['commandComplete', 'emptyQuery', 'portalSuspended'];

async function exchange(
  database: PGlite,
  sql: string,
  request: readonly Uint8Array[],
  completion: readonly string[],
): Promise<Reply> {
  let answer: Message[];
  try {
    answer = await database.execProtocolStream(concatenated(request), { throwOnError: false, syncToFs: false });
  } catch (thrown) {
    throw crashed(thrown);
  }
  let fields: readonly Field[] | undefined;
  const rows: (string | null)[][] = [];
  let parameters = 0;
  let done = false;
  let suspended = false;
  for (const message of answer) {
    if (message instanceof messages.DatabaseError)
      throw isFatal(message) ? crashed(message) : postgresError(message, sql);
    if (message instanceof messages.RowDescriptionMessage) {
      fields = message.fields.map((field) => ({
        name: field.name,
        typeOid: field.dataTypeID,
        typeModifier: field.dataTypeModifier,
      }));
    } else if (message instanceof messages.DataRowMessage) rows.push(message.fields);
    else if (message instanceof messages.ParameterDescriptionMessage) parameters = message.parameterCount;
    else if (message.name === 'portalSuspended') suspended = true;
    if (completion.includes(message.name)) done = true;
  }
  // PGlite swallows a WebAssembly trap (stack overflow, unreachable code): all that shows is a cut answer.
  if (!done) throw crashed(undefined);
  return { fields, rows, parameters, suspended };
}

/** After a swallowed trap in Parse, the Describe behind it finds no statement. */
function isFatal(error: messages.DatabaseError): boolean {
  return (
    error.severity === 'FATAL' ||
    error.severity === 'PANIC' ||
    (error.code === '26000' && error.message.startsWith('unnamed prepared statement')) ||
    (error.code === 'XX000' && error.message.startsWith('ERRORDATA_STACK_SIZE'))
  );
}

function crashed(cause: unknown): AppError {
  return new AppError({
    code: 'database/crashed',
    message: 'Postgres stopped working while it ran this.',
    hint: 'The statement may nest too deeply or need more memory than the browser gives.',
    ...(cause instanceof Error && { cause: { code: 'internal', message: cause.message } }),
  });
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
