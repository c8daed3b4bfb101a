/** What a preview says of a file. It is plain data: it crosses the worker boundary and comes back changed. */
import type { HeaderEvidence } from './delimited/header.ts';
import type { Delimiter } from './delimited/reader.ts';
import type { Encoding, EncodingName } from './encoding.ts';
import type { Reading, Warning } from './source.ts';
import type { ColumnType } from './types/column-type.ts';

/** What a person may say before the file is read; what is absent is found out. */
export interface ReadChoices {
  readonly encoding?: EncodingName;
  readonly delimiter?: Delimiter;
  readonly hasHeader?: boolean;
  /** Cells of a delimited file that are no value unless they are in quotes; the empty one has to be listed too. */
  readonly nullWords?: readonly string[];
}

export interface TabularPreview {
  readonly fileName: string;
  readonly encoding: Encoding;
  readonly delimited: {
    readonly delimiter: Delimiter;
    readonly evidence: string;
    readonly header: HeaderEvidence;
  } | null;
  /** To be given to `toCopy` as it is. */
  readonly reading: Reading;
  /** One, but for JSON files with several lists. */
  readonly tables: readonly TablePreview[];
  readonly warnings: readonly Warning[];
}

export interface TablePreview {
  /** Place among the tables of the file. */
  readonly index: number;
  readonly name: string;
  /** What the file calls it. */
  readonly title: string;
  readonly columns: readonly ColumnPreview[];
  /** The first rows, long cells cut off; null for no value. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly rowCount: number;
}

export interface ColumnPreview {
  readonly name: string;
  /** What the file calls it; null where it has no name. */
  readonly title: string | null;
  readonly type: ColumnType;
  /** The type that the cells gave; `type` starts as this. */
  readonly detectedType: ColumnType;
  /** Why this type, for people. */
  readonly evidence: string;
  /** Set where the cells can be read in more than one way; they then stay text until someone chooses. */
  readonly ambiguity?: string;
  readonly nullable: boolean;
  /** Rows without a value. */
  readonly missing: number;
  /** False for what has neither name nor value: an accident of trailing delimiters. */
  readonly isIncluded: boolean;
}
