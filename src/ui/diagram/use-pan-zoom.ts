import { type KeyboardEvent, type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { fitted, panned, type Size, type View, zoomed } from './pan-zoom.ts';

const KEY_STEP = 60;
const ZOOM_STEP = 1.25;
/** Of a wheel's or trackpad's pixels, as powers of e. */
const WHEEL_SPEED = 0.002;
/** Pixels that a pointer may move and still be a click. */
const CLICK_SLACK = 4;

interface Pointer {
  readonly x: number;
  readonly y: number;
}

export interface PanZoom {
  readonly view: View;
  readonly zoom: (factor: number) => void;
  readonly showAll: () => void;
  /** Whether the last press was a drag, so that no click is meant. */
  readonly wasDragged: () => boolean;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: (event: PointerEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

/** Drag, wheel, pinch and keys over `area`; begins with all of `content` in view. */
export function usePanZoom(area: RefObject<Element | null>, content: Size): PanZoom {
  const [view, setView] = useState<View>({ x: 0, y: 0, scale: 1 });
  const pointers = useRef(new Map<number, Pointer>());
  const travelled = useRef(0);

  const zoom = (factor: number) => {
    const { width = 0, height = 0 } = area.current?.getBoundingClientRect() ?? {};
    setView((current) => zoomed(current, factor, { x: width / 2, y: height / 2 }));
  };
  const showAll = useCallback(() => {
    if (area.current) setView(fitted(content, area.current.getBoundingClientRect()));
  }, [area, content]);

  // Called at once, too: as soon as the area has a size.
  useEffect(() => {
    const observer = new ResizeObserver(showAll);
    if (area.current) observer.observe(area.current);
    return () => observer.disconnect();
  }, [area, showAll]);

  useEffect(() => {
    const element = area.current;
    const onWheel = (event: Event) => {
      if (!(event instanceof WheelEvent) || !element) return;
      // The page must not scroll or zoom with it; React listens passively.
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      setView((current) =>
        event.ctrlKey || event.metaKey
          ? zoomed(current, Math.exp(-event.deltaY * WHEEL_SPEED * 4), at)
          : panned(current, -event.deltaX, -event.deltaY),
      );
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [area]);

  const onPointerMove = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, now);
    travelled.current += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (travelled.current > CLICK_SLACK) area.current?.setPointerCapture(event.pointerId);
    if (!other) {
      setView((current) => panned(current, now.x - before.x, now.y - before.y));
      return;
    }
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const at = { x: (now.x + other.x) / 2 - left, y: (now.y + other.y) / 2 - top };
    const moved = { x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 };
    const factor = distance(now, other) / Math.max(distance(before, other), 1);
    setView((current) => panned(zoomed(current, factor, at), moved.x, moved.y));
  };

  const release = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId);
  };

  return {
    view,
    zoom,
    showAll,
    wasDragged: () => travelled.current > CLICK_SLACK,
    handlers: {
      onPointerDown: (event) => {
        if (pointers.current.size === 0) travelled.current = 0;
        pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      },
      onPointerMove,
      onPointerUp: release,
      onPointerCancel: release,
      onKeyDown: (event) => {
        const step = KEYS[event.key];
        if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        if (step === 'all') showAll();
        else if (typeof step === 'number') zoom(step);
        else setView((current) => panned(current, step.x, step.y));
      },
    },
  };
}

const KEYS: Readonly<Record<string, Pointer | number | 'all'>> = {
  ArrowLeft: { x: KEY_STEP, y: 0 },
  ArrowRight: { x: -KEY_STEP, y: 0 },
  ArrowUp: { x: 0, y: KEY_STEP },
  ArrowDown: { x: 0, y: -KEY_STEP },
  '+': ZOOM_STEP,
  '=': ZOOM_STEP,
  '-': 1 / ZOOM_STEP,
  '0': 'all',
};

function distance(a: Pointer, b: Pointer): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
