import type { GivenUp, TableFillReport } from '../../../src/sample-rows/fill-report.ts';
import type { Table } from '../../../src/schema/model.ts';

/** Counts what becomes of one table's rows. */
export class TableTally {
  readonly table: Table;
  readonly wanted: number;
  putIn = 0;
  exhausted: readonly string[] | undefined;
  readonly #givenUp: GivenUp[] = [];
  readonly #withoutParent: GivenUp[] = [];

  constructor(table: Table, wanted: number) {
    this.table = table;
    this.wanted = wanted;
  }

  get givenUp(): number {
    return this.#givenUp.reduce((sum, { rows }) => sum + rows, 0);
  }

  giveUp(reason: string, code: string | undefined, rows: number): void {
    count(this.#givenUp, reason, code, rows);
  }

  /** All that is still missing, for the reason of the last. */
  giveUpRest(): void {
    const last = this.#givenUp.at(-1);
    const missing = this.wanted - this.putIn - this.givenUp;
    if (last && missing > 0) count(this.#givenUp, last.reason, last.code, missing);
  }

  leaveWithoutParent(reason: string, code: string): void {
    count(this.#withoutParent, reason, code, 1);
  }

  report(): TableFillReport {
    const { table, wanted, putIn, exhausted } = this;
    return {
      namespace: table.namespace,
      name: table.name,
      wanted,
      putIn,
      ...(exhausted && { exhausted }),
      givenUp: this.#givenUp,
      withoutParent: this.#withoutParent,
    };
  }
}

function count(list: GivenUp[], reason: string, code: string | undefined, rows: number): void {
  const index = list.findIndex((known) => known.reason === reason && known.code === code);
  const before = list[index]?.rows ?? 0;
  const counted: GivenUp = { reason, ...(code !== undefined && { code }), rows: before + rows };
  if (index >= 0) list.splice(index, 1);
  list.push(counted);
}
