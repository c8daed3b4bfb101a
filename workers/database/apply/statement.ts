import { missingObject } from '../../../src/import/missing-object.ts';
import type { Plan, StatementPiece, Step } from '../../../src/import/plan-step.ts';
import { type Repair, repairStatement } from '../../../src/import/repair-statement.ts';
import { canRunAgain, isDefinition } from '../../../src/import/run-again.ts';
import { reasonToSkipFailed } from '../../../src/import/skip-after-failure.ts';
import type { AppError } from '../../../src/platform/errors.ts';
import { type CopyPiece, splitStatements } from '../../../src/schema/split-statements.ts';
import type { PieceFailure } from './run-pieces.ts';

type RunPlan = Extract<Plan, { kind: 'run' }>;

/** How often one statement is put another way: each time for one thing that is missing. */
const MAX_REPAIRS = 8;
const KEYS_LATER = 'The foreign keys are declared after the tables that they refer to.';

/** SQLSTATE of a row that refers to none. */
export const FOREIGN_KEY_VIOLATION = 'pg/23503';

export type StatementState = 'waiting' | 'applied' | 'skipped' | 'failed';

/** A statement of the script on its way through Postgres, from the first attempt to what is reported of it. */
export class Statement {
  readonly step: Step;
  state: StatementState = 'waiting';
  pieces: readonly StatementPiece[];
  readonly hasScriptLines: boolean;
  /** What was changed, first by the plan and then by repairs. */
  readonly notes: string[];
  isRewritten: boolean;
  /** Foreign keys that were taken out, to be declared at the end. */
  readonly laterKeys: string[] = [];
  readonly declaredKeys: string[] = [];
  skipReason = '';
  failure: PieceFailure | undefined;
  /** Postgres' `search_path` when the first attempt failed: names mean what they meant then. */
  searchPath: string | undefined;
  /** Line of a statement further down that it was applied after. */
  afterLine: number | undefined;
  hasWaited = false;
  #repairs = 0;

  constructor(step: Step, plan: RunPlan) {
    this.step = step;
    this.pieces = plan.pieces;
    this.hasScriptLines = plan.hasScriptLines;
    this.notes = [...plan.notes];
    this.isRewritten = plan.isRewritten;
  }

  get isDefinition(): boolean {
    return this.pieces.some(({ words }) => isDefinition(words));
  }

  /** Whether it failed because rows refer to others that are not there, or not there yet. */
  get lacksRows(): boolean {
    return this.failure?.error.code === FOREIGN_KEY_VIOLATION;
  }

  /** Whether all that it does is put rows in. */
  get addsRows(): boolean {
    return this.pieces.every(({ words }) => words[0] === 'insert' || words[0] === 'copy');
  }

  /** Name of what it lacks, as Postgres tells it. */
  get missing(): string | undefined {
    return this.failure && missingObject(this.failure.error.message)?.name;
  }

  succeed(): void {
    this.state = 'applied';
    this.failure = undefined;
  }

  /** Applied as far as the script had it. */
  succeedWithout(whole: CopyPiece): void {
    this.pieces = [whole];
    this.isRewritten = true;
    this.notes.push('The script ends in the middle of the last row, which is left out.');
    this.succeed();
  }

  /** @param note what is to be said of a key that is not declared as it was */
  keyTried(key: string, error: AppError | undefined, note?: string): void {
    if (error !== undefined) {
      this.notes.push(`Left out: ${key} (${error.message}).`);
      return;
    }
    if (this.declaredKeys.length === 0) this.notes.push(KEYS_LATER);
    if (note !== undefined) this.notes.push(note);
    this.declaredKeys.push(key);
  }

  /** Settles the statement unless it is worth another try after the others. */
  fail(failure: PieceFailure): void {
    this.failure = failure;
    const { piece, error } = failure;
    const reason = reasonToSkipFailed(piece.words, piece.text, error);
    if (reason !== undefined) {
      this.state = 'skipped';
      this.skipReason = reason;
    } else if (!canRunAgain(piece.words, piece.text, error) && !this.#canRepair()) {
      this.state = 'failed';
    }
  }

  /** Puts the statement another way; false when there is none. */
  repair(): boolean {
    const repair = this.#repairOf();
    if (repair === undefined || this.failure === undefined) return false;
    this.#repairs++;
    const failed = this.failure.piece;
    this.pieces = this.pieces.flatMap((piece) => (piece === failed ? piecesOf(repair.statements, piece) : [piece]));
    this.laterKeys.push(...repair.later);
    if (repair.note !== undefined) this.notes.push(repair.note);
    this.isRewritten = true;
    return true;
  }

  #canRepair(): boolean {
    return this.#repairOf() !== undefined;
  }

  #repairOf(): Repair | undefined {
    if (this.failure === undefined || this.failure.piece.kind === 'copy' || this.#repairs >= MAX_REPAIRS)
      return undefined;
    const { piece, error } = this.failure;
    return repairStatement(piece.text, piece.words, error);
  }
}

/** The statements of a repair, on the line of what they stand for. */
function piecesOf(statements: readonly string[], { line }: StatementPiece): StatementPiece[] {
  return statements.flatMap((sql) =>
    splitStatements(sql).flatMap((piece) => (piece.kind === 'sql' ? [{ ...piece, line }] : [])),
  );
}
