/**
 * `npx tsx bench/import/measure.ts [--tables 500] [--megabytes 50]`
 * What importing costs, in Node and on one thread: a dump of many tables, its introspection, export and import back;
 * and scripts of many megabytes, of each shape that rows come in. Prints seconds, and what became of the statements.
 */
import { parseArgs } from 'node:util';
import { type ApplyReport, statementsOf } from '../../src/database/contract.ts';
import type { Dialect } from '../../src/dialect/dialect.ts';
import { nodeExtension, nodeRuntime } from '../../workers/database/node-runtime.ts';
import { PostgresDatabase } from '../../workers/database/postgres.ts';
import { largeDump } from './large-dump.ts';
import { ROW_SCRIPTS, rowScript } from './row-script.ts';

const { values } = parseArgs({
  options: { tables: { type: 'string', default: '500' }, megabytes: { type: 'string', default: '50' } },
});
const start = await nodeRuntime();

async function timed<Result>(title: string, job: () => Promise<Result>): Promise<Result> {
  const before = performance.now();
  const result = await job();
  const seconds = (performance.now() - before) / 1_000;
  process.stdout.write(`${title.padEnd(48)} ${seconds.toFixed(2).padStart(7)} s\n`);
  return result;
}

async function freshDatabase(): Promise<PostgresDatabase> {
  const database = new PostgresDatabase();
  await database.open(start, nodeExtension);
  return database;
}

async function apply(title: string, script: string, dialect: Dialect): Promise<PostgresDatabase> {
  const database = await freshDatabase();
  let reports = 0;
  const onProgress = () => {
    reports++;
  };
  const report = await timed(title, async () => await database.applyScript(script, { dialect }, onProgress));
  process.stdout.write(`  ${outcomes(report)}; progress told ${reports} times\n`);
  return database;
}

function outcomes({ statements }: ApplyReport): string {
  const counts = new Map<string, number>();
  for (const entry of statements) {
    const { kind } = entry.outcome;
    counts.set(kind, (counts.get(kind) ?? 0) + statementsOf(entry));
  }
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}

const dump = largeDump(Number(values.tables));
const database = await apply(`import a dump of ${values.tables} tables`, dump, 'postgres');
const { tables } = await timed('introspect it', async () => await database.introspect());
process.stdout.write(
  `  ${tables.length} tables, ${tables.reduce((sum, { columns }) => sum + columns.length, 0)} columns\n`,
);
await timed('show its definitions', async () => await database.exportSql({ withRows: false }));
const exported = await timed('export it with its rows', async () => await database.exportSql({ withRows: true }));
await timed('take a snapshot', async () => await database.snapshot());
await database.close();
await (await apply('import what was exported', exported, 'postgres')).close();

for (const { title, dialect, shape } of ROW_SCRIPTS) {
  const script = rowScript(shape, Number(values.megabytes) * 1_000_000);
  await (await apply(`${values.megabytes} MB of ${title}`, script, dialect)).close();
}
