import { textLiteral } from '../../schema/names.ts';
import { tokenize } from '../lexer/lexer.ts';
import { isTrivia, type Token } from '../lexer/token.ts';
import type { ScriptState } from '../script-state.ts';
import { convertLiteral } from '../statements/convert-literal.ts';
import { type ColumnDraft, columnOf, type TableDraft } from './draft.ts';
import { fitDefault } from './fit-default.ts';

/** A column's default as Postgres writes it; undefined where there is none, or none that can be kept. */
export function writeDefault(
  column: ColumnDraft,
  table: TableDraft,
  state: ScriptState,
  notes: Set<string>,
): string | undefined {
  const text = column.defaultText === undefined ? '' : withoutParentheses(column.defaultText);
  if (text === '' || /^null$/i.test(text)) return undefined;
  const tokens = tokenize(text, state.rules.lexical).filter(({ kind }) => !isTrivia(kind));
  const leftOut = (why: string) => {
    notes.add(`${column.name}: the default ${text.slice(0, 60)} ${why} and is left out.`);
    return undefined;
  };
  const [only] = tokens;
  const literal = only && tokens.length === 1 ? literalDefault(only, column, state) : undefined;
  if (literal === 'NULL') return leftOut('is no date');
  if (literal === DOES_NOT_FIT) return leftOut(`is no ${column.type.sql}`);
  if (literal !== undefined) return literal;
  const ownNotes = new Set<string>();
  const converted = state.convert(text, ownNotes);
  if (mentionsColumn(tokens, table)) return leftOut('reads other columns');
  // A function that is not there would take the whole table with it.
  if ([...ownNotes].some((note) => note.includes(AS_WRITTEN))) return leftOut('has no equal in Postgres');
  for (const note of ownNotes) notes.add(note);
  const isLiteral = tokens.length === 1 && only?.kind !== 'word';
  switch (isLiteral ? 'as it is' : fitDefault(column, text, state.kindOf(text))) {
    case 'as it is':
      return converted;
    case 'cast':
      return `(${converted})::${column.type.sql}`;
    case 'does not fit':
      return leftOut(`gives no ${column.type.sql}`);
  }
}

const DOES_NOT_FIT = Symbol('a literal that Postgres would refuse');
/** What the notes of the rules say where they know no equal. */
const AS_WRITTEN = 'stays as written';

/** Undefined where the literal can stay as it is written, or is none. */
function literalDefault(
  token: Token,
  column: ColumnDraft,
  state: ScriptState,
): string | typeof DOES_NOT_FIT | undefined {
  // SQLite takes "text" for a text where a default stands.
  const isQuotedText = token.kind === 'name' && state.dialect === 'sqlite';
  const text = isQuotedText ? textLiteral(token.text.slice(1, -1)) : token.text;
  const kind = isQuotedText ? 'string' : token.kind;
  const literal = convertLiteral(kind, text, column.type, state.rules);
  if (literal?.kind === 'fits') return literal.sql;
  // A fraction is rounded; what is no number, date or truth value at all would be refused with the whole table.
  const isRounded = column.type.kind === 'integer' && kind === 'number' && literal?.value === 'number';
  if (literal && !isRounded) return DOES_NOT_FIT;
  return isQuotedText ? text : undefined;
}

function mentionsColumn(tokens: readonly Token[], table: TableDraft): boolean {
  return tokens.some(
    ({ kind, text }, index) =>
      kind === 'name' && tokens[index + 1]?.text !== '(' && columnOf(table, text.slice(1, -1)) !== undefined,
  );
}

/** `((0))` is T-SQL's way to write 0. */
function withoutParentheses(text: string): string {
  let inner = text.trim();
  while (inner.startsWith('(') && inner.endsWith(')') && isOnePair(inner)) inner = inner.slice(1, -1).trim();
  return inner;
}

function isOnePair(text: string): boolean {
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === "'" || character === '"') return depth > 0 && !/\).*\(/s.test(text.slice(1, -1));
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth === 0) return index === [...text].length - 1;
  }
  return false;
}
