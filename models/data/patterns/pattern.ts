/** What a query pattern is: one shape of query with its many wordings. */
import type { Random } from '../random.ts';
import { columnSql } from '../say.ts';
import type { World, WorldReference, WorldTable } from '../world.ts';

export interface Draft {
  readonly question: string;
  readonly sql: string;
}

export interface Pattern {
  readonly id: string;
  /** How often it is tried, relative to the others. */
  readonly weight: number;
  /** Null when the world has not what the pattern needs. */
  readonly make: (world: World, random: Random) => Draft | null;
}

/** A foreign key between two different tables, seen from the table that holds it. */
export interface Link {
  readonly child: WorldTable;
  readonly parent: WorldTable;
  readonly reference: WorldReference;
  /** `orders.customer_id = customers.id` */
  readonly on: string;
}

export function linksOf(world: World): Link[] {
  return world.tables.flatMap((child) =>
    child.references
      .filter((reference) => reference.target !== child)
      .map((reference) => ({ child, parent: reference.target, reference, on: onClause(child, reference) })),
  );
}

export function onClause(child: WorldTable, reference: WorldReference): string {
  return `${columnSql(child, reference)} = ${columnSql(reference.target, { column: reference.target.key })}`;
}

/** `1` written as a number or a word; what a question says for a LIMIT. */
export function pickLimit(random: Random): number {
  return random.weighted([
    [2, 2],
    [3, 6],
    [4, 2],
    [5, 7],
    [6, 1],
    [7, 1],
    [8, 1],
    [10, 5],
    [12, 0.5],
    [15, 1],
    [20, 1],
  ]);
}
