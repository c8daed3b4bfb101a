import type { Cursor } from '../lexer/cursor.ts';
import { stringValue } from '../lexer/values.ts';
import type { SourceType } from './target-type.ts';

/** Words of types that have more than one. */
const SECOND_WORDS: ReadonlySet<string> = new Set([
  'varying',
  'precision',
  'char',
  'varchar',
  'character',
  'byte',
  'large',
  'object',
]);
const ATTRIBUTES: ReadonlySet<string> = new Set(['unsigned', 'signed', 'zerofill']);

/**
 * Reads a type with its width and MySQL's UNSIGNED.
 * @param ends words that end a type of many words, as SQLite takes them; undefined where types are not free text
 */
export function readType(cursor: Cursor, ends?: ReadonlySet<string>): SourceType {
  const words: string[] = [];
  while (cursor.peek()?.kind === 'word' || cursor.peek()?.kind === 'name') {
    const word = cursor.word();
    const goesOn =
      words.length === 0 || (ends ? !ATTRIBUTES.has(word) : SECOND_WORDS.has(word) && isTwoWordStart(words));
    if (!goesOn || ends?.has(word)) break;
    words.push(cursor.takeName().toLowerCase());
    // [sys].[int]
    if (cursor.acceptSymbol('.')) words.pop();
  }
  const args = cursor.isSymbol('(') ? readArguments(cursor) : [];
  let isUnsigned = false;
  while (ATTRIBUTES.has(cursor.word())) {
    isUnsigned ||= cursor.word() !== 'signed';
    cursor.take();
  }
  // UNSIGNED BIG INT is a type of SQLite's documentation.
  const name = words.filter((word) => !ATTRIBUTES.has(word)).join(' ');
  return { name, args, isUnsigned: isUnsigned || words.includes('unsigned') };
}

const TWO_WORD_STARTS: ReadonlySet<string> = new Set(['double', 'character', 'char', 'national', 'long', 'binary']);

function isTwoWordStart(words: readonly string[]): boolean {
  return words.length < 3 && TWO_WORD_STARTS.has(words[0] ?? '');
}

function readArguments(cursor: Cursor): string[] {
  const args: string[] = [];
  cursor.expectSymbol('(');
  while (!cursor.isSymbol(')')) {
    const token = cursor.take();
    if (token.kind === 'string') args.push(stringValue(token.text, cursor.rules));
    else if (token.kind === 'number' || token.kind === 'word') args.push(token.text);
  }
  cursor.expectSymbol(')');
  return args;
}
