/** Runs examples in Postgres: what does not run, or says nothing, is dropped and counted by reason. */
import { PGlite } from '@electric-sql/pglite';
import type { PatternDraft } from './make-example.ts';
import { type World, worldScript } from './world.ts';

export type Verdict = 'kept' | 'error' | 'no-rows' | 'only-null' | 'filter-keeps-all';

/** Schemas tried in one Postgres before it is replaced: rolled-back catalogue rows slow it down. */
const SCHEMAS_PER_INSTANCE = 400;

export class Prover {
  private readonly dataDirectory: Blob;
  private database: PGlite;
  private used = 0;

  private constructor(dataDirectory: Blob, database: PGlite) {
    this.dataDirectory = dataDirectory;
    this.database = database;
  }

  static async open(): Promise<Prover> {
    const first = await PGlite.create();
    const dataDirectory = await first.dumpDataDir('none');
    await first.close();
    return new Prover(dataDirectory, await PGlite.create({ loadDataDir: dataDirectory }));
  }

  /** The verdict on each draft, in order, over the world's own rows. */
  async judge(world: World, drafts: readonly PatternDraft[]): Promise<{ verdict: Verdict; reason?: string }[]> {
    await this.renew();
    await this.database.exec(`BEGIN;\n${worldScript(world)};`);
    const verdicts: { verdict: Verdict; reason?: string }[] = [];
    for (const draft of drafts) verdicts.push(await this.judgeOne(world, draft));
    await this.database.exec('ROLLBACK');
    return verdicts;
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private async renew(): Promise<void> {
    if (this.used++ < SCHEMAS_PER_INSTANCE) return;
    await this.database.close();
    this.database = await PGlite.create({ loadDataDir: this.dataDirectory });
    this.used = 1;
  }

  private async judgeOne(world: World, { sql }: PatternDraft): Promise<{ verdict: Verdict; reason?: string }> {
    try {
      const [result] = await this.database
        .exec(`SAVEPOINT one;${sql};`, { rowMode: 'array' })
        .then((results) => results.slice(1));
      const rows = (result?.rows ?? []) as unknown as unknown[][];
      if (rows.length === 0) return { verdict: 'no-rows' };
      if (rows.every((row) => row.every((value) => value === null))) return { verdict: 'only-null' };
      const isPlainFilter =
        /^SELECT (?!COUNT|SUM|AVG|MIN|MAX|DISTINCT)[^()]* WHERE /.test(sql) &&
        !sql.includes(' JOIN ') &&
        !sql.includes(' LIMIT ');
      const table = world.tables.find((entry) => sql.includes(` FROM ${entry.sql} WHERE `));
      if (isPlainFilter && table !== undefined && rows.length === table.rowCount)
        return { verdict: 'filter-keeps-all' };
      return { verdict: 'kept' };
    } catch (error) {
      await this.database.exec('ROLLBACK TO SAVEPOINT one');
      return { verdict: 'error', reason: error instanceof Error ? error.message : String(error) };
    }
  }
}
