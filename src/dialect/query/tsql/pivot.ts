import { textLiteral } from '../../../schema/names.ts';
import { type Group, isParenthesised, isWord, type Leaf, type Node, splitAtCommas } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { ClauseRule } from '../rules.ts';
import { inParentheses, leaf, word } from '../shared/build-nodes.ts';
import { outputsOf } from '../shared/outputs.ts';
import { isName, written } from '../sources.ts';

/**
 * `FROM (SELECT …) s PIVOT (SUM(total) FOR status IN ([paid], [new])) p` groups by every column of the subquery that
 * it does not name: these have to be listed there. UNPIVOT makes a row of each of the columns it lists.
 */
export const pivotToGroups: ClauseRule = (nodes, rewriter) => {
  const at = nodes.findIndex((node, index) => isWord(node, 'pivot', 'unpivot') && isParenthesised(nodes[index + 1]));
  const pivot = nodes[at + 1];
  if (at < 0 || !isParenthesised(pivot)) return nodes;
  const source = readSource(nodes, at);
  const isPivot = isWord(nodes[at], 'pivot');
  const parts = readParts(pivot.nodes);
  const query = source && parts && (isPivot ? grouped(source, parts, rewriter) : stacked(source, parts, rewriter));
  if (!source || !query) {
    rewriter.note(
      `${isPivot ? 'PIVOT' : 'UNPIVOT'} stays as written: it is only converted where it reads a subquery that lists its columns, and lists the values itself.`,
    );
    return nodes;
  }
  let end = at + 2;
  if (isWord(nodes[end], 'as')) end++;
  const alias = nodes[end];
  const name = isName(alias) ? [word('AS'), { ...alias, before: ' ' }] : [word('AS pivoted')];
  return [...nodes.slice(0, source.start), query, ...name, ...nodes.slice(isName(alias) ? end + 1 : end)];
};

interface PivotSource {
  /** Where its subquery stands. */
  readonly start: number;
  readonly query: Group;
  readonly alias: Leaf | undefined;
  readonly columns: readonly string[];
}

function readSource(nodes: readonly Node[], pivotAt: number): PivotSource | undefined {
  let start = pivotAt - 1;
  const alias = nodes[start];
  if (isName(alias)) start--;
  if (isWord(nodes[start], 'as')) start--;
  const query = nodes[start];
  if (!isParenthesised(query)) return undefined;
  const outputs = outputsOf(query.nodes);
  const columns = outputs.flatMap(({ name }) => (name === undefined || name === '*' ? [] : [name]));
  if (outputs.length === 0 || columns.length < outputs.length) return undefined;
  return { start, query, alias: isName(alias) ? alias : undefined, columns };
}

interface PivotParts {
  /** In front of FOR: an aggregate, or the name of the column of values. */
  readonly value: readonly Node[];
  readonly by: Leaf;
  readonly listed: readonly Leaf[];
}

function readParts(nodes: readonly Node[]): PivotParts | undefined {
  const at = nodes.findIndex((node) => isWord(node, 'for'));
  const [by, within, list] = nodes.slice(at + 1);
  if (at < 1 || !isName(by) || !isWord(within, 'in') || !isParenthesised(list)) return undefined;
  const listed = splitAtCommas(list.nodes).flatMap(([only, ...more]) =>
    isName(only) && more.length === 0 ? [only] : [],
  );
  return listed.length > 0 ? { value: nodes.slice(0, at), by, listed } : undefined;
}

function grouped(source: PivotSource, { value, by, listed }: PivotParts, rewriter: Rewriter): Node | undefined {
  const [aggregate, args] = value;
  if (value.length !== 2 || aggregate?.kind !== 'leaf' || !isParenthesised(args)) return undefined;
  const used = new Set([
    by.value.toLowerCase(),
    ...args.nodes.flatMap((node) => (node.kind === 'leaf' ? [node.value.toLowerCase()] : [])),
  ]);
  const { spelling } = rewriter;
  const keys = source.columns.filter((name) => !used.has(name)).map((name) => spelling.spell(nameOf(source, name)));
  const call = `${aggregate.text.toUpperCase()}(${rewriter.text(args.nodes)})`;
  const column = spelling.spell(written(by));
  const outputs = listed.map(
    (label) =>
      `${call} FILTER (WHERE ${column}::text = ${textLiteral(written(label))}) AS ${spelling.spell(written(label))}`,
  );
  return inParentheses([
    word('SELECT'),
    word([...keys, ...outputs].join(', ')),
    leaf('FROM'),
    { ...source.query, before: ' ' },
    word('AS source'),
    ...(keys.length > 0 ? [word('GROUP BY'), word(keys.join(', '))] : []),
  ]);
}

function stacked(source: PivotSource, { value, by, listed }: PivotParts, rewriter: Rewriter): Node | undefined {
  const [only] = value;
  if (value.length !== 1 || !isName(only)) return undefined;
  const { spelling } = rewriter;
  const stackedNames = new Set(listed.map((label) => label.value.toLowerCase()));
  const kept = source.columns
    .filter((name) => !stackedNames.has(name))
    .map((name) => `source.${spelling.spell(nameOf(source, name))}`);
  const rows = listed
    .map((label) => `(${textLiteral(written(label))}, source.${spelling.spell(written(label))})`)
    .join(', ');
  const [name, content] = [spelling.spell(written(by)), spelling.spell(written(only))];
  return inParentheses([
    word('SELECT'),
    word([...kept, `stacked.${name}`, `stacked.${content}`].join(', ')),
    leaf('FROM'),
    { ...source.query, before: ' ' },
    word(
      `AS source CROSS JOIN LATERAL (VALUES ${rows}) AS stacked(${name}, ${content}) WHERE stacked.${content} IS NOT NULL`,
    ),
  ]);
}

/** An output's name as it is written. */
function nameOf({ query }: PivotSource, name: string): string {
  const node = query.nodes.find(
    (part) => part.kind === 'leaf' && part.token !== 'symbol' && part.value.toLowerCase() === name,
  );
  return node?.kind === 'leaf' ? written(node) : name;
}
