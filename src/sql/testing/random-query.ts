/** Queries whose names are as hard to tell apart as can be: aliases that are names of tables, shadows, stars. */
import { must } from '../../platform/assert.ts';

export const CONFUSING_TABLES = `
  CREATE SCHEMA other;
  CREATE TABLE a (id integer, x integer, name integer);
  CREATE TABLE b (id integer, a_id integer, x integer, y integer);
  CREATE TABLE c (id integer, b_id integer, y integer, a integer);
  CREATE TABLE other.a (id integer, x integer, z integer);
  CREATE TABLE other.d (id integer, y integer);
`;

/** Something that FROM reads, or a CTE. */
interface Relation {
  readonly name: string;
  readonly columns: readonly string[];
}

const TABLES: readonly Relation[] = [
  { name: 'a', columns: ['id', 'x', 'name'] },
  { name: 'public.a', columns: ['id', 'x', 'name'] },
  { name: 'b', columns: ['id', 'a_id', 'x', 'y'] },
  { name: 'c', columns: ['id', 'b_id', 'y', 'a'] },
  { name: 'other.a', columns: ['id', 'x', 'z'] },
  { name: 'd', columns: ['id', 'y'] },
];
const NAMES = ['a', 'b', 'c', 'd', 't', 'q1', 'q2', 'a2', 'x', 'id', 'new', '"T"', 'w'];
const ALIASES = ['id', 'x', 'y', 'name', 'a', 't', 'q1', '"T"', 'total'];

/** What can be referred to, outermost query first. */
type Visible = readonly (readonly Relation[])[];

interface Written extends Pick<Relation, 'columns'> {
  readonly text: string;
}

/**
 * One SELECT. Postgres accepts about every second one; the others refer to what can be several things.
 * @param random gives numbers from 0 up to 1
 */
export function randomQuery(random: () => number): string {
  return new QueryWriter(random).query([], [], 3).text;
}

class QueryWriter {
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  query(outer: Visible, ctes: readonly Relation[], depth: number): Written {
    const own: Relation[] = [];
    const parts: string[] = [];
    while (depth > 0 && parts.length < 2 && this.#chance(0.25)) {
      const name = this.#newName(own);
      const body = this.query(outer, [...ctes, ...own], depth - 1);
      const { list, columns } = this.#columnList(body.columns);
      parts.push(`${name}${list} AS (${body.text})`);
      own.push({ name, columns });
    }
    const all = [...ctes, ...own];
    const select = this.#select(outer, all, depth);
    const text = (parts.length > 0 ? `WITH ${parts.join(', ')} ` : '') + select.text;
    return depth > 0 && this.#chance(0.12) ? this.#union({ ...select, text }, outer, all, depth) : { ...select, text };
  }

