/** What part of a plane is seen, and how large: pure arithmetic, in pixels of the screen. */

export interface View {
  /** Where the plane's origin is on the screen. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const MIN_SCALE = 0.05;
const MAX_SCALE = 2;
const MARGIN = 24;

/** All of it, in the middle; never larger than life. */
export function fitted(content: Size, screen: Size): View {
  const scale = clamp(
    Math.min(
      (screen.width - MARGIN * 2) / Math.max(content.width, 1),
      (screen.height - MARGIN * 2) / Math.max(content.height, 1),
      1,
    ),
  );
  return centred({ x: content.width / 2, y: content.height / 2 }, scale, screen);
}

/** A point of the plane in the middle of the screen. */
export function centred(point: { readonly x: number; readonly y: number }, scale: number, screen: Size): View {
  return { x: screen.width / 2 - point.x * scale, y: screen.height / 2 - point.y * scale, scale };
}

/** `factor` times as large, with what is under a point of the screen staying there. */
export function zoomed(view: View, factor: number, at: { readonly x: number; readonly y: number }): View {
  const scale = clamp(view.scale * factor);
  const ratio = scale / view.scale;
  return { x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio, scale };
}

export function panned(view: View, x: number, y: number): View {
  return { ...view, x: view.x + x, y: view.y + y };
}

function clamp(scale: number): number {
  return Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale));
}
