import type { CopyPiece } from '../../../src/schema/split-statements.ts';
import type { PieceFailure } from './run-pieces.ts';

/**
 * A COPY whose data the end of the script cuts off in the middle of a row, without that row; undefined for any other
 * failure.
 */
export function wholeRows({ piece }: PieceFailure): CopyPiece | undefined {
  if (piece.kind !== 'copy' || piece.closed) return undefined;
  const end = Math.max(piece.data.lastIndexOf('\n'), piece.data.lastIndexOf('\r')) + 1;
  return end === piece.data.length ? undefined : { ...piece, data: piece.data.slice(0, end) };
}
