import { Lexer } from '../lexer/lexer.ts';
import type { LexicalRules } from '../lexer/rules.ts';
import { isTrivia } from '../lexer/token.ts';

/** Enough to tell `CREATE ALGORITHM = UNDEFINED DEFINER = a@b SQL SECURITY DEFINER VIEW`. */
const MAX_TOKENS = 24;

/** The first words of a statement in lower case, without names and punctuation. */
export function headWords(text: string, rules: LexicalRules): string[] {
  const lexer = new Lexer(text, rules);
  const words: string[] = [];
  for (let tokens = 0; tokens < MAX_TOKENS && lexer.next(); ) {
    if (isTrivia(lexer.kind)) continue;
    tokens++;
    if (lexer.kind === 'word') words.push(lexer.tokenText.toLowerCase());
    else if (lexer.tokenText === '(') break;
  }
  return words;
}
