import type { Box } from './boxes.ts';

export interface PlacedBox extends Box {
  readonly x: number;
  readonly y: number;
}

/** Pixels between boxes of a column, columns of a layer, layers. */
const GAP = { boxes: 24, columns: 40, layers: 84 } as const;

/** Of one layer. */
const MAX_COLUMNS = 16;

/** Layers from left to right, each in as many columns as give a picture about `aspect` times as wide as it is high. */
export function inColumns(layers: readonly (readonly Box[])[], aspect: number): PlacedBox[] {
  const tallest = Math.max(0, ...layers.map(heightOf));
  const mostBoxes = Math.min(MAX_COLUMNS, Math.max(1, ...layers.map(({ length }) => length)));
  const candidates = Array.from({ length: mostBoxes }, (_, index) => place(layers, tallest / (index + 1)));
  const misfit = (boxes: readonly PlacedBox[]) => Math.abs(Math.log(aspectOf(boxes) / aspect));
  return candidates.reduce((best, each) => (misfit(each) < misfit(best) ? each : best));
}

function place(layers: readonly (readonly Box[])[], height: number): PlacedBox[] {
  const placed: PlacedBox[] = [];
  let x = 0;
  for (const layer of layers) {
    for (const column of columnsOf(layer, height)) {
      const width = Math.max(...column.map((box) => box.width));
      // In the middle, where the lines from both sides are shortest.
      let y = (height - heightOf(column)) / 2;
      for (const box of column) {
        placed.push({ ...box, x: x + (width - box.width) / 2, y });
        y += box.height + GAP.boxes;
      }
      x += width + GAP.columns;
    }
    x += GAP.layers - GAP.columns;
  }
  const top = Math.min(0, ...placed.map(({ y }) => y));
  return placed.map((box) => ({ ...box, y: box.y - top }));
}

/** Neighbours of a layer stay near: they go beside each other before they go below. */
function columnsOf(layer: readonly Box[], height: number): Box[][] {
  const count = Math.max(1, Math.min(layer.length, Math.round(heightOf(layer) / height)));
  const columns = Array.from({ length: count }, (): Box[] => []);
  for (const [index, box] of layer.entries()) columns[index % count]?.push(box);
  return columns;
}

function heightOf(column: readonly Box[]): number {
  return column.reduce((sum, { height }) => sum + height + GAP.boxes, -GAP.boxes);
}

function aspectOf(boxes: readonly PlacedBox[]): number {
  const width = Math.max(...boxes.map((box) => box.x + box.width));
  const height = Math.max(...boxes.map((box) => box.y + box.height));
  return width / height;
}
