/** What is wrong with a statement is gathered while the rest of it is looked at: the leftmost fault is what people expect. */
import { AppError } from '../../platform/errors.ts';
import type { SourceColumn } from './model.ts';

/**
 * Stands for whatever columns a table has that is unknown itself, and goes wherever its columns would: a name that may
 * be one of them is no fault of its own. No name in SQL has a zero in it.
 */
const ANY_COLUMN = '\0';

export const ANYTHING: SourceColumn = { name: ANY_COLUMN, origin: { kind: 'fixed' } };

/** Whether there may be columns that nothing is known of. */
export function hasUnknown(columns: readonly { readonly name: string }[]): boolean {
  return columns.some(({ name }) => name === ANY_COLUMN);
}

/** Names that can be suggested. */
export function knownNames(columns: readonly { readonly name: string }[]): string[] {
  return columns.flatMap(({ name }) => (name === ANY_COLUMN ? [] : [name]));
}

/** What `find` finds; null where that is at fault, which is noted. */
export function orFault<Found>(faults: AppError[], find: () => Found): Found | null {
  try {
    return find();
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    faults.push(thrown);
    return null;
  }
}

/** The first in the text; those that have no place come last. */
export function leftmost(faults: readonly AppError[]): AppError | undefined {
  return [...faults].sort((one, other) => placeOf(one) - placeOf(other))[0];
}

function placeOf({ details }: AppError): number {
  return typeof details?.position === 'number' ? details.position : Number.MAX_SAFE_INTEGER;
}
