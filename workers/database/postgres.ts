/**
 * PostgreSQL (PGlite) behind the database contract. It runs on one thread and cannot be interrupted: whoever calls it
 * sets the time limit by ending the worker. It runs the same in Node, where tests and tools use it directly.
 */
import { Mutex, PGlite } from '@electric-sql/pglite';
import type {
  ApplyOptions,
  ApplyProgress,
  ApplyReport,
  DatabaseContract,
  ExportOptions,
  FileToLoad,
  FillTablesRequest,
  LoadExtension,
  LoadReport,
  OpenOptions,
  PreparedStatement,
  QueryResult,
  ResultColumn,
  RunOptions,
} from '../../src/database/contract.ts';
import { refuseTooLarge } from '../../src/database/script-limit.ts';
import { planScript } from '../../src/import/plan-script.ts';
import { refuseBinary } from '../../src/import/text-check.ts';
import { must } from '../../src/platform/assert.ts';
import { AppError, toErrorData } from '../../src/platform/errors.ts';
import type { FillProgress, FillReport } from '../../src/sample-rows/fill-report.ts';
import type { Schema } from '../../src/schema/model.ts';
import { type SqlPiece, splitStatements } from '../../src/schema/split-statements.ts';
import type { ReadProgress } from '../../src/tabular/pacing.ts';
import { applySteps } from './apply/apply-steps.ts';
import { exportSql } from './export/export-sql.ts';
import { ExtensionFiles } from './extensions/extension-files.ts';
import { fillTables } from './fill-tables.ts';
import { introspect } from './introspect.ts';
import { isQuery } from './is-query.ts';
import { loadTables } from './load-tables.ts';
import { notReadOnly } from './postgres-error.ts';
import { type Field, fetchRows, parse, plan, type Reply, simpleQuery } from './protocol.ts';
import { START_PARAMETERS } from './start-parameters.ts';

/** The smallest WebAssembly module: stands in for initdb, which never runs here and need not be downloaded. */
const EMPTY_MODULE = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

export class PostgresDatabase implements DatabaseContract {
  #database: PGlite | undefined;
  #extensions: ExtensionFiles | undefined;
  /** Calls run one at a time: each may open a transaction. */
  readonly #mutex = new Mutex();
  /** `format_type` of each type and modifier that a result had. */
  readonly #typeNames = new Map<string, string>();

