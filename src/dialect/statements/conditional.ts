import type { Cursor } from '../lexer/cursor.ts';

const ACTIONS: ReadonlySet<string> = new Set([
  'create',
  'drop',
  'alter',
  'insert',
  'begin',
  'exec',
  'execute',
  'set',
  'print',
  'update',
  'delete',
]);

/**
 * The one statement that T-SQL's `IF OBJECT_ID('t') IS NULL …` guards; undefined where there are several, or where the
 * condition asks for anything but what exists.
 */
export function guardedStatement(
  cursor: Cursor,
): { readonly text: string; readonly guard: 'exists' | 'missing' } | undefined {
  const start = cursor.index;
  cursor.take();
  for (let parentheses = 0; !cursor.atEnd; cursor.take()) {
    if (cursor.isSymbol('(')) parentheses++;
    if (cursor.isSymbol(')')) parentheses--;
    if (parentheses === 0 && ACTIONS.has(cursor.word())) break;
  }
  const condition = cursor.textBetween(start, cursor.index).toLowerCase();
  if (!/object_id|sys\.|sysobjects|information_schema|schema_id|col_length|type_id/.test(condition)) return undefined;
  const isMissing = /\bnot\s+exists\b|\bis\s+null\b/.test(condition);
  const isBlock = cursor.accept('begin');
  const from = cursor.index;
  const last = cursor.tokens.findLastIndex(({ kind, text }) => kind === 'word' && text.toLowerCase() === 'end');
  const to = isBlock && last > from ? last : cursor.tokens.length;
  const text = cursor.textBetween(from, to).replace(/;\s*$/, '');
  return { text, guard: isMissing ? 'missing' : 'exists' };
}
