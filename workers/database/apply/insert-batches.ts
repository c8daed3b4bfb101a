import type { Entry } from './report.ts';
import type { Statement } from './statement.ts';

/** INSERTs that are sent together at most. */
const MOST_STATEMENTS = 1_000;
/** Characters of their texts at most, unless one alone has more. */
const MOST_CHARACTERS = 200_000;
/** Milliseconds that a batch should take: seldom enough to be quick, often enough for progress to be told. */
const AIM_MS = 40;
/** What a batch shrinks by when one of it fails: where one row is refused, there are often others near it. */
const SHRINKING = 4;
/** INSERTs that are run one by one after a batch has failed: twice as many each time, until one succeeds again. */
const FEWEST_ALONE = 4;
const MOST_ALONE = 1_000;
/** These answer with what the session did last, which a batch that was undone would have changed. */
const ASKS_FOR_LAST = /(?:curr|last)val/i;

/** Which of the statements that come next are sent to Postgres together, and how many, by how it went so far. */
export class InsertBatches {
  #size = 8;
  /** How many of the next ones are to be run by themselves. */
  #alone = 0;
  #nextAlone = FEWEST_ALONE;

  /** The statements from `first` on; empty where that one is to be run by itself. */
  from(entries: readonly Entry[], first: number): Statement[] {
    const batch: Statement[] = [];
    if (this.#alone > 0) {
      this.#alone--;
      return batch;
    }
    let characters = 0;
    for (let index = first; batch.length < this.#size; index++) {
      const statement = entries[index]?.statement;
      const sql = statement && insertOf(statement);
      if (statement === undefined || sql === undefined) break;
      if (batch.length > 0 && characters + sql.length > MOST_CHARACTERS) break;
      batch.push(statement);
      characters += sql.length;
    }
    return batch;
  }

  succeeded(statements: number, milliseconds: number): void {
    this.#nextAlone = FEWEST_ALONE;
    const inTime = Math.floor((statements * AIM_MS) / Math.max(milliseconds, 1));
    if (inTime < statements || statements === this.#size) this.#resize(Math.min(inTime, 2 * this.#size));
  }

  failed(): void {
    this.#resize(Math.floor(this.#size / SHRINKING));
    this.#alone = this.#nextAlone;
    this.#nextAlone = Math.min(2 * this.#nextAlone, MOST_ALONE);
  }

  #resize(size: number): void {
    this.#size = Math.max(2, Math.min(size, MOST_STATEMENTS));
  }
}

/** The one INSERT that a statement is; undefined for anything else. */
function insertOf({ step: { plan }, isRewritten, pieces }: Statement): string | undefined {
  const [piece] = pieces;
  if (plan.kind !== 'run' || pieces.length !== 1 || piece?.kind !== 'sql' || piece.words[0] !== 'insert')
    return undefined;
  // What the values of psql's variables have made of it may be more than one statement.
  if (isRewritten && plan.hasScriptLines) return undefined;
  return ASKS_FOR_LAST.test(piece.text) ? undefined : piece.text;
}
