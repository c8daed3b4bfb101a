import { textLiteral } from '../../schema/names.ts';
import { tokenize } from '../lexer/lexer.ts';
import { isTrivia, type Token } from '../lexer/token.ts';
import type { ScriptState } from '../script-state.ts';
import { convertLiteral } from '../statements/convert-literal.ts';
import { type ColumnDraft, columnOf, type TableDraft } from './draft.ts';

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
  const [only] = tokens;
  const literal = only && tokens.length === 1 ? literalDefault(only, column, state) : undefined;
  if (literal !== undefined) {
    if (literal !== 'NULL') return literal;
    notes.add(`${column.name}: the default ${text} is no date and is left out.`);
    return undefined;
  }
  const converted = state.convert(text, notes);
  if (mentionsColumn(tokens, table)) {
    notes.add(`${column.name}: the default ${converted.slice(0, 60)} reads other columns and is left out.`);
    return undefined;
  }
  return converted;
}

function literalDefault(token: Token, column: ColumnDraft, state: ScriptState): string | undefined {
  // SQLite takes "text" for a text where a default stands.
  if (token.kind === 'name' && state.dialect === 'sqlite') return textLiteral(token.text.slice(1, -1));
  const literal = convertLiteral(token.kind, token.text, column.type, state.rules);
  return literal?.kind === 'fits' ? literal.sql : undefined;
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
