import { printRules } from './print-rules.ts';
import type { Grammar } from './rule-tree.ts';

/** The grammar for xgrammar, the engine inside WebLLM. Source of the notation: xgrammar, `Grammar.fromEBNF`. */
export function printEbnf(grammar: Grammar): string {
  return printRules(grammar, escapeForEbnf);
}

/** Never `\x`, which here takes as many hexadecimal digits as follow: `\x1f` before an `a` would be U+01FA. */
function escapeForEbnf(codePoint: number): string {
  return `\\u${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
