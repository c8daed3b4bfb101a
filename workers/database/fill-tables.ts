/**
 * Fills tables with sample rows. All or nothing: it is one transaction, which is rolled back when the caller stops it.
 * Postgres is the judge of every row; what it refuses is drawn anew, and reported where that does not help.
 */
import type { PGlite } from '@electric-sql/pglite';
import { must } from '../../src/platform/assert.ts';
import { cancelled } from '../../src/platform/errors.ts';
import type { FillProgress, FillReport } from '../../src/sample-rows/fill-report.ts';
import {
  type FillPlan,
  type KnownTable,
  knownTable,
  MAX_ROWS,
  MIN_ROWS,
  planSampleRows,
  type SampleRowsOptions,
} from '../../src/sample-rows/plan-sample-rows.ts';
import type { Schema, Table } from '../../src/schema/model.ts';
import { moveSequences } from './fill-tables/move-sequences.ts';
import { putGroup } from './fill-tables/put-group.ts';
import { putLinks } from './fill-tables/put-links.ts';
import { readFacts } from './fill-tables/read-facts.ts';
import { readKnownRows } from './fill-tables/statements.ts';
import { TableTally } from './fill-tables/table-tally.ts';
import { simpleQuery } from './protocol.ts';

export interface FillTablesOptions extends Omit<SampleRowsOptions, 'facts'> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FillProgress) => void;
}

/** Milliseconds between two progress reports, and between two looks at the signal. */
const PAUSE_INTERVAL_MS = 100;

/** Values are read back as they are written, and constraints judge each statement where they might wait for the end. */
const BEGIN = `
  BEGIN;
  SET LOCAL TimeZone = 'UTC';
  SET LOCAL DateStyle = 'ISO';
  SET LOCAL IntervalStyle = 'postgres';
  SET LOCAL bytea_output = 'hex';
  SET CONSTRAINTS ALL IMMEDIATE`;

/** @param schema as `introspect` reads it from the same database */
export async function fillTables(database: PGlite, schema: Schema, options: FillTablesOptions): Promise<FillReport> {
  const rows = Math.min(Math.max(Math.round(options.rows), MIN_ROWS), MAX_ROWS);
  const facts = await readFacts(database, schema);
  const plan = planSampleRows(schema, { ...options, rows, facts });
  const isAnyAltered = [...facts.tables.values()].some(({ hasTriggers }) => hasTriggers);
  await simpleQuery(database, BEGIN);
  try {
    const report = await fillAll(database, plan, { ...options, rows, isAnyAltered });
    await simpleQuery(database, 'COMMIT');
    return report;
  } catch (thrown) {
    await simpleQuery(database, 'ROLLBACK');
    throw thrown;
  }
}

interface FillOptions extends FillTablesOptions {
  /** Triggers may have put rows into tables other than their own. */
  readonly isAnyAltered: boolean;
}

async function fillAll(database: PGlite, plan: FillPlan, options: FillOptions): Promise<FillReport> {
  const { rows, isAnyAltered } = options;
  const tallies = new Map<Table, TableTally>();
  for (const { table } of plan.groups.flatMap(({ fillers }) => fillers))
    tallies.set(table, new TableTally(table, rows));
  const pause = pauses([...tallies.values()], options);
  const tallyOf = (table: Table): TableTally => must(tallies.get(table), 'a tally of each table that is filled');
  for (const known of plan.known) await adopt(database, known);
  for (const group of plan.groups) {
    if (isAnyAltered) for (const filler of group.fillers) await adopt(database, knownTable(filler));
    const own = group.fillers.map(({ table }) => tallyOf(table));
    await putGroup({ database, group, tallies: own, rows, pause: () => pause(own[0]) });
    for (const filler of group.fillers) {
      const isGuessed = filler.remembered.some((column) => !filler.columns.includes(column));
      if (filler.compiled.isAltered || isGuessed) await adopt(database, knownTable(filler));
    }
  }
  for (const link of plan.links) {
    const tally = tallyOf(link.table);
    await putLinks(database, link, tally, () => pause(tally));
  }
  for (const table of tallies.keys()) await moveSequences(database, table);
  return { tables: [...tallies.values()].map((tally) => tally.report()) };
}

async function adopt(database: PGlite, { table, columns, adopt: take }: KnownTable): Promise<void> {
  take(await readKnownRows(database, table, columns));
}

/** Between statements: tells how far it is, and lets a message that stops it come in. */
function pauses(
  tallies: readonly TableTally[],
  { signal, onProgress }: FillTablesOptions,
): (current: TableTally | undefined) => Promise<void> {
  const total = tallies.reduce((sum, { wanted }) => sum + wanted, 0);
  let pausedAt = performance.now();
  return async (current) => {
    if (signal?.aborted) throw cancelled();
    if (performance.now() - pausedAt < PAUSE_INTERVAL_MS) return;
    const done = tallies.reduce((sum, { putIn }) => sum + putIn, 0);
    onProgress?.({ table: current?.table.name ?? '', done, total });
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (signal?.aborted) throw cancelled();
    pausedAt = performance.now();
  };
}
