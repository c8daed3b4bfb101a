import type { Cursor } from '../lexer/cursor.ts';

/** SQLite: NOT NULL ON CONFLICT IGNORE. */
export function skipConflictClause(cursor: Cursor): void {
  if (cursor.word() === 'on' && cursor.word(1) === 'conflict') {
    cursor.take();
    skipConflict(cursor);
  }
}

export function skipConflict(cursor: Cursor): void {
  if (cursor.accept('conflict')) cursor.take();
  // T-SQL: ON [PRIMARY].
  else if (!cursor.atEnd) cursor.take();
}

/** T-SQL: WITH (PAD_INDEX = OFF, …) ON [PRIMARY]. */
export function skipIndexOptions(cursor: Cursor): void {
  if (cursor.word() === 'with' && cursor.isSymbol('(', 1)) {
    cursor.take();
    cursor.takeParenthesised();
  }
  if (cursor.word() === 'on' && cursor.word(1) !== 'update' && cursor.word(1) !== 'delete') {
    cursor.take();
    cursor.takeName();
    if (cursor.isSymbol('(')) cursor.takeParenthesised();
  }
}
