import type { PGlite } from '@electric-sql/pglite';
import { AppError } from '../../../src/platform/errors.ts';
import type { GroupFiller } from '../../../src/sample-rows/plan/group-filler.ts';
import type { Refusals, SampleRow } from '../../../src/sample-rows/rows/table-filler.ts';
import { attempt, copyRows, insertDefaults, insertTogether } from './statements.ts';
import type { TableTally } from './table-tally.ts';

/** Rows that one statement puts in, at most: more gain little, and hold the thread longer. */
const MAX_BATCH = 1_000;
/** How often a row that Postgres refuses is drawn anew. */
const MAX_REFUSALS = 15;
/** After so many rows given up one after the other, the others are too. */
const MAX_GIVEN_UP_IN_A_ROW = 20;
/** Or once so many are, and ten times as many as got in. */
const MAX_GIVEN_UP = 100;
/** Unique and exclusion constraints. */
const NOT_DISTINCT: ReadonlySet<string> = new Set(['pg/23505', 'pg/23P01']);

/** A row for each table of the group. */
type Unit = readonly SampleRow[];

interface Refused {
  readonly number: number;
  readonly refusals: Refusals;
}

export interface PutContext {
  readonly database: PGlite;
  readonly group: GroupFiller;
  readonly tallies: readonly TableTally[];
  readonly rows: number;
  /** Called after each statement; throws to stop. */
  readonly pause: () => Promise<void>;
}

/** Fills the tables of one group: draws, puts in, and draws anew what Postgres refuses. */
export async function putGroup(context: PutContext): Promise<void> {
  const { group, tallies, rows, pause } = context;
  const again: Refused[] = [];
  let number = 1;
  let batchSize = MAX_BATCH;
  let givenUpInARow = 0;
  const giveUp = (reason: string, code?: string): void => {
    givenUpInARow++;
    for (const tally of tallies) tally.giveUp(reason, code, 1);
  };
  while (again.length > 0 || number <= rows) {
    const batch: Unit[] = [];
    while (batch.length < batchSize && (again.length > 0 || number <= rows)) {
      const next = again.shift() ?? { number: number++, refusals: { all: 0, asNotDistinct: 0 } };
      const drawn = group.draw(next.number, next.refusals);
      if (!('kind' in drawn)) batch.push(drawn);
      else if (drawn.kind === 'not-found') giveUp(drawn.reason);
      else {
        for (const tally of tallies) tally.exhausted ??= drawn.columns;
        again.length = 0;
        number = rows + 1;
      }
      if (givenUpInARow >= MAX_GIVEN_UP_IN_A_ROW) break;
    }
    const { putIn, refused } = await putUnits(context, batch);
    if (putIn > 0) givenUpInARow = 0;
    for (const { unit, error } of refused) {
      const refusals = oneMore(unit, error);
      if (refusals.all > MAX_REFUSALS) giveUp(error.message, error.code);
      else again.push({ number: unit[0]?.number ?? 0, refusals });
    }
    batchSize =
      refused.length > 0
        ? Math.max(1, Math.min(Math.ceil(batchSize / 2), 4 * putIn))
        : Math.min(2 * batchSize, MAX_BATCH);
    const [tally] = tallies;
    const isHopeless = tally !== undefined && tally.givenUp > Math.max(MAX_GIVEN_UP, 10 * tally.putIn);
    if (givenUpInARow >= MAX_GIVEN_UP_IN_A_ROW || isHopeless) {
      for (const tally of tallies) tally.giveUpRest();
      return;
    }
    await pause();
  }
}

function oneMore(unit: Unit, { code }: AppError): Refusals {
  const { all = 0, asNotDistinct = 0 } = unit[0]?.refusals ?? {};
  return { all: all + 1, asNotDistinct: asNotDistinct + (NOT_DISTINCT.has(code) ? 1 : 0) };
}

interface PutResult {
  readonly putIn: number;
  readonly refused: readonly { readonly unit: Unit; readonly error: AppError }[];
}

/** Where Postgres says which line it refused, the others go in without it; where it does not, halves are tried. */
async function putUnits({ database, group, tallies, pause }: PutContext, batch: readonly Unit[]): Promise<PutResult> {
  const refused: { unit: Unit; error: AppError }[] = [];
  const waiting: (readonly Unit[])[] = [batch];
  let putIn = 0;
  for (let units = waiting.pop(); units; units = waiting.pop()) {
    const [first] = units;
    if (!first) continue;
    const put = units;
    const result = await attempt(database, async () => await putStatement(database, group, put));
    if (!(result instanceof AppError)) {
      putIn += result;
      for (const tally of tallies) tally.putIn += result;
      for (const unit of units) group.settle(unit);
      continue;
    }
    const line = units.length === 1 ? 1 : refusedLine(result);
    const unit = line === undefined ? undefined : units[line - 1];
    if (line !== undefined && unit) {
      group.refuse(unit);
      refused.push({ unit, error: result });
      waiting.push(units.slice(line), units.slice(0, line - 1));
    } else {
      const middle = Math.ceil(units.length / 2);
      waiting.push(units.slice(middle), units.slice(0, middle));
    }
    await pause();
  }
  return { putIn, refused };
}

async function putStatement(database: PGlite, group: GroupFiller, units: readonly Unit[]): Promise<number> {
  const [filler, second] = group.fillers;
  if (!filler) return 0;
  if (second) {
    await insertTogether(database, group.fillers, units);
    return units.length;
  }
  if (filler.columns.length === 0) {
    for (const _ of units) await insertDefaults(database, filler.table);
    return units.length;
  }
  return await copyRows(database, filler, units.flat());
}

function refusedLine({ details }: AppError): number | undefined {
  const where = details?.where;
  const line = typeof where === 'string' ? /(?:^|\n)COPY [^\n]*?, line (\d+)/.exec(where)?.[1] : undefined;
  return line === undefined ? undefined : Number(line);
}
