import { done, type Group, isParenthesised, isSymbol, isWord, type Leaf, type Node } from '../node.ts';
import type { ClauseRule } from '../rules.ts';

/** Words behind SELECT that speak to MySQL's planner. */
const HINTS = [
  'sql_calc_found_rows',
  'sql_no_cache',
  'sql_cache',
  'sql_small_result',
  'sql_big_result',
  'sql_buffer_result',
  'high_priority',
  'straight_join',
];

/** Leaves out what only speaks to the planner. */
export const withoutHints: ClauseRule = (nodes, rewriter) => {
  const output: Node[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node) break;
    if (isWord(node, ...HINTS) && isWord(nodes[index - 1], 'select', 'distinct', ...HINTS)) continue;
    if (isWord(node, 'use', 'force', 'ignore') && isWord(nodes[index + 1], 'index', 'key')) {
      // USE INDEX FOR ORDER BY (a).
      const list = nodes.slice(index + 2, index + 6).findIndex((next) => isParenthesised(next));
      if (list >= 0) {
        rewriter.note('Hints at an index are left out.');
        index += 2 + list;
        continue;
      }
    }
    if (isWord(node, 'from') && isWord(nodes[index + 1], 'dual') && !isSymbol(nodes[index + 2], '.')) {
      index++;
      continue;
    }
    if (isWord(node, 'distinctrow')) output.push(done('DISTINCT', { before: node.before, binds: 'operator' }));
    else if (isWord(node, 'straight_join')) output.push(done('JOIN', { before: node.before, binds: 'operator' }));
    else if (isWord(node, 'binary') && isWord(nodes[index - 1], 'where', 'and', 'or', 'on', 'by'))
      rewriter.note('BINARY is left out: Postgres always tells capitals from small letters.');
    // _utf8mb4'text'
    else if (node.kind === 'leaf' && node.token === 'word' && /^_\w+$/.test(node.value) && isString(nodes[index + 1]))
      continue;
    else output.push(node);
  }
  return output;
};

function isString(node: Node | undefined): boolean {
  return node?.kind === 'leaf' && (node.token === 'string' || node.token === 'hex');
}

/** `'a' 'b'` is one text. */
export const adjacentTexts: ClauseRule = (nodes) => {
  const output: Node[] = [];
  for (const node of nodes) {
    const previous = output.at(-1);
    const areTexts =
      node.kind === 'leaf' && node.token === 'string' && previous?.kind === 'leaf' && previous.token === 'string';
    if (areTexts) output.splice(-1, 1, { ...previous, value: previous.value + node.value });
    else output.push(node);
  }
  return output;
};

/** LIMIT offset, count. */
export const limitWithOffset: ClauseRule = (nodes) => {
  const limit = nodes.findLastIndex((node) => isWord(node, 'limit'));
  const [offset, comma, count] = nodes.slice(limit + 1, limit + 4);
  if (limit < 0 || !offset || !isSymbol(comma, ',') || !count) return nodes;
  const swapped = [count, done('OFFSET', { before: ' ', binds: 'operator' }), { ...offset, before: ' ' }];
  return [
    ...nodes.slice(0, limit + 1),
    { ...count, before: offset.before },
    ...swapped.slice(1),
    ...nodes.slice(limit + 4),
  ];
};

/** GROUP BY a, b WITH ROLLUP, and in T-SQL WITH CUBE. */
export const groupWithRollup: ClauseRule = (nodes) => {
  const end = nodes.findIndex((node, index) => isWord(node, 'with') && isWord(nodes[index + 1], 'rollup', 'cube'));
  const kind = isWord(nodes[end + 1], 'cube') ? 'CUBE' : 'ROLLUP';
  const start = nodes.findLastIndex(
    (node, index) => index < end && isWord(node, 'by') && isWord(nodes[index - 1], 'group'),
  );
  if (end < 0 || start < 0) return nodes;
  const [first, ...rest] = nodes.slice(start + 1, end);
  if (!first) return nodes;
  const group: Group = {
    kind: 'group',
    before: ' ',
    open: '(',
    nodes: [{ ...first, before: '' }, ...rest],
    beforeClose: '',
    close: ')',
  };
  return [...nodes.slice(0, start + 1), done(kind, { before: ' ', binds: 'operator' }), group, ...nodes.slice(end + 2)];
};

/** MATCH (a, b) AGAINST (…) as one call. */
export const matchAsCall: ClauseRule = (nodes) => {
  const output: Node[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const [node, columns, against, words] = nodes.slice(index, index + 4);
    if (!node) break;
    if (isWord(node, 'match') && isParenthesised(columns) && isWord(against, 'against') && isParenthesised(words)) {
      const comma: Leaf = { kind: 'leaf', token: 'symbol', before: '', text: ',', value: ',' };
      output.push(node, { ...columns, nodes: [...columns.nodes, comma, ...words.nodes] });
      index += 3;
    } else {
      output.push(node);
    }
  }
  return output;
};

/** LOCK IN SHARE MODE. */
export const lockInShareMode: ClauseRule = (nodes) => {
  const index = nodes.findIndex(
    (node, place) => isWord(node, 'lock') && isWord(nodes[place + 1], 'in') && isWord(nodes[place + 2], 'share'),
  );
  if (index < 0) return nodes;
  return [
    ...nodes.slice(0, index),
    done('FOR SHARE', { before: nodes[index]?.before ?? ' ', binds: 'operator' }),
    ...nodes.slice(index + 4),
  ];
};
