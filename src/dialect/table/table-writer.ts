import type { ConvertedPiece } from '../convert-script.ts';
import type { ScriptState } from '../script-state.ts';
import { type ConversionOutcome, converted } from '../statements/outcome.ts';
import type { ForeignKeyDraft, TableDraft } from './draft.ts';
import { writeForeignKey, writeTable } from './write-table.ts';

/** Writes the tables of a script in their order, and knows which foreign keys have to wait. */
export class TableWriter {
  readonly #state: ScriptState;
  readonly #written = new Set<TableDraft>();
  #waiting: WaitingKey[] = [];

  constructor(state: ScriptState) {
    this.#state = state;
  }

  write(table: TableDraft, line: number): ConversionOutcome {
    this.#written.add(this.#state.table(table.ref) ?? table);
    const isReady = (key: ForeignKeyDraft) => !this.#waitsForRows && this.#isDeclared(key);
    for (const key of table.foreignKeys) if (!isReady(key)) this.#waiting.push({ key, table, line });
    const { statements, notes } = writeTable(table, table.foreignKeys.filter(isReady), this.#state);
    return converted(statements, notes);
  }

  /** Keys whose other table is there by now. */
  readyForeignKeys(): ConvertedPiece[] {
    if (this.#waitsForRows) return [];
    const ready = this.#waiting.filter(({ key }) => this.#isDeclared(key));
    this.#waiting = this.#waiting.filter((waiting) => !ready.includes(waiting));
    return ready.map((waiting) => this.#piece(waiting));
  }

  /** Keys that have waited for all rows, or for a table that never came. */
  remainingForeignKeys(): ConvertedPiece[] {
    return this.#waiting.map((waiting) => this.#piece(waiting));
  }

  /** Rows may come before those that they refer to where the source does not check. */
  get #waitsForRows(): boolean {
    return this.#state.checksAreOff && this.#state.hasRows;
  }

  #isDeclared({ references }: ForeignKeyDraft): boolean {
    const referenced = this.#state.table(references);
    return referenced === undefined || this.#written.has(referenced);
  }

  #piece({ key, table, line }: WaitingKey): ConvertedPiece {
    const text = `ALTER TABLE ${this.#state.tableText(table.ref)} ADD ${writeForeignKey(key, table, this.#state)}`;
    return { line, source: key.source, outcome: converted([text]) };
  }
}

interface WaitingKey {
  readonly key: ForeignKeyDraft;
  readonly table: TableDraft;
  /** Of the table. */
  readonly line: number;
}
