import { describe, expect, it } from 'vitest';
import { fitted, panned, type View, zoomed } from './pan-zoom.ts';

/** Where a point of the plane is on the screen. */
function onScreen({ x, y, scale }: View, point: { x: number; y: number }) {
  return { x: x + point.x * scale, y: y + point.y * scale };
}

const SCREEN = { width: 800, height: 600 };

describe('a view of the plane', () => {
  it.each([
    { width: 4_000, height: 500 },
    { width: 300, height: 9_000 },
    { width: 20, height: 20 },
  ])('fits %j in its middle, never larger than life', (content) => {
    const view = fitted(content, SCREEN);
    const from = onScreen(view, { x: 0, y: 0 });
    const to = onScreen(view, { x: content.width, y: content.height });
    expect(Math.min(from.x, from.y)).toBeGreaterThanOrEqual(0);
    expect(from.x + to.x).toBeCloseTo(SCREEN.width);
    expect(from.y + to.y).toBeCloseTo(SCREEN.height);
    expect(view.scale).toBeLessThanOrEqual(1);
  });

  it('survives content and screens without a size', () => {
    const view = fitted({ width: 0, height: 0 }, { width: 0, height: 0 });
    expect(Object.values(view).every(Number.isFinite)).toBe(true);
  });

  it('keeps what is under the pointer where it is', () => {
    const view = { x: 10, y: -40, scale: 0.7 };
    const at = { x: 333, y: 222 };
    const larger = zoomed(view, 1.7, at);
    const point = { x: (at.x - view.x) / view.scale, y: (at.y - view.y) / view.scale };
    expect(larger.scale).toBeCloseTo(0.7 * 1.7);
    expect(onScreen(larger, point).x).toBeCloseTo(at.x);
    expect(onScreen(larger, point).y).toBeCloseTo(at.y);
  });

  it('does not zoom without end', () => {
    const at = { x: 0, y: 0 };
    const largest = zoomed(panned({ x: 0, y: 0, scale: 1 }, 5, 5), 1e9, at);
    expect(zoomed(largest, 2, at)).toEqual(largest);
    expect(zoomed(largest, 1e-12, at).scale).toBeGreaterThan(0);
  });
});
