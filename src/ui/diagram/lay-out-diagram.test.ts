import { describe, expect, it } from 'vitest';
import { SHOP } from '../../grammar/testing/example-schemas.ts';
import { makeSchema } from '../../grammar/testing/make-schema.ts';
import type { Table } from '../../schema/model.ts';
import type { PlacedBox } from './columns.ts';
import { type Diagram, layOutDiagram } from './lay-out-diagram.ts';

function overlaps(a: PlacedBox, b: PlacedBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function overlapping({ boxes }: Diagram): string[] {
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => (overlaps(a, b) ? [`${a.id} and ${b.id}`] : [])),
  );
}

function box(diagram: Diagram, id: string): PlacedBox {
  const found = diagram.boxes.find((each) => each.id === id);
  if (!found) throw new Error(`no box ${id}`);
  return found;
}

/** `count` tables; every third stands alone, the others refer to one before them. */
function manyTables(count: number): readonly Table[] {
  const { tables } = makeSchema(
    Array.from({ length: count }, (_, index) => ({
      name: `table_${index}`,
      columns: { id: 'integer', name: 'text', parent_id: 'integer' },
    })),
  );
  return tables.map((table, index) => ({
    ...table,
    primaryKey: ['id'],
    foreignKeys:
      index === 0 || index % 3 === 0
        ? []
        : [
            {
              columns: ['parent_id'],
              referencedNamespace: 'public',
              referencedTable: `table_${Math.floor(index / 2)}`,
              referencedColumns: ['id'],
            },
          ],
  }));
}

describe('layOutDiagram', () => {
  it('shows every table and every key between them, nothing over another', () => {
    for (const tables of [SHOP.tables, manyTables(60)]) {
      const diagram = layOutDiagram(tables, 'all');
      expect(diagram.boxes).toHaveLength(tables.length);
      expect(diagram.links).toHaveLength(tables.reduce((sum, { foreignKeys }) => sum + foreignKeys.length, 0));
      expect(overlapping(diagram)).toEqual([]);
      for (const { x, y, width, height } of diagram.boxes) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(diagram.width);
        expect(y + height).toBeLessThanOrEqual(diagram.height);
      }
    }
  });

  it('fits a screen about as well as can be', () => {
    const { width, height } = layOutDiagram(manyTables(60), 'keys');
    expect(width / height).toBeGreaterThan(0.6);
    expect(width / height).toBeLessThan(4);
  });

  it('draws a key from the row of its column to the row of what it refers to', () => {
    const diagram = layOutDiagram(manyTables(3), 'all');
    const link = diagram.links.find(({ from }) => from === 'table_1');
    const child = box(diagram, 'table_1');
    const parent = box(diagram, 'table_0');
    const [start, end] = [link?.path[0], link?.path.at(-1)];
    expect([child.x, child.x + child.width]).toContain(start?.x);
    expect([parent.x, parent.x + parent.width]).toContain(end?.x);
    // `parent_id` is the third row of the child, `id` the first of the parent.
    expect((start?.y ?? 0) - child.y).toBeGreaterThan((end?.y ?? 0) - parent.y);
  });

  it('survives keys in a circle, to the table itself, and to tables that are not shown', () => {
    const [a, b, c] = manyTables(3);
    if (!a || !b || !c) throw new Error('three tables');
    const keyTo = (referencedTable: string) => ({
      columns: ['parent_id'],
      referencedNamespace: 'public',
      referencedTable,
      referencedColumns: ['id'],
    });
    const diagram = layOutDiagram(
      [
        { ...a, foreignKeys: [keyTo('table_1'), keyTo('table_0')] },
        { ...b, foreignKeys: [keyTo('table_0'), keyTo('elsewhere')] },
        { ...c, foreignKeys: [] },
      ],
      'all',
    );
    expect(diagram.links.map(({ from, to }) => `${from} ${to}`).sort()).toEqual([
      'table_0 table_0',
      'table_0 table_1',
      'table_1 table_0',
    ]);
    expect(overlapping(diagram)).toEqual([]);
  });

  it('can show keys alone, and never more rows than one can read', () => {
    const columns = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`c${index}`, 'text' as const]));
    const [wide] = makeSchema([{ name: 'wide', columns }]).tables;
    if (!wide) throw new Error('a table');
    const keyed = { ...wide, primaryKey: ['c299'] };
    const [all] = layOutDiagram([keyed], 'all').boxes;
    expect(all?.rows[0]?.column.name).toBe('c299');
    expect(all?.hiddenColumns).toBe(300 - (all?.rows.length ?? 0));
    expect(layOutDiagram([keyed], 'keys').boxes[0]?.rows.map(({ name }) => name)).toEqual(['c299']);
  });

  it('is empty without tables', () => {
    expect(layOutDiagram([], 'all')).toEqual({ width: 0, height: 0, boxes: [], links: [] });
  });
});
