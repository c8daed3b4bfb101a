import { done, type Group, isParenthesised, isSymbol, isWord, type Leaf, type Node } from '../node.ts';
import { kindOfOperand } from '../operators.ts';
import type { Rewriter } from '../rewriter.ts';
import { isName, type Source } from '../sources.ts';
import { isContextWord } from '../words.ts';
import { isAggregate } from './aggregate-calls.ts';

/** Finds the columns of a grouped query that are neither grouped nor aggregated, and takes one of their values. */
export class LooseColumns {
  readonly #keys: readonly string[];
  readonly #columns: readonly { readonly qualifier: string | undefined; readonly name: string }[];
  readonly #sources: readonly Source[];
  readonly #rewriter: Rewriter;
  readonly #extreme: string | undefined;
  wasUsed = false;

  /** @param extreme how the row of the one MIN or MAX is found, as ORDER BY says it */
  constructor(
    keys: readonly (readonly Node[])[],
    sources: readonly Source[],
    rewriter: Rewriter,
    extreme: string | undefined,
  ) {
    this.#keys = keys.map(keyOf);
    this.#columns = keys.filter(isColumn).flatMap((key) => {
      const name = key.at(-1);
      const qualifier = key.length === 3 ? key[0] : undefined;
      if (name?.kind !== 'leaf') return [];
      return [
        {
          qualifier: qualifier?.kind === 'leaf' ? qualifier.value.toLowerCase() : undefined,
          name: name.value.toLowerCase(),
        },
      ];
    });
    this.#sources = sources;
    this.#rewriter = rewriter;
    this.#extreme = extreme;
  }

  /** The same list where nothing has to be wrapped. */
  wrapped(nodes: readonly Node[]): readonly Node[] {
    if (this.#keys.includes(keyOf(nodes)) || nodes.some((node) => isWord(node, 'over'))) return nodes;
    const output: Node[] = [];
    let isChanged = false;
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index];
      const next = nodes[index + 1];
      if (!node) break;
      if (node.kind === 'leaf' && isParenthesised(next)) {
        const isKept =
          isWord(node, 'filter', 'within') || isAggregate([node, next]) || this.#keys.includes(keyOf([node, next]));
        const inner = isKept ? next : this.#group(next);
        isChanged ||= inner !== next;
        output.push(node, inner);
        index++;
      } else if (node.kind === 'group') {
        const inner = this.#group(node);
        isChanged ||= inner !== node;
        output.push(inner);
      } else if (isName(node) && this.#isColumn(node, nodes[index - 1])) {
        const end = isSymbol(next, '.') ? index + 3 : index + 1;
        const column = nodes.slice(index, end);
        const isLoose = this.#isLoose(column);
        output.push(...(isLoose ? [this.#anyValue(column)] : column));
        isChanged ||= isLoose;
        index = end - 1;
      } else {
        output.push(node);
      }
    }
    return isChanged ? output : nodes;
  }

  #group(group: Group): Group {
    if (isWord(group.nodes[0], 'select', 'with')) return group;
    const nodes = this.wrapped(group.nodes);
    return nodes === group.nodes ? group : { ...group, nodes };
  }

  /** Not a unit of time, a type or a collation. */
  #isColumn(node: Leaf, previous: Node | undefined): boolean {
    if (isWord(previous, 'as', 'collate', 'using', 'interval') || isSymbol(previous, '.')) return false;
    return !isContextWord(node.value) || this.#rewriter.known.spelling(node.value) !== undefined;
  }

  #isLoose(column: readonly Node[]): boolean {
    const last = column.at(-1);
    if (last?.kind !== 'leaf' || last.token === 'symbol') return false;
    const name = last.value.toLowerCase();
    const first = column.length === 3 && column[0]?.kind === 'leaf' ? column[0].value.toLowerCase() : undefined;
    const isGrouped = this.#columns.some(
      (key) => key.name === name && (key.qualifier === undefined || first === undefined || key.qualifier === first),
    );
    return !isGrouped && !this.#dependsOnKey(name, first);
  }

  /** Where rows are grouped by a table's primary key its other columns have one value each. */
  #dependsOnKey(name: string, qualifier: string | undefined): boolean {
    return this.#columns.some((key) => {
      const source = this.#sourceOf(key.name, key.qualifier);
      const own = this.#sourceOf(name, qualifier);
      const table = source?.table === undefined ? undefined : this.#rewriter.known.table(source.table);
      const [primary] = table?.hasPrimaryKey ? table.keys : [];
      return source !== undefined && source === own && primary?.length === 1 && primary[0]?.toLowerCase() === key.name;
    });
  }

  #sourceOf(column: string, qualifier: string | undefined): Source | undefined {
    if (qualifier !== undefined) return this.#sources.find(({ alias }) => alias === qualifier);
    const having = this.#sources.filter(({ table }) =>
      (table === undefined ? undefined : this.#rewriter.known.table(table))?.columns.some(
        ({ name }) => name.toLowerCase() === column,
      ),
    );
    return having.length === 1 ? having[0] : undefined;
  }

  #anyValue(column: readonly Node[]): Node {
    this.wasUsed = true;
    const text = this.#rewriter.text(column);
    const value = kindOfOperand(column.at(-1), this.#rewriter);
    const sql =
      this.#extreme === undefined ? `ANY_VALUE(${text})` : `(ARRAY_AGG(${text} ORDER BY ${this.#extreme}))[1]`;
    return done(sql, { before: column[0]?.before ?? ' ', value });
  }
}

function keyOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) =>
      node.kind === 'group' ? `(${keyOf(node.nodes)})` : node.kind === 'leaf' ? node.value.toLowerCase() : node.text,
    )
    .join(' ');
}

export function isColumn(expression: readonly Node[]): boolean {
  return expression.length === 1 || (expression.length === 3 && isSymbol(expression[1], '.'));
}
