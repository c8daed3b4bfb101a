/** What is to become of each statement of a script before Postgres has seen it. */
import type { CopyPiece, ScriptPiece, SqlPiece } from '../schema/split-statements.ts';
import { PsqlVariables } from './psql-variables.ts';
import { rewriteStatement } from './rewrite-statement.ts';
import { reasonInContent } from './skip-by-content.ts';
import { reasonToSkip, reasonToSkipPsql } from './skip-reason.ts';
import { sqlTokens } from './sql-tokens.ts';

export type StatementPiece = SqlPiece | CopyPiece;

/** One statement of the script, and what is to be run for it. */
export interface Step {
  /** First line of the statement, from 1. */
  readonly line: number;
  /** The statement as the script has it. */
  readonly source: string;
  readonly plan: Plan;
}

export type Plan =
  | {
      readonly kind: 'run';
      /** All or nothing. */
      readonly pieces: readonly StatementPiece[];
      /** Whether what is on a line of a piece is on the same line of the script. */
      readonly hasScriptLines: boolean;
      /** What does not mean quite what the source meant. */
      readonly notes: readonly string[];
      /** Whether something else is run than the source. */
      readonly isRewritten: boolean;
    }
  | { readonly kind: 'skip'; readonly reason: string }
  /** The script ends inside a quote of this statement, which has swallowed everything below it. */
  | { readonly kind: 'unclosed'; readonly mark: string; readonly line: number };

/** Statements in whose text something may have to be changed or found; of others, rows mostly, the words are enough. */
const LOOKED_INTO: ReadonlySet<string> = new Set(['create', 'alter', 'set', 'select', 'copy', 'do', 'drop']);

/** Plans a Postgres script. Variables of psql are followed from piece to piece. */
export class PostgresPlanner {
  readonly #variables = new PsqlVariables();

  plan(piece: ScriptPiece): Step {
    return { line: piece.line, source: piece.text, plan: this.#planOf(piece) };
  }

  #planOf(piece: ScriptPiece): Plan {
    if (piece.kind === 'psql') {
      this.#variables.follow(piece.text);
      return { kind: 'skip', reason: reasonToSkipPsql(piece.text) };
    }
    if (piece.kind === 'sql' && piece.unclosed) return { kind: 'unclosed', ...piece.unclosed };
    const skip = reasonToSkip(piece.words);
    if (skip !== undefined) return { kind: 'skip', reason: skip };
    if (piece.kind === 'copy')
      return { kind: 'run', pieces: [piece], notes: [], isRewritten: false, hasScriptLines: true };
    const interpolated = this.#variables.interpolate(piece.text);
    const notes = interpolated === piece.text ? [] : ['psql variables are replaced by their values.'];
    if (!LOOKED_INTO.has(piece.words[0] ?? '')) return run(piece, interpolated, notes);
    const tokens = sqlTokens(interpolated);
    const reason = reasonInContent(piece.words, tokens);
    if (reason !== undefined) return { kind: 'skip', reason };
    const rewriting = rewriteStatement(interpolated, piece.words, tokens);
    return run(piece, rewriting.sql, [...notes, ...rewriting.notes]);
  }
}

function run(piece: SqlPiece, sql: string, notes: readonly string[]): Plan {
  const isRewritten = sql !== piece.text;
  return { kind: 'run', pieces: [{ ...piece, text: sql }], notes, isRewritten, hasScriptLines: true };
}
