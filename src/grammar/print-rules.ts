import type { CodePointRange, Grammar, GrammarNode } from './rule-tree.ts';

/** How a dialect writes a code point that cannot stand for itself, always one below U+0100. */
export type EscapeCodePoint = (codePoint: number) => string;

/** Quotation mark, backslash, control characters. */
const UNSAFE_IN_LITERAL = /["\\\p{Cc}]/gu;
/** Neither a control character nor one with a meaning between brackets. */
const SAFE_IN_CLASS = /[ -,.-Z[_-~]/;

/**
 * The notation that both engines share: `name ::= body`, a rule a line, `"text"`, `[a-z]`, `|`, `? * +` and
 * parentheses. The dialects differ in their escapes.
 */
export function printRules(grammar: Grammar, escapeCodePoint: EscapeCodePoint): string {
  return grammar.rules.map(({ name, body }) => `${name} ::= ${printNode(body, escapeCodePoint)}\n`).join('');
}

export function printNode(node: GrammarNode, escapeCodePoint: EscapeCodePoint): string {
  const print = (child: GrammarNode) => printNode(child, escapeCodePoint);
  switch (node.kind) {
    case 'literal':
      return `"${node.text.replace(UNSAFE_IN_LITERAL, (character) => escapeCodePoint(character.charCodeAt(0)))}"`;
    case 'class':
      return `[${node.negated ? '^' : ''}${node.ranges.map((range) => printRange(range, escapeCodePoint)).join('')}]`;
    case 'reference':
      return node.rule;
    case 'sequence':
      return node.items.map((item) => (item.kind === 'choice' ? `(${print(item)})` : print(item))).join(' ');
    case 'choice':
      return node.options.map(print).join(' | ');
    case 'repeat':
      return `${isSingle(node.item) ? print(node.item) : `(${print(node.item)})`}${node.times}`;
  }
}

function isSingle(node: GrammarNode): boolean {
  return node.kind === 'literal' || node.kind === 'class' || node.kind === 'reference';
}

function printRange({ from, to }: CodePointRange, escapeCodePoint: EscapeCodePoint): string {
  const print = (codePoint: number) => {
    const character = String.fromCodePoint(codePoint);
    return SAFE_IN_CLASS.test(character) ? character : escapeCodePoint(codePoint);
  };
  return from === to ? print(from) : `${print(from)}-${print(to)}`;
}
