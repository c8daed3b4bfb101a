import type { ScriptState } from '../script-state.ts';
import type { ColumnDraft } from '../table/draft.ts';
import { convertLiteral } from './convert-literal.ts';

/** Of a column that is not known: its literals are as they are. */
export const UNKNOWN_TYPE = { sql: 'text', kind: 'other' } as const;

const CAST_LITERAL = /^(?:cast|convert)\s*\(\s*(N?'(?:[^']|'')*'|0x[0-9A-F]*)\s+as\s/i;
const SHAPE = /^ST_\w*FromText\s*\(\s*('(?:[^'\\]|'')*')/i;

/** A value of several tokens that is put into a column. */
export function convertValue(
  text: string,
  column: ColumnDraft | undefined,
  state: ScriptState,
  notes: Set<string>,
): string {
  // CAST(N'2020-01-01' AS Date) and CAST(0x… AS binary): the column says the type.
  const literal = column && CAST_LITERAL.exec(text)?.[1];
  if (literal !== undefined) {
    const kind = /^0x/i.test(literal) ? 'hex' : 'string';
    return convertLiteral(kind, literal, column?.type ?? UNKNOWN_TYPE, state.rules)?.sql ?? literal;
  }
  const shape = column?.type.kind === 'text' ? SHAPE.exec(text)?.[1] : undefined;
  return shape ?? state.convert(text, notes);
}
