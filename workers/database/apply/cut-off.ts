import type { CutOff } from '../../../src/database/contract.ts';
import { dottedName, sqlTokens } from '../../../src/import/sql-tokens.ts';
import type { CopyPiece } from '../../../src/schema/split-statements.ts';
import type { Entry } from './report.ts';

/** Postgres' words, and those of the converters, for a statement of which the end is missing. */
const UNFINISHED: ReadonlySet<string> = new Set(['syntax error at end of input', 'It ends too early.']);
/** Tokens of `COPY schema.name`. */
const NAME_TOKENS = 4;

/** What the script ends in the middle of, as half a download does; told from the last of its statements. */
export function cutOffOf(last: Entry | undefined): CutOff | undefined {
  if (last === undefined) return undefined;
  const { step, statement } = last;
  const { plan, line } = step;
  if (plan.kind === 'unclosed')
    return { inside: `the ${plan.mark === '/*' ? 'comment' : 'quote'} ${plan.mark}`, line: plan.line };
  const copy = plan.kind === 'run' ? plan.pieces.find((piece) => piece.kind === 'copy') : undefined;
  if (copy) return copy.closed ? undefined : { inside: `the rows of ${tableOf(copy)}`, line: lastLineOf(copy) };
  const reason = plan.kind === 'skip' ? plan.reason : statement?.failure?.error.message;
  return reason !== undefined && UNFINISHED.has(reason) ? { inside: 'its last statement', line } : undefined;
}

function tableOf({ text }: CopyPiece): string {
  const name = dottedName(sqlTokens(text, NAME_TOKENS), 1);
  return name === undefined ? 'a COPY' : name.parts.join('.');
}

function lastLineOf({ data, dataLine }: CopyPiece): number {
  return dataLine + (data.trimEnd().match(/\r\n|\n|\r/g)?.length ?? 0);
}
