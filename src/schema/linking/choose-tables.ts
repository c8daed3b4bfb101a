import type { Table } from '../model.ts';
import type { JoinGraph } from './join-graph.ts';

export interface TableChoice {
  /** Taken before all else, as far as there is room. */
  readonly pinned?: readonly Table[];
  /** Taken first, with what joins them. */
  readonly wanted: readonly Table[];
  /** The rest, the likeliest first. */
  readonly ranked: readonly Table[];
  readonly joins: JoinGraph;
  readonly maxTables: number;
}

/** Between two wanted tables there may be as many more; what is further apart is not joined. */
const MAX_BETWEEN = 2;

/** The pinned and the wanted tables, the shortest chains of joins between them, then the likeliest others and neighbours, while there is room. */
export function chooseTables({ pinned = [], wanted, ranked, joins, maxTables }: TableChoice): ReadonlySet<Table> {
  const chosen = new Set(pinned.slice(0, maxTables));
  const place = new Map(ranked.map((table, index) => [table, index]));
  // What joins the pinned ones comes after all of them: it must not take a place from any.
  for (const table of [...chosen].slice(1)) {
    const others = new Set(chosen);
    others.delete(table);
    const [, ...between] = pathTo(table, others, joins, place);
    if (chosen.size + between.length <= maxTables) for (const step of between) chosen.add(step);
  }
  for (const table of wanted) {
    const path = pathTo(table, chosen, joins, place);
    if (chosen.size + path.length <= maxTables) for (const step of path) chosen.add(step);
    else if (chosen.size < maxTables) chosen.add(table);
  }
  for (const table of ranked) if (chosen.size < maxTables) chosen.add(table);
  // A Set yields what is added on the way: neighbours of neighbours too.
  for (const table of chosen) {
    for (const next of joins.get(table)?.keys() ?? []) if (chosen.size < maxTables) chosen.add(next);
  }
  return chosen;
}

/**
 * The shortest chain of joins from `table` to any chosen one, without that one, through the likeliest tables where
 * chains are equally short; `table` alone when there is none.
 */
function pathTo(
  table: Table,
  chosen: ReadonlySet<Table>,
  joins: JoinGraph,
  place: ReadonlyMap<Table, number>,
): readonly Table[] {
  const likeliestFirst = (a: Table, b: Table): number => (place.get(a) ?? place.size) - (place.get(b) ?? place.size);
  let chains: (readonly Table[])[] = [[table]];
  const seen = new Set([table]);
  for (let between = -1; between <= MAX_BETWEEN && chains.length > 0; between++) {
    const longer: (readonly Table[])[] = [];
    for (const chain of chains) {
      const end = chain.at(-1) ?? table;
      if (chosen.has(end)) return chain.slice(0, -1);
      const nexts = [...(joins.get(end)?.keys() ?? [])].filter((next) => !seen.has(next)).sort(likeliestFirst);
      for (const next of nexts) {
        seen.add(next);
        longer.push([...chain, next]);
      }
    }
    chains = longer;
  }
  return [table];
}
