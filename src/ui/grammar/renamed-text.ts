import type { RenamedColumn } from '../../sql-tools/contract.ts';
import { count } from '../parts/format.ts';

/** Columns that are told; a result has rarely more that the spelling changes. */
const MAX_TOLD = 5;

/** That the result's columns are not called as in the text that was typed; empty when they are. */
export function renamedText(renamed: readonly RenamedColumn[]): string {
  if (renamed.length === 0) return '';
  const told = renamed.slice(0, MAX_TOLD).map(({ from, to }) => `${from} becomes ${to}`);
  const more = renamed.length - told.length;
  return `Its columns are called differently: ${told.join(', ')}${more > 0 ? `, and ${count(more)} more` : ''}.`;
}
