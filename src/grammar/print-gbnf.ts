import { printRules } from './print-rules.ts';
import type { Grammar } from './rule-tree.ts';

const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** The grammar for llama.cpp. Source of the notation: llama.cpp, `grammars/README.md` and `src/llama-grammar.cpp`. */
export function printGbnf(grammar: Grammar): string {
  return printRules(grammar, escapeForGbnf);
}

export function escapeForGbnf(codePoint: number): string {
  const named = NAMED_ESCAPES[String.fromCodePoint(codePoint)];
  if (named !== undefined) return named;
  const hexadecimal = codePoint.toString(16).toUpperCase();
  if (codePoint <= 0xff) return `\\x${hexadecimal.padStart(2, '0')}`;
  return codePoint <= 0xffff ? `\\u${hexadecimal.padStart(4, '0')}` : `\\U${hexadecimal.padStart(8, '0')}`;
}
