import type { ForeignDialect } from './dialect.ts';
import { ScriptConverter } from './script-converter.ts';
import type { ConversionOutcome } from './statements/outcome.ts';

/** A statement of the source and what became of it, in the order in which Postgres has to run them. */
export interface ConvertedPiece {
  /** First line in the source, from 1. */
  readonly line: number;
  /** The statement as it was. */
  readonly source: string;
  readonly outcome: ConversionOutcome;
}

/**
 * A script of another dialect, statement by statement. Nothing is dropped silently: what has no place in Postgres is
 * there with the reason. Foreign keys that cannot be declared with their table come last, as pieces of their own.
 */
export function convertScript(script: string, dialect: ForeignDialect): ConvertedPiece[] {
  return new ScriptConverter(script, dialect).convert();
}
