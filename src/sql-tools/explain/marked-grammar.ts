/**
 * `accepts` says what could stand at a position in pieces, as the grammar's trees have them: `c`, `ustomers`. To say
 * it as people would ("a column of orders"), each place where a name or one of a list can begin gets a further option
 * that no text has: a mark. That the mark is expected tells that the name is.
 */

import { escapeForGbnf } from '../../grammar/print-gbnf.ts';
import { printNode } from '../../grammar/print-rules.ts';
import {
  choice,
  createGrammar,
  type Grammar,
  type GrammarNode,
  literal,
  type Rule,
  sequence,
} from '../../grammar/rule-tree.ts';
import { kindOfRule, type NameKind } from './name-kinds.ts';

export interface Mark {
  readonly kind: NameKind;
  /** What it can begin with, as far as that is a list. */
  readonly texts: readonly string[];
  /** What `accepts` says is expected where this can begin. */
  readonly pieces: ReadonlySet<string>;
}

export interface MarkedGrammar {
  readonly grammar: Grammar;
  /** By their option in the grammar. */
  readonly marks: ReadonlyMap<string, Mark>;
}

/** Of the Unicode area for private use: no canonical SQL has it outside of quotes. */
const MARK = '\u{E000}';

export function markedGrammar(grammar: Grammar): MarkedGrammar {
  const marks = new Map<string, Mark>();
  const bodies = new Map(grammar.rules.map(({ name, body }) => [name, body]));
  const withMark = (kind: NameKind, node: GrammarNode, marked: GrammarNode): GrammarNode => {
    const option = `${MARK}${marks.size}`;
    marks.set(option, { kind, texts: beginningsOf(node), pieces: piecesOf(node, bodies) });
    return choice(literal(option), marked);
  };
  /** @param isFirst `node` begins a rule that has a mark already */
  const inside = (node: GrammarNode, isFirst: boolean): GrammarNode => {
    switch (node.kind) {
      case 'literal':
      case 'class':
      case 'reference':
        return node;
      case 'sequence':
        return sequence(...node.items.map((item, index) => inside(item, isFirst && index === 0)));
      case 'choice': {
        const marked = choice(...node.options.map((option) => inside(option, isFirst)));
        return !isFirst && isList(node) ? withMark('listed', node, marked) : marked;
      }
      case 'repeat':
        return Object.freeze({ ...node, item: inside(node.item, isFirst) });
    }
  };
  const rules = grammar.rules.map(({ name, body }): Rule => {
    const kind = kindOfRule(name);
    const marked = inside(body, kind !== null);
    return { name, body: kind === null ? marked : withMark(kind, body, marked) };
  });
  return { grammar: createGrammar(grammar.root, rules), marks };
}

/** Whether it is one of some words or texts, each perhaps with more behind it. Keywords begin with their blank. */
function isList(node: GrammarNode): boolean {
  return beginnings(node).every(({ text }) => /^[\w'"]/.test(text));
}

/** The texts that `node` can begin with, up to where something else than text follows. */
function beginningsOf(node: GrammarNode): readonly string[] {
  return [...new Set(beginnings(node).map(({ text }) => text))].filter((text) => text !== '');
}

interface Beginning {
  readonly text: string;
  /** Nothing follows it. */
  readonly isWhole: boolean;
}

function beginnings(node: GrammarNode): readonly Beginning[] {
  switch (node.kind) {
    case 'literal':
      return [{ text: node.text, isWhole: true }];
    case 'class':
    case 'reference':
      return [{ text: '', isWhole: false }];
    case 'sequence':
      return node.items.map(beginnings).reduce(joined);
    case 'choice':
      return node.options.flatMap(beginnings);
    case 'repeat': {
      const item = beginnings(node.item);
      const once = node.times === '?' ? item : item.map(({ text }) => ({ text, isWhole: false }));
      return node.times === '+' ? once : [...once, { text: '', isWhole: true }];
    }
  }
}

function joined(before: readonly Beginning[], after: readonly Beginning[]): readonly Beginning[] {
  return before.flatMap((begun) =>
    begun.isWhole ? after.map(({ text, isWhole }) => ({ text: begun.text + text, isWhole })) : [begun],
  );
}

type Bodies = ReadonlyMap<string, GrammarNode>;

function piecesOf(node: GrammarNode, bodies: Bodies): ReadonlySet<string> {
  const pieces = new Set<string>();
  addPieces(node, bodies, new Set(), pieces);
  return pieces;
}

/** Adds what can come first; returns whether nothing may. A rule that is begun already adds nothing new. */
function addPieces(node: GrammarNode, bodies: Bodies, begun: Set<string>, pieces: Set<string>): boolean {
  switch (node.kind) {
    case 'literal':
      pieces.add(node.text);
      return false;
    case 'class':
      pieces.add(printNode(node, escapeForGbnf));
      return false;
    case 'reference': {
      const body = bodies.get(node.rule);
      if (!body || begun.has(node.rule)) return false;
      return addPieces(body, bodies, begun.add(node.rule), pieces);
    }
    case 'sequence':
      return node.items.every((item) => addPieces(item, bodies, begun, pieces));
    case 'choice':
      return node.options.map((option) => addPieces(option, bodies, begun, pieces)).some(Boolean);
    case 'repeat':
      return addPieces(node.item, bodies, begun, pieces) || node.times !== '+';
  }
}
