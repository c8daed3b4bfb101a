/** In which order tables are filled: parents first. */
import type { ForeignKey, Schema, Table } from '../../schema/model.ts';
import { tableKey } from '../facts.ts';

export interface Reference {
  readonly child: Table;
  readonly key: ForeignKey;
  readonly parent: Table;
}

export interface FillOrder {
  /** Several tables stand together where each row of one needs a row of the other. */
  readonly groups: readonly (readonly Table[])[];
  /** References that are NULL at first and set once all rows are there. */
  readonly deferred: readonly Reference[];
}

/** @param canBeNull whether rows of the child may do without a parent */
export function fillOrder(tables: readonly Table[], canBeNull: (reference: Reference) => boolean): FillOrder {
  let references = referencesBetween(tables);
  const deferred: Reference[] = [];
  for (;;) {
    const components = stronglyConnected(tables, references);
    const broken = components.flatMap((component) => breakable(component, references, tables, canBeNull) ?? []);
    if (broken.length === 0) return { groups: inOrder(components, references, tables), deferred };
    deferred.push(...broken);
    references = references.filter((reference) => !broken.includes(reference));
  }
}

/** Without those of a table to itself: earlier rows of it serve. */
function referencesBetween(tables: readonly Table[]): readonly Reference[] {
  const byKey = new Map(tables.map((table) => [tableKey(table), table]));
  return tables.flatMap((child) =>
    child.foreignKeys.flatMap((key) => {
      const parent = byKey.get(tableKey({ namespace: key.referencedNamespace, name: key.referencedTable }));
      return parent && parent !== child ? [{ child, key, parent }] : [];
    }),
  );
}

/** One reference that may wait, in a component of several tables: sooner one to a table declared later. */
function breakable(
  component: ReadonlySet<Table>,
  references: readonly Reference[],
  tables: readonly Table[],
  canBeNull: (reference: Reference) => boolean,
): Reference | undefined {
  if (component.size < 2) return undefined;
  const within = references.filter(
    (reference) => component.has(reference.child) && component.has(reference.parent) && canBeNull(reference),
  );
  return within.find(({ child, parent }) => tables.indexOf(child) < tables.indexOf(parent)) ?? within[0];
}

/** Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972), with a stack of its own: schemas go deep. */
function stronglyConnected(tables: readonly Table[], references: readonly Reference[]): readonly ReadonlySet<Table>[] {
  const parents = parentsOf(references);
  const place = new Map<Table, number>();
  const low = new Map<Table, number>();
  const open: Table[] = [];
  const isOpen = new Set<Table>();
  const components: Set<Table>[] = [];
  const enter = (table: Table): Visit => {
    place.set(table, place.size);
    low.set(table, place.size - 1);
    open.push(table);
    isOpen.add(table);
    return { table, rest: [...(parents.get(table) ?? [])] };
  };
  const lower = (table: Table, value: number | undefined): void => {
    low.set(table, Math.min(low.get(table) ?? 0, value ?? 0));
  };
  for (const start of tables) {
    if (place.has(start)) continue;
    const path: Visit[] = [enter(start)];
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const next = visit.rest.pop();
      if (next && !place.has(next)) path.push(enter(next));
      else if (next && isOpen.has(next)) lower(visit.table, place.get(next));
      else if (!next) {
        path.pop();
        const before = path.at(-1);
        if (before) lower(before.table, low.get(visit.table));
        if (low.get(visit.table) === place.get(visit.table)) components.push(closeComponent(visit.table, open, isOpen));
      }
    }
  }
  return components;
}

interface Visit {
  readonly table: Table;
  readonly rest: Table[];
}

function closeComponent(root: Table, open: Table[], isOpen: Set<Table>): Set<Table> {
  const component = new Set<Table>();
  for (let table = open.pop(); table; table = open.pop()) {
    component.add(table);
    isOpen.delete(table);
    if (table === root) break;
  }
  return component;
}

function parentsOf(references: readonly Reference[]): ReadonlyMap<Table, ReadonlySet<Table>> {
  const parents = new Map<Table, Set<Table>>();
  for (const { child, parent } of references) {
    const known = parents.get(child) ?? new Set();
    parents.set(child, known.add(parent));
  }
  return parents;
}

/** Tarjan's algorithm gives components after those they refer to; here, of those that are ready, the first declared. */
function inOrder(
  components: readonly ReadonlySet<Table>[],
  references: readonly Reference[],
  tables: readonly Table[],
): readonly (readonly Table[])[] {
  const parents = parentsOf(references);
  const place = new Map(tables.map((table, index) => [table, index]));
  const groups = components
    .map((component) => [...component].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)))
    .sort(([a], [b]) => (a && b ? (place.get(a) ?? 0) - (place.get(b) ?? 0) : 0));
  const groupOf = new Map(groups.flatMap((group) => group.map((table) => [table, group] as const)));
  const ordered = new Set<readonly Table[]>();
  const visit = (group: readonly Table[]): void => {
    if (ordered.has(group)) return;
    for (const table of group) {
      for (const parent of parents.get(table) ?? []) {
        const before = groupOf.get(parent);
        if (before && before !== group) visit(before);
      }
    }
    ordered.add(group);
  };
  for (const group of groups) visit(group);
  return [...ordered];
}

/** Tables to fill: those asked for and, of what they cannot do without, what is empty. */
export function withNeededParents(schema: Schema, asked: readonly Table[]): readonly Table[] {
  const byKey = new Map(schema.tables.map((table) => [tableKey(table), table]));
  const needed = new Set(asked);
  // A Set yields what is added on the way.
  for (const table of needed) {
    const nullable = new Map(table.columns.map((column) => [column.name, column.nullable]));
    for (const key of table.foreignKeys) {
      const parent = byKey.get(tableKey({ namespace: key.referencedNamespace, name: key.referencedTable }));
      const isRequired = key.columns.every((column) => nullable.get(column) === false);
      if (parent && isRequired && parent.rowCount === 0) needed.add(parent);
    }
  }
  return schema.tables.filter((table) => needed.has(table));
}
