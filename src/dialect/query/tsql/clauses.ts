import { done, isParenthesised, isSymbol, isWord, type Node, splitAtCommas } from '../node.ts';
import type { ClauseRule } from '../rules.ts';
import { isName } from '../sources.ts';

/** CROSS APPLY and OUTER APPLY. */
export const applyToLateral: ClauseRule = (nodes) => {
  const output: Node[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node) break;
    if (!isWord(nodes[index + 1], 'apply') || !isWord(node, 'cross', 'outer')) {
      output.push(node);
      continue;
    }
    const isOuter = isWord(node, 'outer');
    output.push(done(isOuter ? 'LEFT JOIN LATERAL' : 'CROSS JOIN LATERAL', { before: node.before, binds: 'operator' }));
    index++;
    if (!isOuter) continue;
    const end = endOfSource(nodes, index + 1);
    output.push(...nodes.slice(index + 1, end), done('ON TRUE', { before: ' ', binds: 'operator' }));
    index = end - 1;
  }
  return output;
};

/** Behind a subquery or a function, its alias and the names of its columns. */
function endOfSource(nodes: readonly Node[], start: number): number {
  let end = start;
  while (end < nodes.length && !isParenthesised(nodes[end])) end++;
  end++;
  if (isWord(nodes[end], 'as')) end++;
  const alias = nodes[end];
  if (
    alias?.kind === 'leaf' &&
    (alias.token === 'name' ||
      (alias.token === 'word' &&
        !/^(?:where|on|join|left|right|inner|cross|outer|group|order|having|union)$/.test(alias.value)))
  )
    end++;
  return isParenthesised(nodes[end]) ? end + 1 : end;
}

const TABLE_HINT =
  /^(?:nolock|readuncommitted|readpast|rowlock|updlock|holdlock|tablock|tablockx|xlock|noexpand|index|forceseek)$/;

/** WITH (NOLOCK), OPTION (RECOMPILE): only SQL Server's planner reads them. */
export const withoutTableHints: ClauseRule = (nodes) => {
  const output: Node[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    const next = nodes[index + 1];
    if (!node) break;
    if (isWord(node, 'with') && isHint(next)) index++;
    else if (isWord(node, 'option') && isParenthesised(next)) index++;
    else if (!(isHint(node) && output.length > 0)) output.push(node);
  }
  return output;
};

function isHint(node: Node | undefined): boolean {
  if (node?.kind !== 'group' || node.open !== '(') return false;
  const [first] = node.nodes;
  return first?.kind === 'leaf' && first.token === 'word' && TABLE_HINT.test(first.value) && node.nodes.length <= 4;
}

/** SELECT total = SUM(x) names an output. */
export const outputNames: ClauseRule = (nodes) => {
  const select = nodes.findIndex((node) => isWord(node, 'select'));
  const from = nodes.findIndex((node, index) => index > select && isWord(node, 'from', 'union'));
  if (select < 0) return nodes;
  const end = from < 0 ? nodes.length : from;
  const list = nodes.slice(select + 1, end);
  const items = splitAtCommas(list);
  const commas = list.filter((node) => isSymbol(node, ','));
  const renamed = items.map((item) => {
    const [name, equals, first, ...rest] = item;
    if (name?.kind !== 'leaf' || (name.token !== 'word' && name.token !== 'name') || !isSymbol(equals, '=') || !first)
      return item;
    return [
      { ...first, before: name.before },
      ...rest,
      { kind: 'leaf', token: 'word', before: ' ', text: 'AS', value: 'as' } as const,
      { ...name, before: ' ' },
    ];
  });
  const joined = renamed.flatMap((item, index) => (commas[index] ? [...item, commas[index]] : item));
  return [...nodes.slice(0, select + 1), ...joined, ...nodes.slice(end)];
};

/** STRING_AGG(x, ',') WITHIN GROUP (ORDER BY y): the order stands inside in Postgres. */
export const orderInsideStringAgg: ClauseRule = (nodes) => {
  const output: Node[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const [node, args, within, group, order] = nodes.slice(index, index + 5);
    if (!node) break;
    const matches =
      isWord(node, 'string_agg') &&
      args?.kind === 'group' &&
      isWord(within, 'within') &&
      isWord(group, 'group') &&
      order?.kind === 'group';
    if (matches) {
      const inner = order.nodes.map((part, place) => (place === 0 ? { ...part, before: ' ' } : part));
      output.push(node, { ...args, nodes: [...args.nodes, ...inner] });
      index += 4;
    } else {
      output.push(node);
    }
  }
  return output;
};

/** `#orders` is a temporary table. */
export const temporaryTables: ClauseRule = (nodes) =>
  nodes.flatMap((node, index): Node[] => {
    if (node.kind !== 'leaf' || node.token !== 'word' || !node.text.startsWith('#')) return [node];
    const name = { ...node, text: node.text.replace(/^#+/, ''), value: node.value.replace(/^#+/, '') };
    const isMade =
      isWord(nodes[index - 1], 'into') && nodes.some((other) => isWord(other, 'select')) && !isWord(nodes[0], 'insert');
    return isMade ? [done('TEMPORARY', { before: ' ', binds: 'operator' }), name] : [name];
  });

/** The rows of STRING_SPLIT(text, ',') are called `value`. */
export const splitTexts: ClauseRule = (nodes, { spelling }) => {
  const output: Node[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node) break;
    output.push(node);
    const args = nodes[index + 1];
    if (!isWord(node, 'string_split') || !isParenthesised(args)) continue;
    let end = index + 2;
    if (isWord(nodes[end], 'as')) end++;
    const alias = nodes[end];
    const isNamed = isName(alias);
    const name = isNamed ? spelling.spell(alias.token === 'name' ? alias.value : alias.text) : 'string_split';
    output.push(args, done(`AS ${name}(value)`, { before: ' ', binds: 'operator' }));
    index = isNamed ? end : index + 1;
  }
  return output;
};
