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

/** llama.cpp knows few names; `\x` takes two hexadecimal digits, which is all that ever needs an escape. */
export function escapeForGbnf(codePoint: number): string {
  const named = NAMED_ESCAPES[String.fromCodePoint(codePoint)];
  return named ?? `\\x${codePoint.toString(16).toUpperCase().padStart(2, '0')}`;
}
