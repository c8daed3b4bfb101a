/**
 * Work on SQL and its grammar that is pure but takes long enough to make a page stutter. The worker in `workers/sql`
 * serves it; the page's client derives from it.
 */
import type { GrammarDialect } from '../engine/contract.ts';
import type { GrammarOptions } from '../grammar/build-grammar.ts';
import type { Schema, Table } from '../schema/model.ts';
import type { SmartQueryResult } from '../schema/smart-query/read-result.ts';
import type { ReadProgress } from '../tabular/pacing.ts';
import type { ReadChoices, TabularPreview } from '../tabular/preview-model.ts';

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
  /** The tables and views of `schema` that a statement names; none where Postgres cannot read it. */
  tablesUsed(request: TablesUsedRequest): Promise<readonly NamedTable[]>;
  /** What a person pastes from the smart query. Rejects with `smart-query/unreadable` or `smart-query/too-large` and what is wrong with it. */
  smartQueryResult(pasted: string): Promise<SmartQueryResult>;
  /**
   * What a file would become as tables. Rejects with `file/unreadable` and `file/too-large`, and with `cancelled` once the
   * signal aborts.
   */
  previewFile(
    request: PreviewRequest,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ): Promise<TabularPreview>;
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

export interface TablesUsedRequest {
  readonly sql: string;
  readonly schema: Schema;
}

export type NamedTable = Pick<Table, 'namespace' | 'name'>;

export interface PreviewRequest {
  /** The file's. */
  readonly name: string;
  readonly file: Blob;
  readonly choices: ReadChoices;
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
      /** Columns of the result that are called differently there. */
      readonly renamed: readonly RenamedColumn[];
    }
  | { readonly kind: 'rejected'; readonly canonical: string; readonly rejection: Rejection }
  /** Postgres cannot read it; the message is Postgres' own, the hint is ours where the mistake is a common one. */
  | {
      readonly kind: 'syntax';
      readonly message: string;
      readonly hint: string | null;
      readonly place: Place | null;
    }
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

/** Both as SQL text: `"Total €"` is `total`. */
export interface RenamedColumn {
  readonly from: string;
  readonly to: string;
}

/** Where the canonical text stops being the beginning of anything that the grammar accepts. */
export interface Rejection {
  /** The word or sign at fault, in the canonical text; empty at its end when something is missing there. */
  readonly place: Place;
  readonly reason: RejectionReason;
  /**
   * What could stand there, the most telling first; a dozen at most. Where the reason says what is amiss, only what
   * would mend it.
   */
  readonly allowed: readonly Allowed[];
  /** How much else could; 0 where the rest would mend nothing. */
  readonly more: number;
}

export type RejectionReason =
  /** It changes rows, and this grammar only reads. */
  | { readonly kind: 'writes' }
  /** Not a function of the grammar; `nearest` is one that is called almost so. */
  | { readonly kind: 'function'; readonly name: string; readonly nearest: string | null }
  /** The function does not take so many, or so few: it takes `1`, `1 or 2`, `2 to 4`, `at least 1`, or `no`. */
  | { readonly kind: 'arguments'; readonly function: string; readonly takes: string }
  /** The column takes a few texts, and this is none of them. */
  | { readonly kind: 'listed-text' }
  /** Not a type of the grammar. */
  | { readonly kind: 'type'; readonly name: string }
  /** Not shaped like the names that a query may give; it is the name of a field, which cannot be another. */
  | { readonly kind: 'name'; readonly name: string }
  /** This grammar joins along declared foreign keys alone. */
  | { readonly kind: 'join' }
  /** Nothing else can follow. */
  | { readonly kind: 'missing'; readonly text: string }
  | { readonly kind: 'other' };

export type Allowed =
  /** As it is written. */
  | { readonly kind: 'text'; readonly text: string }
  /** `a column of orders`, with those nearest to what stood there, and how many more there are. */
  | { readonly kind: 'names'; readonly what: string; readonly examples: readonly string[]; readonly more: number }
  | { readonly kind: 'end' };
