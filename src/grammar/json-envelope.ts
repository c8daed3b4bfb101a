import {
  type ClassNode,
  type CodePointRange,
  choice,
  createGrammar,
  type Grammar,
  type GrammarNode,
  literal,
  reference,
  rule,
  sequence,
} from './rule-tree.ts';

/** `"` and `\`: what JSON writes with a backslash before it. Control characters occur in literals alone. */
const ESCAPED = [0x22, 0x5c];

/**
 * `{"sql": "…"}` around whatever `grammar` accepts, spelt as JSON spells it. What is inside is bound to the schema as
 * before.
 */
export function insideJson(grammar: Grammar): Grammar {
  return createGrammar('json', [
    rule('json', '{"sql": "', reference(grammar.root), '"}'),
    ...grammar.rules.map(({ name, body }) => rule(name, escaped(body))),
  ]);
}

function escaped(node: GrammarNode): GrammarNode {
  switch (node.kind) {
    case 'literal':
      return literal(JSON.stringify(node.text).slice(1, -1));
    case 'class':
      return escapedClass(node);
    case 'reference':
      return node;
    case 'sequence':
      return sequence(...node.items.map(escaped));
    case 'choice':
      return choice(...node.options.map(escaped));
    case 'repeat':
      return Object.freeze({ ...node, item: escaped(node.item) });
  }
}

function escapedClass(node: ClassNode): GrammarNode {
  const included = ESCAPED.filter(
    (codePoint) => node.ranges.some(({ from, to }) => codePoint >= from && codePoint <= to) !== node.negated,
  );
  if (included.length === 0) return node;
  const ranges = node.negated
    ? [...node.ranges, ...included.map((codePoint) => ({ from: codePoint, to: codePoint }))]
    : included.reduce(without, node.ranges);
  const rest: ClassNode = Object.freeze({ ...node, ranges: Object.freeze(ranges) });
  const options = included.map((codePoint) => literal(`\\${String.fromCharCode(codePoint)}`));
  return ranges.length > 0 ? choice(rest, ...options) : choice(...options);
}

function without(ranges: readonly CodePointRange[], codePoint: number): readonly CodePointRange[] {
  return ranges
    .flatMap(({ from, to }) =>
      codePoint < from || codePoint > to
        ? [{ from, to }]
        : [
            { from, to: codePoint - 1 },
            { from: codePoint + 1, to },
          ],
    )
    .filter(({ from, to }) => from <= to);
}
