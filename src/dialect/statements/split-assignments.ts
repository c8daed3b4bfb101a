import { Cursor } from '../lexer/cursor.ts';
import { tokenize } from '../lexer/lexer.ts';
import type { LexicalRules } from '../lexer/rules.ts';

export interface Assignment {
  readonly column: string;
  /** As written. */
  readonly value: string;
}

/** `a = 1, t.b = VALUES(b)`. */
export function splitAssignments(text: string, rules: LexicalRules): Assignment[] {
  const cursor = new Cursor(text, tokenize(text, rules), rules);
  const pairs: Assignment[] = [];
  do {
    const column = cursor.takeQualifiedName().at(-1) ?? '';
    if (!cursor.acceptSymbol(':=')) cursor.expectSymbol('=');
    pairs.push({ column, value: cursor.takeRestOfItem() });
  } while (cursor.acceptSymbol(','));
  return pairs;
}
