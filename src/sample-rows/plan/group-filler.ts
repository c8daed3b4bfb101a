import { tableKey } from '../facts.ts';
import { Random } from '../random.ts';
import type { CompiledKey } from '../rows/compile-table.ts';
import type { NoRow, Refusals, SampleRow, TableFiller } from '../rows/table-filler.ts';

/** Draws a row each for tables that need one another's rows; a group of one is the common case. */
export class GroupFiller {
  readonly fillers: readonly TableFiller[];
  readonly #seed: number;

  constructor(fillers: readonly TableFiller[], seed: number) {
    this.fillers = fillers;
    this.#seed = seed;
  }

  /** One row for each table, in their order; they have to be put in by one statement, or be refused together. */
  draw(number: number, refusals?: Refusals): readonly SampleRow[] | NoRow {
    const rows: SampleRow[] = [];
    for (const filler of this.fillers) {
      const row = filler.draw(number, refusals);
      if ('kind' in row) {
        this.refuse(rows);
        return row;
      }
      rows.push(row);
    }
    return rows.map((row, index) => this.#completed(index, row));
  }

  refuse(rows: readonly SampleRow[]): void {
    for (const [index, row] of rows.entries()) this.fillers[index]?.refuse(row);
  }

  settle(rows: readonly SampleRow[]): void {
    for (const [index, row] of rows.entries()) this.fillers[index]?.settle(row);
  }

  #completed(index: number, row: SampleRow): SampleRow {
    const filler = this.fillers[index];
    const awaited = filler?.compiled.keys.filter(({ timing }) => timing === 'together') ?? [];
    if (!filler || awaited.length === 0) return row;
    const random = new Random(this.#seed, 'group', tableKey(filler.table), row.number, row.refusals.all);
    return filler.complete(row, (draft) => {
      for (const key of awaited) {
        const tuple = parentOf(key, random);
        for (const [place, column] of key.columns.entries()) {
          if (!draft.has(column)) draft.set(column, tuple?.[place] ?? null);
        }
      }
    });
  }
}

/** Where a parent may have but one row, the one that comes at the same time. */
function parentOf({ pool, isUnique }: CompiledKey, random: Random): readonly string[] | undefined {
  return isUnique ? pool.at(pool.size - 1) : pool.pick(random);
}
