import type { Cursor } from '../lexer/cursor.ts';

/** A literal with its sign, a call, or an expression in parentheses; as written. */
export function readDefault(cursor: Cursor): string {
  const start = cursor.index;
  if (cursor.isSymbol('(')) {
    cursor.takeParenthesised();
    return cursor.textBetween(start, cursor.index);
  }
  if (cursor.accept('next', 'value', 'for')) {
    cursor.takeQualifiedName();
    return cursor.textBetween(start, cursor.index);
  }
  if (cursor.isSymbol('-') || cursor.isSymbol('+')) cursor.take();
  const first = cursor.take();
  // _utf8mb4'text'
  if (first.kind === 'word' && first.text.startsWith('_') && cursor.peek()?.kind === 'string') cursor.take();
  if (first.kind === 'word' && cursor.isSymbol('(')) cursor.takeParenthesised();
  return cursor.textBetween(start, cursor.index);
}