  #union(first: Written, outer: Visible, ctes: readonly Relation[], depth: number): Written {
    const words = this.#pick(['UNION', 'UNION ALL', 'EXCEPT', 'INTERSECT']);
    const second = this.#select(outer, ctes, depth - 1, first.columns.length);
    const order = this.#chance(0.5) ? ` ORDER BY ${this.#pick(['1', ...first.columns])}` : '';
    return { text: `${first.text} ${words} ${second.text}${order}`, columns: first.columns };
  }

  #select(outer: Visible, ctes: readonly Relation[], depth: number, width?: number): Written {
    const sources: Relation[] = [];
    const from = Array.from({ length: this.#upTo(2) }, () => this.#fromItem(outer, sources, ctes, depth)).join(', ');
    const visible = [...outer, sources];
    const items = Array.from({ length: width ?? this.#upTo(3) }, () =>
      this.#item(visible, ctes, depth, width === undefined),
    );
    const columns = items.flatMap((item) => item.columns);
    let text = `SELECT ${this.#chance(0.1) ? 'DISTINCT ' : ''}${items.map((item) => item.text).join(', ')} FROM ${from}`;
    if (this.#chance(0.5)) text += ` WHERE ${this.#condition(visible, ctes, depth)}`;
    if (width === undefined && this.#chance(0.3)) {
      text += ` ORDER BY ${this.#pick([this.#column(visible), this.#pick(columns), '1'])}`;
    }
    return { text, columns };
  }

  #fromItem(outer: Visible, sources: Relation[], ctes: readonly Relation[], depth: number): string {
    if (depth > 0 && this.#chance(0.3)) return this.#join(outer, sources, ctes, depth);
    if (depth > 0 && this.#chance(0.3)) {
      const isLateral = this.#chance(0.4);
      const query = this.query(isLateral ? [...outer, [...sources]] : outer, ctes, depth - 1);
      const name = this.#newName(sources);
      const { list, columns } = this.#columnList(query.columns);
      sources.push({ name, columns });
      return `${isLateral ? 'LATERAL ' : ''}(${query.text}) AS ${name}${list}`;
    }
    if (this.#chance(0.1)) {
      const end = this.#chance(0.5) ? '3' : this.#column([...outer, [...sources]]);
      const name = this.#newName(sources);
      sources.push({ name, columns: [name] });
      return `generate_series(1, ${end}) AS ${name}`;
    }
    const table = this.#pick([...TABLES, ...ctes, ...ctes]);
    const isTaken = sources.some(({ name }) => name === table.name);
    if (!isTaken && this.#chance(0.4)) {
      sources.push(table);
      return table.name;
    }
    const name = this.#newName(sources);
    const { list, columns } = this.#columnList(table.columns);
    sources.push({ name, columns });
    return `${table.name} AS ${name}${list}`;
  }

  #join(outer: Visible, sources: Relation[], ctes: readonly Relation[], depth: number): string {
    const before = sources.length;
    const left = this.#fromItem(outer, sources, ctes, depth - 1);
    const right = this.#fromItem(outer, sources, ctes, depth - 1);
    const kind = this.#pick(['JOIN', 'LEFT JOIN', 'RIGHT JOIN']);
    const roll = this.#random();
    if (roll < 0.1) return `${left} NATURAL ${kind} ${right}`;
    if (roll < 0.35) return `${left} ${kind} ${right} USING (id)`;
    if (roll < 0.45) return `${left} CROSS JOIN ${right}`;
    return `(${left} ${kind} ${right} ON ${this.#condition([...outer, sources.slice(before)], ctes, 0)})`;
  }

  #item(visible: Visible, ctes: readonly Relation[], depth: number, canBeStar: boolean): Written {
    const own = must(visible.at(-1), 'a FROM');
    if (canBeStar && this.#chance(0.1)) return { text: '*', columns: own.flatMap(({ columns }) => columns) };
    if (canBeStar && this.#chance(0.1)) {
      const source = this.#pick(own);
      return { text: `${source.name}.*`, columns: source.columns };
    }
    const value = this.#value(visible, ctes, depth);
    const alias = this.#pick(ALIASES);
    if (this.#chance(0.4)) return { text: `${value} AS ${alias}`, columns: [alias] };
    return { text: value, columns: [/^[^( ]*$/.test(value) ? (value.split('.').at(-1) ?? value) : 'x'] };
  }

  #condition(visible: Visible, ctes: readonly Relation[], depth: number): string {
    if (depth > 0 && this.#chance(0.35)) {
      if (this.#chance(0.5)) return `EXISTS (${this.query(visible, ctes, depth - 1).text})`;
      return `${this.#column(visible)} NOT IN (${this.#select(visible, ctes, depth - 1, 1).text})`;
    }
    return `${this.#value(visible, ctes, depth)} = ${this.#column(visible)}`;
  }

  #value(visible: Visible, ctes: readonly Relation[], depth: number): string {
    if (depth > 0 && this.#chance(0.15)) return `(${this.#select(visible, ctes, depth - 1, 1).text} LIMIT 1)`;
    const column = this.#column(visible);
    return this.#chance(0.2) ? `${column} + 1` : column;
  }

  /** More often one that is near; without its table as often as that goes well. */
  #column(visible: Visible): string {
    const own = visible.at(-1) ?? [];
    const all = visible.flat();
    const sources = [...all, ...own, ...own].filter(({ columns }) => columns.length > 0);
    if (sources.length === 0) return '1';
    const source = this.#pick(sources);
    const column = this.#pick(source.columns);
    const isAlone = all.filter(({ columns }) => columns.includes(column)).length === 1;
    return this.#chance(isAlone ? 0.5 : 0.1) ? column : `${source.name}.${column}`;
  }

  #columnList(columns: readonly string[]): { readonly list: string; readonly columns: readonly string[] } {
    if (columns.length === 0 || this.#chance(0.8)) return { list: '', columns };
    const name = this.#pick(ALIASES);
    return { list: `(${name})`, columns: [name, ...columns.slice(1)] };
  }

  #newName(taken: readonly Relation[]): string {
    const free = NAMES.filter((name) => !taken.some((relation) => relation.name === name));
    return this.#pick(free);
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #upTo(most: number): number {
    return 1 + Math.floor(this.#random() * most);
  }

  #pick<T>(options: readonly T[]): T {
    return must(options[Math.floor(this.#random() * options.length)], 'an option');
  }
}
