import { textLiteral } from '../../../schema/names.ts';
import { asText } from '../expression.ts';
import { done, type Group, isParenthesised, isSymbol, isWord, type Node, splitAtCommas } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { CallRule, ClauseRule } from '../rules.ts';
import { inParentheses, leaf, spaced, word } from '../shared/build-nodes.ts';
import { withoutDirection } from '../shared/null-order.ts';
import { outputsOf } from '../shared/outputs.ts';

/** `SELECT ',' + name FROM t ORDER BY name FOR XML PATH('')`: how SQL Server joined texts before it had STRING_AGG. */
interface Pieces {
  readonly isDistinct: boolean;
  readonly piece: readonly Node[];
  /** From FROM on, without the order. */
  readonly rest: readonly Node[];
  readonly order: readonly Node[];
  /** The query gives other rows than its table: TOP, GROUP BY, UNION. */
  readonly needsSubquery: boolean;
  readonly query: readonly Node[];
}

export const xmlPathToStringAgg: ClauseRule = (nodes, rewriter) => {
  if (!nodes.some((_, index) => isXml(nodes, index))) return nodes;
  const pieces = isWord(nodes[0], 'select') ? readPieces(nodes) : undefined;
  if (pieces) return joined(pieces, pieces.piece, '', rewriter);
  rewriter.note('FOR XML gives XML, which Postgres does not build this way: it stays as written.');
  return nodes;
};

/** STUFF((SELECT ',' + …), 1, 1, '') takes the first separator away. */
export const stuff: CallRule = ({ args: [text, from, count, replacement] }, rewriter) => {
  const [query, dot, value] = text ?? [];
  const isValue = text?.length === 1 || (isSymbol(dot, '.') && isWord(value, 'value'));
  const pieces = isParenthesised(query) && isValue ? readPieces(query.nodes) : undefined;
  const [separator, plus, ...piece] = pieces?.piece ?? [];
  const isSeparator = separator?.kind === 'leaf' && separator.token === 'string' && isSymbol(plus, '+');
  if (!pieces || !isSeparator || !from || !count || !replacement) return undefined;
  const isFirst = rewriter.text(from) === '1' && rewriter.expression(replacement).literal === '';
  if (!isFirst || rewriter.text(count) !== String(separator.value.length)) return undefined;
  return done(`(${rewriter.text(joined(pieces, piece, separator.value, rewriter))})`, { value: 'text' });
};

function isXml(nodes: readonly Node[], index: number): boolean {
  return isWord(nodes[index], 'for') && isWord(nodes[index + 1], 'xml');
}

function readPieces(nodes: readonly Node[]): Pieces | undefined {
  const end = nodes.findIndex((_, index) => isXml(nodes, index));
  const [path, name, comma, type, ...more] = nodes.slice(end + 2);
  const isPlain = isWord(path, 'path') && isParenthesised(name) && isEmptyText(name);
  const isTyped = comma === undefined || (isSymbol(comma, ',') && isWord(type, 'type'));
  if (end < 0 || !isPlain || !isTyped || more.length > 0) return undefined;
  const query = nodes.slice(0, end);
  const [output, ...others] = outputsOf(query);
  const from = query.findIndex((node) => isWord(node, 'from'));
  if (!output || others.length > 0 || from < 0) return undefined;
  // A column that is called something becomes an element of the XML.
  if (output.isRenamed && output.name !== 'text()') return undefined;
  const by = query.findLastIndex((node, index) => isWord(node, 'by') && isWord(query[index - 1], 'order'));
  return {
    isDistinct: isWord(query[1], 'distinct'),
    piece: output.expression,
    rest: query.slice(from, by < 0 ? query.length : by - 1),
    order: by < 0 ? [] : query.slice(by + 1),
    needsSubquery: query.some((node) => isWord(node, 'top', 'group', 'having', 'union', 'offset')),
    query,
  };
}

function isEmptyText({ nodes: [only, ...more] }: Group): boolean {
  return more.length === 0 && only?.kind === 'leaf' && only.token === 'string' && only.value === '';
}

function joined(
  { isDistinct, rest, order, needsSubquery, query }: Pieces,
  piece: readonly Node[],
  separator: string,
  rewriter: Rewriter,
): readonly Node[] {
  const between = textLiteral(separator);
  if (needsSubquery) {
    const from = query.findIndex((node) => isWord(node, 'from'));
    const list = query.findIndex(
      (node, index) => index > 0 && !isWord(node, 'distinct', 'top') && !isWord(query[index - 1], 'top'),
    );
    const inner = [...query.slice(0, list), ...spaced(piece), word('AS piece'), ...query.slice(from)];
    return [
      word('SELECT'),
      word(`STRING_AGG(piece, ${between})`),
      leaf('FROM'),
      inParentheses(inner),
      word('AS pieces'),
    ];
  }
  const text = asText(rewriter.expression(piece));
  const [first] = splitAtCommas(order);
  const isDescending = isWord(first?.at(-1), 'desc');
  // What is distinct can only be sorted by itself.
  const sorted = isDistinct
    ? ` ORDER BY ${text}${isDescending ? ' DESC' : ''}`
    : order.length > 0 && first && !isNumber(withoutDirection(first))
      ? ` ${rewriter.text([leaf('ORDER'), leaf('BY'), ...order])}`
      : order.length > 0
        ? ` ORDER BY ${text}${isDescending ? ' DESC' : ''}`
        : '';
  return [
    word('SELECT'),
    done(`STRING_AGG(${isDistinct ? 'DISTINCT ' : ''}${text}, ${between}${sorted})`, { before: ' ', value: 'text' }),
    ...rest,
  ];
}

function isNumber([only, ...more]: readonly Node[]): boolean {
  return more.length === 0 && only?.kind === 'leaf' && only.token === 'number';
}
