import type { Statement } from './statement.ts';

/** Statements that wait for others, by the name of what they lack where Postgres has told it. */
export class WaitingList {
  readonly #byName = new Map<string, Set<Statement>>();
  /** For each that waits, how many had been applied when it failed. */
  readonly #since = new Map<Statement, { readonly all: number; readonly definitions: number }>();
  #applied = 0;
  #definitions = 0;
  /** Line of the statement that was applied last. */
  lastApplied = 0;

  noteApplied(statement: Statement): void {
    this.#applied++;
    if (!statement.addsRows) this.#definitions++;
    this.lastApplied = statement.step.line;
  }

  add(statement: Statement): void {
    statement.hasWaited = true;
    this.#since.set(statement, { all: this.#applied, definitions: this.#definitions });
    if (statement.missing === undefined) return;
    const others = this.#byName.get(statement.missing) ?? new Set();
    this.#byName.set(statement.missing, others.add(statement));
  }

  /** Takes a statement off the list; false when it is not on it. */
  take(statement: Statement): boolean {
    if (!this.#since.delete(statement)) return false;
    if (statement.missing !== undefined) this.#byName.get(statement.missing)?.delete(statement);
    return true;
  }

  /** Those that wait for what has this name, in the order of the script. */
  takeThoseFor(name: string): Statement[] {
    const found = [...(this.#byName.get(name) ?? [])].toSorted((one, other) => one.step.line - other.step.line);
    for (const statement of found) this.take(statement);
    return found;
  }

  all(): Statement[] {
    return [...this.#since.keys()].toSorted((one, other) => one.step.line - other.step.line);
  }

  /** Whether anything has been applied since the statement failed that can make a difference to it. */
  mayHaveChanged(statement: Statement): boolean {
    const since = this.#since.get(statement);
    if (since === undefined) return false;
    return statement.missing === undefined ? since.all < this.#applied : since.definitions < this.#definitions;
  }
}
