/** The line of a foreign key, from the row of its column to the row of the column that it refers to. */
import type { ForeignKey } from '../../schema/model.ts';
import { rowOffset } from './boxes.ts';
import type { PlacedBox } from './columns.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Link {
  readonly id: string;
  /** Ids of boxes. */
  readonly from: string;
  readonly to: string;
  /** From, to; between them where it turns back. */
  readonly path: readonly Point[];
}

/** How far a line goes out that comes back to the same side. */
const LOOP = 26;

export function linkPath(from: PlacedBox, to: PlacedBox, key: ForeignKey): readonly Point[] {
  const start = from.y + rowOffset(from, key.columns[0]);
  const end = to.y + rowOffset(to, key.referencedColumns[0]);
  const right = from.x + from.width;
  if (right < to.x)
    return [
      { x: right, y: start },
      { x: to.x, y: end },
    ];
  if (to.x + to.width < from.x)
    return [
      { x: from.x, y: start },
      { x: to.x + to.width, y: end },
    ];
  // One above the other, or the same: out at the right and back.
  const out = Math.max(right, to.x + to.width) + LOOP;
  return [
    { x: right, y: start },
    { x: out, y: (start + end) / 2 },
    { x: to.x + to.width, y: end },
  ];
}

/** As SVG path data: level where it leaves and arrives. */
export function pathData([start, ...rest]: readonly Point[]): string {
  const end = rest.at(-1);
  if (!start || !end) return '';
  const bend = rest.length > 1 ? (rest[0]?.x ?? end.x) : (start.x + end.x) / 2;
  return `M${round(start.x)} ${round(start.y)}C${round(bend)} ${round(start.y)} ${round(bend)} ${round(end.y)} ${round(end.x)} ${round(end.y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
