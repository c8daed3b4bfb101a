import type { PGlite } from '@electric-sql/pglite';
import { AppError } from '../../../src/platform/errors.ts';
import type { Link, LinkFiller } from '../../../src/sample-rows/plan/link-filler.ts';
import { attempt, updateLinks } from './statements.ts';
import type { TableTally } from './table-tally.ts';

/** Rows that one UPDATE sets. */
const BATCH = 500;

/** Gives rows the parents that had to wait. One that Postgres refuses stays without. */
export async function putLinks(
  database: PGlite,
  filler: LinkFiller,
  tally: TableTally,
  pause: () => Promise<void>,
): Promise<void> {
  const links = [...filler.links()];
  const waiting: Link[][] = [];
  for (let start = 0; start < links.length; start += BATCH) waiting.push(links.slice(start, start + BATCH));
  waiting.reverse();
  for (let batch = waiting.pop(); batch; batch = waiting.pop()) {
    if (batch.length === 0) continue;
    const put = batch;
    const result = await attempt(database, async () => await updateLinks(database, filler, put));
    if (result instanceof AppError) {
      const middle = Math.ceil(batch.length / 2);
      if (batch.length === 1) tally.leaveWithoutParent(result.message, result.code);
      else waiting.push(batch.slice(middle), batch.slice(0, middle));
    }
    await pause();
  }
}
