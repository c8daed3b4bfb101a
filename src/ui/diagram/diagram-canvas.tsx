import { useMemo, useRef } from 'react';
import { IconButton } from '../parts/button.tsx';
import styles from './diagram.module.css';
import { DiagramBox } from './diagram-box.tsx';
import type { Diagram } from './lay-out-diagram.ts';
import { pathData } from './link-path.ts';
import { usePanZoom } from './use-pan-zoom.ts';

/** Below this scale the rows of a table cannot be read. */
const FAR = 0.5;
const ZOOM_STEP = 1.4;

interface DiagramCanvasProps {
  readonly diagram: Diagram;
  /** Tables of the query that is shown, by their names as SQL text. */
  readonly asked: ReadonlySet<string>;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

export function DiagramCanvas({ diagram, asked, selected, onSelect }: DiagramCanvasProps) {
  const svg = useRef<SVGSVGElement>(null);
  const { view, zoom, showAll, wasDragged, handlers } = usePanZoom(svg, diagram);
  const linked = useMemo(() => neighbours(diagram, selected), [diagram, selected]);
  const select = (id: string | null) => {
    if (!wasDragged()) onSelect(id);
  };
  const stateOf = (id: string) => {
    if (id === selected) return 'selected';
    if (selected !== null) return linked.has(id) ? 'linked' : 'dimmed';
    return asked.has(id) ? 'asked' : 'plain';
  };
  const isLit = (from: string, to: string) =>
    selected === null ? asked.has(from) && asked.has(to) : from === selected || to === selected;
  return (
    <div className={styles.canvas}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Esc does what a click beside the tables does. */}
      <svg
        ref={svg}
        className={styles.picture}
        role="application"
        aria-label="Diagram of the tables"
        aria-describedby="diagram-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the picture.
        tabIndex={0}
        {...handlers}
        onClick={(event) => event.target === event.currentTarget && select(null)}
      >
        <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
          {diagram.links.map(({ id, from, to, path }) => (
            <path
              key={id}
              className={styles.link}
              data-lit={isLit(from, to)}
              data-dimmed={selected !== null && !isLit(from, to)}
              d={pathData(path)}
            />
          ))}
          {diagram.boxes.map((box) => (
            <DiagramBox
              key={box.id}
              box={box}
              state={stateOf(box.id)}
              far={view.scale < FAR}
              onSelect={(id) => select(id === selected ? null : id)}
            />
          ))}
        </g>
      </svg>
      <div className={styles.zoom}>
        <IconButton icon="minus" label="Smaller" onClick={() => zoom(1 / ZOOM_STEP)} />
        <IconButton icon="fit" label="Show all" onClick={showAll} />
        <IconButton icon="plus" label="Larger" onClick={() => zoom(ZOOM_STEP)} />
      </div>
    </div>
  );
}

function neighbours({ links }: Diagram, selected: string | null): ReadonlySet<string> {
  const near = links.filter(({ from, to }) => from === selected || to === selected);
  return new Set(near.flatMap(({ from, to }) => [from, to]));
}
