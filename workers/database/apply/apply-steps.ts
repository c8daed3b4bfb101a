import type { ApplyProgress, ApplyReport } from '../../../src/database/contract.ts';
import { createdName } from '../../../src/import/created-name.ts';
import type { Step } from '../../../src/import/plan-step.ts';
import { InsertBatches } from './insert-batches.ts';
import { Progress } from './progress.ts';
import { type Entry, reportOf } from './report.ts';
import { Statement } from './statement.ts';
import { type Session, StatementRunner } from './statement-runner.ts';
import { WaitingList } from './waiting-list.ts';

/** Rounds over the statements that wait for nothing that has a name: as deep as rows may refer to rows further down. */
const MAX_ROUNDS = 40;

/**
 * Applies a script in order, then what waits for something further down, then that in other words; and says what
 * became of each statement.
 */
export async function applySteps(
  session: Session,
  steps: readonly Step[],
  onProgress: (progress: ApplyProgress) => void,
): Promise<ApplyReport> {
  return await new Application(session, steps, onProgress).run();
}

type Choice = (statement: Statement) => boolean;

/** A key that rows break may be waiting for rows. */
const declares: Choice = ({ isDefinition, lacksRows }) => isDefinition && !lacksRows;
const any: Choice = () => true;

class Application {
  readonly #runner: StatementRunner;
  readonly #steps: readonly Step[];
  readonly #progress: Progress;
  readonly #waiting = new WaitingList();
  readonly #batches = new InsertBatches();
  /** Names of what statements of the script make, as far as they have not failed. */
  readonly #made: Set<string>;

  constructor(session: Session, steps: readonly Step[], onProgress: (progress: ApplyProgress) => void) {
    this.#runner = new StatementRunner(session);
    this.#steps = steps;
    this.#progress = new Progress(steps.length, onProgress);
    this.#made = new Set(steps.flatMap(({ plan, source }) => (plan.kind === 'run' ? (createdName(source) ?? []) : [])));
  }

  async run(): Promise<ApplyReport> {
    const entries = this.#steps.map((step): Entry => {
      return { step, statement: step.plan.kind === 'run' ? new Statement(step, step.plan) : undefined };
    });
    for (let next = 0; next < entries.length; ) next += await this.#runFrom(entries, next);
    await this.#runWaiting();
    for (const { statement } of entries) {
      if (statement?.state === 'applied' && statement.laterKeys.length > 0) await this.#runner.declareKeys(statement);
    }
    this.#progress.end();
    return reportOf(entries);
  }

  /** Runs the statement at `index`, and the INSERTs below it with it where it is one; how many these were. */
  async #runFrom(entries: readonly Entry[], index: number): Promise<number> {
    const batch = this.#batches.from(entries, index);
    if (batch.length > 1) {
      await this.#runBatch(batch);
      return batch.length;
    }
    const statement = entries[index]?.statement;
    if (statement) await this.#attempt(statement);
    else this.#progress.settled();
    return 1;
  }

  async #runBatch(batch: readonly Statement[]): Promise<void> {
    const start = performance.now();
    if (await this.#runner.runTogether(batch)) {
      this.#batches.succeeded(batch.length, performance.now() - start);
      for (const statement of batch) this.#settle(statement);
    } else {
      this.#batches.failed();
      for (const statement of batch) await this.#attempt(statement);
    }
  }

  /** Runs a statement and, when it is applied, those that have waited for what it makes, and so on. */
  async #attempt(first: Statement): Promise<void> {
    await this.#attemptOne(first);
    const woken = this.#wokenBy(first);
    if (woken.length === 0) return;
    const path = await this.#runner.searchPath();
    // Grows while it is gone through.
    for (const statement of woken) {
      await this.#attemptOne(statement);
      woken.push(...this.#wokenBy(statement));
    }
    await this.#runner.setSearchPath(path);
  }

  #wokenBy({ state, step }: Statement): Statement[] {
    const made = state === 'applied' ? createdName(step.source) : undefined;
    if (made === undefined) return [];
    const woken = this.#waiting.takeThoseFor(made);
    for (const statement of woken) statement.afterLine = Math.max(statement.afterLine ?? 0, step.line);
    return woken;
  }

  /** Runs a statement, in other words where nothing further down can help. */
  async #attemptOne(statement: Statement): Promise<void> {
    if (statement.searchPath !== undefined) await this.#runner.setSearchPath(statement.searchPath);
    const lineBefore = this.#waiting.lastApplied;
    do await this.#runner.run(statement);
    while (statement.state === 'waiting' && !this.#isAwaited(statement) && statement.repair());
    if (statement.state === 'waiting') {
      statement.searchPath ??= await this.#runner.searchPath();
      this.#waiting.add(statement);
      return;
    }
    if (statement.state === 'applied') {
      if (statement.hasWaited && lineBefore > statement.step.line) statement.afterLine ??= lineBefore;
      if ((statement.afterLine ?? 0) <= statement.step.line) statement.afterLine = undefined;
    }
    this.#settle(statement);
  }

  /** Notes what became of a statement for good. */
  #settle(statement: Statement): void {
    if (statement.state === 'applied') this.#waiting.noteApplied(statement);
    else this.#made.delete(createdName(statement.step.source) ?? '');
    this.#progress.settled();
  }

  /** Whether a statement of the script makes what this one lacks, as far as Postgres has told. */
  #isAwaited({ missing }: Statement): boolean {
    return missing === undefined || this.#made.has(missing);
  }

  /** Until nothing moves any more: first what declares things, in other words if need be, then the rows. */
  async #runWaiting(): Promise<void> {
    await this.#rounds(declares);
    await this.#repair(declares);
    await this.#rounds(any);
    await this.#repair(any);
    await this.#rounds(any);
    for (const statement of this.#waiting.all()) {
      statement.state = 'failed';
      this.#progress.settled();
    }
  }

  /** By turns from the first to the last and back: rows may refer to those below them as well as to those above. */
  async #rounds(isTurn: Choice): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const due = this.#waiting
        .all()
        .filter((statement) => isTurn(statement) && this.#waiting.mayHaveChanged(statement));
      if (due.length === 0) return;
      for (const statement of round % 2 === 0 ? due : due.toReversed()) {
        if (this.#waiting.take(statement)) await this.#attempt(statement);
      }
    }
  }

  /** Puts each statement that can be helped another way. Those that waited for it follow by themselves. */
  async #repair(isTurn: Choice): Promise<void> {
    for (const statement of this.#waiting.all()) {
      while (isTurn(statement) && statement.state === 'waiting' && statement.repair()) {
        this.#waiting.take(statement);
        await this.#attempt(statement);
      }
    }
  }
}
