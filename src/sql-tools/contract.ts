/**
 * Work on SQL and its grammar that is pure but takes long enough to make a page stutter. The worker in `workers/sql`
 * serves it; the page's client derives from it.
 */
import type { GrammarDialect } from '../engine/contract.ts';
import type { GrammarOptions } from '../grammar/build-grammar.ts';
import type { Schema } from '../schema/model.ts';

export interface SqlToolsContract {
  /** The grammar of statements over `schema`, as the text that an engine takes. Rejects with `ask/empty-schema`. */
  grammar(request: GrammarRequest): Promise<GrammarText>;
  /**
   * Whether a model could write `sql`, and if not, why. Rejects with `ask/empty-schema`; with `cancelled` when the
   * signal aborts before its turn comes.
   */
  explain(request: ExplainRequest, signal: AbortSignal): Promise<Explanation>;
  /**
   * The same query in the spelling that people like to read. Rejects as `canonicalSql` does, and with `internal` when
   * what comes out cannot be shown to mean the same.
   */
  friendly(request: FriendlyRequest): Promise<string>;
  /** Fetches and starts Postgres' parser, which `explain` and `friendly` need and would otherwise wait for. */
  warmUp(): Promise<void>;
}

export interface GrammarRequest {
  readonly schema: Schema;
  readonly dialect: GrammarDialect;
  readonly options?: GrammarOptions;
}

export interface GrammarText {
  readonly text: string;
  /**
   * SHA-256 of what the grammar is made of, in lower-case hex: equal for equal requests, whatever the tables hold and
   * whatever comments are on them.
   */
  readonly key: string;
  /** Of the text in UTF-8. */
  readonly bytes: number;
  readonly rules: number;
  readonly tables: number;
  /** What it took when it was built. */
  readonly buildMilliseconds: number;
  /** True when it had been built before and was still there. */
  readonly fromCache: boolean;
}

/** Of the grammar, what decides about SQL as such: how a dialect writes it, or JSON around it, does not. */
export type ExplainOptions = Pick<GrammarOptions, 'writes' | 'tables' | 'joins'>;

export interface ExplainRequest {
  /** As a person writes it: any spelling that Postgres knows. */
  readonly sql: string;
  /** All that there is; `options.tables` says which of its tables the grammar names. */
  readonly schema: Schema;
  readonly options?: ExplainOptions;
}

export interface FriendlyRequest {
  readonly sql: string;
  readonly schema: Schema;
}

/** A query that a person can take in has a few thousand characters; the limit keeps one explanation below a second. */
export const MAX_EXPLAINED_CHARACTERS = 20_000;

/** Part of a text: index of the first character (UTF-16) and of the first one after it. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where the given text itself is at fault, `place` is in it; null where Postgres names none. */
export type Explanation =
  /** There is no statement, nor anything else but blanks and comments. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly characters: number; readonly limit: number }
  | {
      readonly kind: 'accepted';
      readonly canonical: string;
      /** The given text is that spelling. */
      readonly isCanonical: boolean;
      /**
       * The grammar has it, and yet it cannot run: it names a column of a table that it does not read. What Postgres
       * would say of it; null when nothing is wrong.
       */
      readonly caveat: string | null;
    }
  | { readonly kind: 'rejected'; readonly canonical: string; readonly rejection: Rejection }
  /** Postgres cannot read it; the message is Postgres' own. */
  | { readonly kind: 'syntax'; readonly message: string; readonly place: Place | null }
  | { readonly kind: 'several-statements'; readonly message: string; readonly place: Place | null }
  /** A table or column that is not there, or not in reach; `hint` has the nearest name when one is near. */
  | {
      readonly kind: 'unknown-name';
      readonly message: string;
      readonly hint: string | null;
      readonly place: Place | null;
    }
  /** A table of the schema that the grammar leaves out. */
  | { readonly kind: 'left-out-table'; readonly table: string; readonly place: Place | null }
  /** Postgres has it, canonical SQL has no place for it. */
  | {
      readonly kind: 'unsupported';
      readonly message: string;
      readonly reason: string | null;
      readonly place: Place | null;
    };

/** Where the canonical text stops being the beginning of anything that the grammar accepts. */
export interface Rejection {
  /** The word or sign at fault, in the canonical text; empty at its end when something is missing there. */
  readonly place: Place;
  readonly reason: RejectionReason;
  /** What could stand there, the most telling first; a dozen at most. */
  readonly allowed: readonly Allowed[];
  /** How much else could. */
  readonly more: number;
}

export type RejectionReason =
  /** It changes rows, and this grammar only reads. */
  | { readonly kind: 'writes' }
  /** Not a function of the grammar. */
  | { readonly kind: 'function'; readonly name: string }
  /** The function does not take so many, or so few. */
  | { readonly kind: 'arguments'; readonly function: string }
  /** The column takes a few texts, and this is none of them. */
  | { readonly kind: 'listed-text' }
  | { readonly kind: 'other' };

export type Allowed =
  /** As it is written. */
  | { readonly kind: 'text'; readonly text: string }
  /** `a column of orders`, with those nearest to what stood there, and how many more there are. */
  | { readonly kind: 'names'; readonly what: string; readonly examples: readonly string[]; readonly more: number }
  | { readonly kind: 'end' };