  async open({ runtime, dataDirectory }: OpenOptions, loadExtension?: LoadExtension): Promise<void> {
    try {
      if (!(runtime.postgres instanceof WebAssembly.Module))
        throw new Error('runtime.postgres is no WebAssembly module');
      this.#database = await PGlite.create({
        pgliteWasmModule: runtime.postgres,
        initdbWasmModule: await WebAssembly.compile(EMPTY_MODULE),
        fsBundle: runtime.files,
        loadDataDir: dataDirectory,
        startParams: START_PARAMETERS,
      });
      this.#extensions = new ExtensionFiles(this.#database, loadExtension);
      await this.#extensions.provideInstalled();
    } catch (thrown) {
      throw new AppError({
        code: 'database/start-failed',
        message: 'Postgres did not start.',
        hint: 'Reload the page. If it fails again, the browser may be short of memory.',
        cause: toErrorData(thrown),
      });
    }
  }

  async applyScript(
    script: string,
    { dialect }: ApplyOptions,
    onProgress: (progress: ApplyProgress) => void,
  ): Promise<ApplyReport> {
    refuseTooLarge(script);
    refuseBinary(script);
    return await this.#exclusive(async (database) => {
      onProgress({ done: 0, total: 0 });
      const session = { database, extensions: must(this.#extensions, 'open() before any other call') };
      const report = await applySteps(session, planScript(script, dialect), onProgress);
      await this.#settle(database);
      return report;
    });
  }

  async introspect(): Promise<Schema> {
    return await this.#exclusive(introspect);
  }

  async exportSql(options: ExportOptions): Promise<string> {
    return await this.#exclusive(async (database) => await exportSql(database, options));
  }

  async fillTables(request: FillTablesRequest, onProgress: (progress: FillProgress) => void): Promise<FillReport> {
    return await this.#exclusive(async (database) => {
      const report = await fillTables(database, await introspect(database), { ...request, onProgress });
      await this.#settle(database);
      return report;
    });
  }

  async loadTables(files: readonly FileToLoad[], onProgress: (progress: ReadProgress) => void): Promise<LoadReport> {
    return await this.#exclusive(async (database) => await loadTables(database, files, onProgress));
  }

  async prepare(sql: string): Promise<PreparedStatement> {
    onlyStatement(sql);
    return await this.#exclusive(async (database) => {
      const reply = await inTransaction(database, 'BEGIN', async () => {
        const parsed = await parseWithoutParameters(database, sql);
        // Some mistakes only show when the plan is made, such as a FULL JOIN on an inequality.
        await plan(database, sql);
        return parsed;
      });
      return { columns: await this.#columns(database, reply.fields ?? []) };
    });
  }

  async runReadOnly(sql: string, { rowLimit }: RunOptions): Promise<QueryResult> {
    const statement = onlyStatement(sql);
    return await this.#exclusive(async (database) => {
      const start = performance.now();
      const { fields, rows } = await inTransaction(database, 'BEGIN READ ONLY', async () => {
        const parsed = await parseWithoutParameters(database, sql);
        // COPY … TO, SET, LISTEN and others pass in a READ ONLY transaction.
        if (!isQuery(statement.words)) {
          throw notReadOnly(`${(statement.words[0] ?? 'This').toUpperCase()} is not a query.`);
        }
        // Postgres stops after this many rows of its own accord; the query text stays as it is.
        const fetched = await fetchRows(database, sql, rowLimit + 1);
        return { fields: parsed.fields ?? [], rows: fetched.rows };
      });
      const milliseconds = performance.now() - start;
      const columns = await this.#columns(database, fields);
      return { columns, rows: rows.slice(0, rowLimit), hasMore: rows.length > rowLimit, milliseconds };
    });
  }

  async snapshot(): Promise<Blob> {
    return await this.#exclusive(async (database) => {
      // Without it, the next start would have to replay the log.
      await simpleQuery(database, 'CHECKPOINT');
      return await database.dumpDataDir('none');
    });
  }

  /** Ends Postgres and frees its memory. A worker is simply terminated instead. */
  async close(): Promise<void> {
    await this.#exclusive(async (database) => await database.close());
  }

  async #exclusive<Result>(job: (database: PGlite) => Promise<Result>): Promise<Result> {
    return await this.#mutex.runExclusive(async () => await job(must(this.#database, 'open() before any other call')));
  }

  /** Leaves the session as a restored snapshot would have it. */
  async #settle(database: PGlite): Promise<void> {
    this.#typeNames.clear();
    // Settings (pg_dump empties search_path), temporary tables, prepared statements, locks.
    await simpleQuery(database, 'DISCARD ALL');
  }

  async #columns(database: PGlite, fields: readonly Field[]): Promise<ResultColumn[]> {
    const key = (field: Field) => `(${field.typeOid}, ${field.typeModifier})`;
    const unknown = [...new Set(fields.map(key))].filter((pair) => !this.#typeNames.has(pair));
    if (unknown.length > 0) {
      const named = await simpleQuery(
        database,
        `SELECT format_type(oid, modifier) FROM (VALUES ${unknown.join(', ')}) AS types (oid, modifier)`,
      );
      for (const [index, pair] of unknown.entries()) this.#typeNames.set(pair, named.rows[index]?.[0] ?? '???');
    }
    return fields.map((field) => ({ name: field.name, type: must(this.#typeNames.get(key(field)), 'a named type') }));
  }
}

/** Runs `job` between `begin` and ROLLBACK, whatever happens in between. */
async function inTransaction<Result>(database: PGlite, begin: string, job: () => Promise<Result>): Promise<Result> {
  await simpleQuery(database, begin);
  try {
    return await job();
  } finally {
    await simpleQuery(database, 'ROLLBACK');
  }
}

async function parseWithoutParameters(database: PGlite, sql: string): Promise<Reply> {
  const reply = await parse(database, sql);
  if (reply.parameters > 0) {
    // What Postgres itself says outside of the extended protocol.
    throw new AppError({
      code: 'pg/42P02',
      message: 'there is no parameter $1',
      hint: 'Write the value itself in place of the parameter.',
    });
  }
  return reply;
}

/** The one statement in `sql`. Postgres would refuse more than one too, but without saying where. */
function onlyStatement(sql: string): SqlPiece {
  const [first, second] = splitStatements(sql);
  if (second !== undefined) {
    throw new AppError({
      code: 'pg/42601',
      message: 'only one statement can run at a time',
      hint: 'Remove what follows the first semicolon.',
      details: { position: second.start + 1 },
    });
  }
  if (first === undefined || first.kind === 'psql') {
    throw new AppError({
      code: 'pg/42601',
      message: first === undefined ? 'there is no statement' : 'psql commands are not SQL',
      details: { position: (first?.start ?? 0) + 1 },
    });
  }
  return { ...first, kind: 'sql' };
}
