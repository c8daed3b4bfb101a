/**
 * Where the tables of a diagram stand: tables that are joined by foreign keys in layers, from those that refer to those
 * that are referred to, in an order that has few lines cross (dagre, after Gansner et al., "A Technique for Drawing
 * Directed Graphs"). Schemas have layers of dozens of tables, which would make the picture a long strip: those are broken
 * into several columns. Groups without a key between them stand beside each other.
 */
import { graphlib, layout } from '@dagrejs/dagre';
import type { ForeignKey, Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { type Box, boxOf, type Detail } from './boxes.ts';
import { inColumns, type PlacedBox } from './columns.ts';
import { type Link, linkPath } from './link-path.ts';

/** Pixels between groups. */
const GAP = 56;
/** Of a diagram's width to its height, as wanted: about a screen's. */
export const ASPECT = 1.6;

export interface Diagram {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly links: readonly Link[];
}

export function layOutDiagram(tables: readonly Table[], detail: Detail): Diagram {
  const boxes = new Map(tables.map((table) => [tableName(table), boxOf(table, detail)]));
  const graph = graphOf(tables, boxes);
  const groups = graphlib.alg.components(graph).map((ids) => layOutGroup(ids, graph, boxes));
  return arrange(groups);
}

function graphOf(tables: readonly Table[], boxes: ReadonlyMap<string, Box>): graphlib.Graph {
  const graph = new graphlib.Graph({ multigraph: true });
  for (const [id, { width, height }] of boxes) graph.setNode(id, { width, height });
  for (const table of tables) {
    for (const [index, key] of table.foreignKeys.entries()) {
      const referenced = referencedBy(key);
      // A key to the table itself is drawn beside its box and moves nothing.
      if (boxes.has(referenced) && referenced !== tableName(table)) {
        graph.setEdge(tableName(table), referenced, {}, String(index));
      }
    }
  }
  return graph;
}

function layOutGroup(ids: readonly string[], graph: graphlib.Graph, boxes: ReadonlyMap<string, Box>): Diagram {
  const part = new graphlib.Graph({ multigraph: true });
  part.setGraph({ rankdir: 'LR' });
  for (const id of ids) part.setNode(id, { ...graph.node(id) });
  for (const edge of graph.edges()) if (part.hasNode(edge.v)) part.setEdge(edge.v, edge.w, {}, edge.name);
  layout(part);
  const placed = inColumns(layersOf(ids, part, boxes), ASPECT);
  const byId = new Map(placed.map((box) => [box.id, box]));
  const links = placed.flatMap((from) =>
    from.table.foreignKeys.flatMap((key, index): Link[] => {
      const to = byId.get(referencedBy(key));
      return to ? [{ id: `${from.id}/${index}`, from: from.id, to: to.id, path: linkPath(from, to, key) }] : [];
    }),
  );
  return { ...sizeOf(placed), boxes: placed, links };
}

/** From left to right, each from its top. */
function layersOf(ids: readonly string[], part: graphlib.Graph, boxes: ReadonlyMap<string, Box>): Box[][] {
  const layers = new Map<number, string[]>();
  for (const id of [...ids].sort((a, b) => part.node(a).y - part.node(b).y)) {
    const { x } = part.node(id);
    layers.set(x, [...(layers.get(x) ?? []), id]);
  }
  return [...layers].sort(([a], [b]) => a - b).map(([, layer]) => layer.flatMap((id) => boxes.get(id) ?? []));
}

/** Rows of groups, the largest first, about as wide as the aspect asks for. */
function arrange(groups: readonly Diagram[]): Diagram {
  const sorted = [...groups].sort((a, b) => b.boxes.length - a.boxes.length || b.height - a.height);
  const area = sorted.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  const wanted = Math.max(Math.sqrt(area * ASPECT), ...sorted.map(({ width }) => width));
  const moved: Diagram[] = [];
  const next = { x: 0, y: 0, rowHeight: 0 };
  for (const group of sorted) {
    if (next.x > 0 && next.x + group.width > wanted) {
      next.y += next.rowHeight + GAP;
      next.x = 0;
      next.rowHeight = 0;
    }
    moved.push(shifted(group, next.x, next.y));
    next.x += group.width + GAP;
    next.rowHeight = Math.max(next.rowHeight, group.height);
  }
  const boxes = moved.flatMap((group) => group.boxes);
  return { ...sizeOf(boxes), boxes, links: moved.flatMap(({ links }) => links) };
}

function shifted(group: Diagram, x: number, y: number): Diagram {
  return {
    ...group,
    boxes: group.boxes.map((box) => ({ ...box, x: box.x + x, y: box.y + y })),
    links: group.links.map((link) => ({
      ...link,
      path: link.path.map((point) => ({ x: point.x + x, y: point.y + y })),
    })),
  };
}

function sizeOf(boxes: readonly PlacedBox[]): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(0, ...boxes.map(({ x, width }) => x + width)),
    height: Math.max(0, ...boxes.map(({ y, height }) => y + height)),
  };
}

function referencedBy({ referencedNamespace, referencedTable }: ForeignKey): string {
  return tableName({ namespace: referencedNamespace, name: referencedTable });
}
