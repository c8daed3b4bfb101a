import type { TokenKind } from '../lexer/token.ts';
import type { ValueKind } from '../types/value-kind.ts';

/** A query as a tree of its parentheses and CASE … END: all that converting it needs to know of its structure. */
export type Node = Leaf | Group | Done;

interface NodeBase {
  /** Blanks and comments in front, in Postgres' spelling. */
  readonly before: string;
}

export interface Leaf extends NodeBase {
  readonly kind: 'leaf';
  readonly token: TokenKind;
  /** As written. */
  readonly text: string;
  /** Words in lower case, names and strings without their quotes, anything else as written. */
  readonly value: string;
}

export interface Group extends NodeBase {
  readonly kind: 'group';
  /** `(` or the word CASE, as written. */
  readonly open: string;
  readonly nodes: readonly Node[];
  /** Blanks and comments before the closing mark. */
  readonly beforeClose: string;
  /** `)`, the word END, or empty where it is missing. */
  readonly close: string;
}

/** SQL for Postgres: nothing more will be changed in it. */
export interface Done extends NodeBase {
  readonly kind: 'done';
  readonly text: string;
  /** Whether it can be an operand without parentheses; an operator is none. */
  readonly binds: 'tight' | 'loose' | 'operator';
  /** What it visibly is, where that shows. */
  readonly value: ValueKind | undefined;
  /** A part of a JSON document as text, for comparing it with texts and numbers. */
  readonly jsonText?: string | undefined;
}

export interface DoneOptions {
  readonly before?: string;
  readonly binds?: Done['binds'];
  readonly value?: ValueKind | undefined;
  readonly jsonText?: string | undefined;
}

export function done(text: string, { before = '', binds = 'tight', value, jsonText }: DoneOptions = {}): Done {
  return { kind: 'done', text, before, binds, value, jsonText };
}

export function isWord(node: Node | undefined, ...words: readonly string[]): boolean {
  return node?.kind === 'leaf' && node.token === 'word' && words.includes(node.value);
}

export function isSymbol(node: Node | undefined, ...symbols: readonly string[]): boolean {
  return node?.kind === 'leaf' && node.token === 'symbol' && symbols.includes(node.text);
}

/** Parentheses, not CASE … END. */
export function isParenthesised(node: Node | undefined): node is Group {
  return node?.kind === 'group' && node.open === '(';
}

/** The lists between the commas of `nodes`; none where there is nothing. */
export function splitAtCommas(nodes: readonly Node[]): (readonly Node[])[] {
  const parts: Node[][] = [];
  if (nodes.length === 0) return parts;
  let current: Node[] = [];
  parts.push(current);
  for (const node of nodes) {
    if (isSymbol(node, ',')) {
      current = [];
      parts.push(current);
    } else {
      current.push(node);
    }
  }
  return parts;
}
