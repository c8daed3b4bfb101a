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

export interface GuardedStatement {
  readonly text: string;
  readonly guard: 'exists' | 'missing';
  /** From IF on, as written. */
  readonly condition: string;
  /** BEGIN and END stood around it. */
  readonly isBlock: boolean;
}

/**
 * The one statement that T-SQL's `IF OBJECT_ID('t') IS NULL …` guards; several where they stand in a block.
 * Undefined where the condition asks for anything but what exists.
 */
export function guardedStatement(cursor: Cursor): GuardedStatement | undefined {
  const start = cursor.index;
  cursor.take();
  for (let parentheses = 0; !cursor.atEnd; cursor.take()) {
    if (cursor.isSymbol('(')) parentheses++;
    if (cursor.isSymbol(')')) parentheses--;
    if (parentheses === 0 && ACTIONS.has(cursor.word())) break;
  }
  const written = cursor.textBetween(start, cursor.index);
  const condition = written.toLowerCase();
  if (!/object_id|sys\.|sysobjects|information_schema|schema_id|col_length|type_id/.test(condition)) return undefined;
  const isMissing = /\bnot\s+exists\b|\bis\s+null\b/.test(condition);
  const isBlock = cursor.accept('begin');
  const from = cursor.index;
  const last = cursor.tokens.findLastIndex(({ kind, text }) => kind === 'word' && text.toLowerCase() === 'end');
  const to = isBlock && last > from ? last : cursor.tokens.length;
  const text = cursor.textBetween(from, to).replace(/;\s*$/, '');
  return { text, guard: isMissing ? 'missing' : 'exists', condition: written, isBlock };
}
