import type { CorpusDatabase } from './databases.ts';
import type { Feature } from './features.ts';

/** A query as somebody might write it: any spelling but the canonical one. */
export interface ReadEntry {
  readonly sql: string;
  readonly database: CorpusDatabase;
  /** What it is there for; what many queries have (a WHERE, say) is not listed. */
  readonly features: readonly Feature[];
  /** Its ORDER BY leaves no two rows in doubt. Without it the rows compare as a bag. */
  readonly ordered?: true;
  /** Its rows change between runs: they cannot be compared. */
  readonly volatile?: true;
  /** It has no rows, and should not. */
  readonly empty?: true;
}

/** A statement that changes rows. To compare two of them, compare what RETURNING gives and the tables afterwards. */
export interface WriteEntry {
  readonly sql: string;
  readonly database: CorpusDatabase;
  readonly features: readonly Feature[];
  /** What it writes changes between runs: the time, random numbers, the next number of a sequence. */
  readonly volatile?: true;
  /** It changes no row, and should not. */
  readonly unchanged?: true;
}
