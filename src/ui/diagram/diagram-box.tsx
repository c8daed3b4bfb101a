import { memo } from 'react';
import { type BoxRow, METRICS } from './boxes.ts';
import type { PlacedBox } from './columns.ts';
import styles from './diagram.module.css';
import { LINE_HEIGHT, layOutFarTitle } from './far-title.ts';

interface DiagramBoxProps {
  readonly box: PlacedBox;
  readonly state: 'plain' | 'selected' | 'linked' | 'asked' | 'dimmed';
  /** Seen from afar only the name is there, as large as it can be. */
  readonly far: boolean;
  readonly onSelect: (id: string) => void;
}

export const DiagramBox = memo(function DiagramBox({ box, state, far, onSelect }: DiagramBoxProps) {
  const { id, title, rows, hiddenColumns, width, height, x, y } = box;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button.
    <g
      transform={`translate(${x} ${y})`}
      className={styles.box}
      data-state={state}
      role="button"
      tabIndex={0}
      aria-label={`Table ${title}${state === 'asked' ? ', in the query' : ''}`}
      aria-pressed={state === 'selected'}
      onClick={() => onSelect(id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onSelect(id);
      }}
    >
      <title>{box.table.comment ?? title}</title>
      <rect className={styles.frame} width={width} height={height} rx={8} />
      {far ? (
        <FarTitle title={title} width={width} height={height} />
      ) : (
        <>
          <path className={styles.rule} d={`M0 ${METRICS.header}H${width}`} />
          <text className={styles.title} x={METRICS.padding} y={METRICS.header / 2}>
            {title}
          </text>
          {rows.map((row, index) => (
            <Row key={row.column.name} row={row} y={METRICS.header + (index + 0.5) * METRICS.row} width={width} />
          ))}
          {hiddenColumns > 0 && (
            <text
              className={styles.more}
              x={METRICS.padding + METRICS.mark}
              y={METRICS.header + (rows.length + 0.5) * METRICS.row}
            >
              {rows.length === 0 ? `${hiddenColumns} columns` : `and ${hiddenColumns} more`}
            </text>
          )}
        </>
      )}
    </g>
  );
});

function FarTitle({ title, width, height }: Pick<PlacedBox, 'title' | 'width' | 'height'>) {
  const { lines, size } = layOutFarTitle(title, { width: width - METRICS.padding, height });
  return lines.map((line, index) => (
    <text
      // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a name may be alike
      key={index}
      className={styles.farTitle}
      x={width / 2}
      y={height / 2 + (index - (lines.length - 1) / 2) * size * LINE_HEIGHT}
      style={{ fontSize: size }}
    >
      {line}
    </text>
  ));
}

function Row({ row, y, width }: { readonly row: BoxRow; readonly y: number; readonly width: number }) {
  return (
    <g transform={`translate(0 ${y})`}>
      {row.isKey && <circle className={styles.key} cx={METRICS.padding + 4} cy={0} r={3.5} />}
      {!row.isKey && row.isReference && (
        <path className={styles.reference} d={`M${METRICS.padding} 0h7m-3-3l3 3l-3 3`} />
      )}
      <text className={styles.column} x={METRICS.padding + METRICS.mark} data-key={row.isKey}>
        {row.name}
      </text>
      <text className={styles.type} x={width - METRICS.padding}>
        {row.type}
        {row.column.nullable && '?'}
      </text>
    </g>
  );
}
