import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Schema, Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { count, counted } from '../parts/format.ts';
import { Hidden } from '../parts/hidden.tsx';
import type { Detail } from './boxes.ts';
import styles from './diagram.module.css';
import { DiagramCanvas } from './diagram-canvas.tsx';
import { layOutDiagram } from './lay-out-diagram.ts';
import { tablesToDraw } from './tables-to-draw.ts';

/** From so many tables on, boxes begin with their keys alone. */
const KEYS_FROM = 25;
/** Names before "and n more". */
const MAX_LISTED = 6;

export interface DiagramDialogProps {
  readonly schema: Schema;
  /** Tables of the query that is shown, by their names as SQL text. */
  readonly asked: ReadonlySet<string>;
  readonly onPreview: (table: Table) => void;
  readonly onClose: () => void;
}

/** The tables and the foreign keys between them. */
export function DiagramDialog({ schema, asked, onPreview, onClose }: DiagramDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const [chosenDetail, setDetail] = useState<Detail | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const tables = useMemo(() => tablesToDraw(schema.tables, asked), [schema, asked]);
  const detail = chosenDetail ?? (tables.length < KEYS_FROM ? 'all' : 'keys');
  const diagram = useMemo(() => layOutDiagram(tables, detail), [tables, detail]);
  const table = tables.find((each) => tableName(each) === selected);

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={headingId}
      onCancel={(event) => {
        // Esc first lets go of the table that is selected.
        if (selected === null) return;
        event.preventDefault();
        setSelected(null);
      }}
      onClose={onClose}
    >
      <header className={styles.header}>
        <h2 id={headingId}>{counted(tables.length, 'table')}</h2>
        {tables.length < schema.tables.length && (
          <p className={styles.note}>
            of {count(schema.tables.length)}: those of the last query, and then the ones with most keys
          </p>
        )}
        <label className={styles.detail}>
          <input
            type="checkbox"
            checked={detail === 'all'}
            onChange={(event) => setDetail(event.target.checked ? 'all' : 'keys')}
          />
          All columns
        </label>
        <IconButton icon="close" label="Close" onClick={() => dialog.current?.close()} />
      </header>
      <DiagramCanvas diagram={diagram} asked={asked} selected={selected} onSelect={setSelected} />
      <footer className={styles.footer} aria-live="polite">
        {table ? (
          <>
            <p className={styles.about}>
              <strong>{tableName(table)}</strong> <span>{relations(table, schema)}</span>
            </p>
            <Button
              look="quiet"
              icon="rows"
              onClick={() => {
                dialog.current?.close();
                onPreview(table);
              }}
            >
              {table.rowCount > 0 ? 'Show rows' : 'Query this table'}
              <Hidden> of {table.name}</Hidden>
            </Button>
          </>
        ) : (
          <p id="diagram-keys" className={styles.about}>
            {asked.size > 0 && 'The tables of the query are marked. '}
            Drag to move, pinch or hold Ctrl and scroll to zoom; arrows, + and − do the same. Choose a table to see what
            it is joined with.
          </p>
        )}
      </footer>
    </dialog>
  );
}

/** `8 columns; refers to customers; order_items and payments refer to it` */
function relations(table: Table, { tables }: Schema): string {
  const to = table.foreignKeys.map(({ referencedNamespace, referencedTable }) =>
    tableName({ namespace: referencedNamespace, name: referencedTable }),
  );
  const from = tables.filter(({ foreignKeys }) =>
    foreignKeys.some((key) => key.referencedNamespace === table.namespace && key.referencedTable === table.name),
  );
  const parts = [counted(table.columns.length, 'column')];
  if (to.length > 0) parts.push(`refers to ${list([...new Set(to)])}`);
  if (from.length > 0) parts.push(`${list(from.map(tableName))} ${from.length === 1 ? 'refers' : 'refer'} to it`);
  return parts.join('; ');
}

function list(names: readonly string[]): string {
  const rest = names.length - MAX_LISTED;
  const listed = rest > 1 ? [...names.slice(0, MAX_LISTED), `${count(rest)} more`] : names;
  return new Intl.ListFormat('en').format(listed);
}
