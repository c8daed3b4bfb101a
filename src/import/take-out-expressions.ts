import { type Edit, editText } from './edit-text.ts';
import type { MissingObject } from './missing-object.ts';
import { afterParentheses, isMark, type SqlToken, sqlTokens, wordsAt } from './sql-tokens.ts';
import { findAtDepthZero, spanOf, tableElements } from './table-elements.ts';

/** What may follow the expression of a DEFAULT. */
const ENDS_DEFAULT: ReadonlySet<string> = new Set(
  'not null constraint check unique primary references collate generated deferrable initially'.split(' '),
);

/**
 * CREATE TABLE or ALTER TABLE ADD COLUMN without the defaults and generation expressions that call a function
 * which is missing, or one of a schema which is missing; undefined when none does.
 */
export function takeOutExpressions(sql: string, missing: MissingObject): string | undefined {
  const tokens = sqlTokens(sql);
  const edits = (tableElements(sql, tokens)?.elements ?? []).flatMap(({ from, to }): Edit[] => {
    const clause = defaultClause(tokens, from + 1, to) ?? generationClause(tokens, from + 1, to);
    if (clause === undefined || !calls(tokens.slice(clause.from, clause.to), missing)) return [];
    return [spanOf(tokens, clause.from, clause.to)];
  });
  return edits.length > 0 ? editText(sql, edits) : undefined;
}

interface Clause {
  readonly from: number;
  readonly to: number;
}

function defaultClause(tokens: readonly SqlToken[], from: number, to: number): Clause | undefined {
  const start = findAtDepthZero(tokens, from, to, 'default');
  if (start === undefined) return undefined;
  let end = start + 1;
  while (end < to && !(tokens[end]?.kind === 'word' && ENDS_DEFAULT.has(tokens[end]?.text ?? ''))) {
    end = isMark(tokens[end], '(') ? afterParentheses(tokens, end) : end + 1;
  }
  return { from: start, to: end };
}

function generationClause(tokens: readonly SqlToken[], from: number, to: number): Clause | undefined {
  const start = findAtDepthZero(tokens, from, to, 'generated');
  if (start === undefined || !wordsAt(tokens, start, 'generated', 'always', 'as')) return undefined;
  const end = afterParentheses(tokens, start + 3);
  const isSaidHow = wordsAt(tokens, end, 'stored') || wordsAt(tokens, end, 'virtual');
  return { from: start, to: isSaidHow ? end + 1 : end };
}

function calls(tokens: readonly SqlToken[], { kind, name }: MissingObject): boolean {
  const mark = kind === 'schema' ? '.' : '(';
  return tokens.some(
    (token, index) =>
      (token.kind === 'word' || token.kind === 'name') && token.text === name && isMark(tokens[index + 1], mark),
  );
}
