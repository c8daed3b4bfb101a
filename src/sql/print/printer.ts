import type { Schema } from '../../schema/model.ts';
import type { Names } from '../names/names.ts';
import type { QueryScope, Resolution } from '../resolve/model.ts';
import type { SourceText } from '../source-text.ts';
import { type Construct, unsupported } from '../unsupported.ts';

/**
 * What every part of the printer needs. All of it prints in the order of the text, since names are given to what
 * comes up first.
 */
export interface Printer {
  readonly schema: Schema;
  readonly text: SourceText;
  readonly resolution: Resolution;
  readonly names: Names;
  /** The query that is being printed. */
  readonly scope: QueryScope | null;
  /** Columns without what stands before them: Postgres takes none in the WHERE of ON CONFLICT. */
  readonly isBare: boolean;
}

/** The error for what cannot be printed, with the place of the tree's node. */
export function cannotPrint(construct: Construct, printer: Printer, location: number | undefined = -1): Error {
  return unsupported(construct, printer.text.positionOfByte(location));
}
