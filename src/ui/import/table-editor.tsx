import { useId, useState } from 'react';
import type { ColumnPreview } from '../../tabular/preview-model.ts';
import { Button, classes } from '../parts/button.tsx';
import { count, counted } from '../parts/format.ts';
import { ColumnEditor } from './column-editor.tsx';
import { FirstRows } from './first-rows.tsx';
import type { TableDraft } from './table-drafts.ts';
import styles from './table-editor.module.css';

interface TableEditorProps {
  readonly draft: TableDraft;
  /** Of its file: then there is nothing to choose. */
  readonly isOnlyOne: boolean;
  readonly disabled: boolean;
  readonly onChange: (draft: TableDraft) => void;
}

/** Columns shown at first: a table can have 1,600, each with a select of its own. */
const SHOWN_COLUMNS = 40;

/** A table that a file would become. */
export function TableEditor({ draft, isOnlyOne, disabled, onChange }: TableEditorProps) {
  const id = useId();
  const [shown, setShown] = useState(SHOWN_COLUMNS);
  const { columns, rowCount } = draft;
  const changeColumn = (at: number, change: Partial<ColumnPreview>) =>
    onChange({
      ...draft,
      columns: columns.map((column, index) => (index === at ? { ...column, ...change } : column)),
    });
  return (
    <section className={styles.table} aria-label={`Table ${draft.title}`}>
      <div className={styles.name}>
        {!isOnlyOne && (
          <input
            type="checkbox"
            aria-label={`Import ${draft.title}`}
            disabled={disabled}
            checked={draft.isIncluded}
            onChange={(event) => onChange({ ...draft, isIncluded: event.target.checked })}
          />
        )}
        <label htmlFor={id}>Table</label>
        <input
          id={id}
          className={styles.text}
          disabled={disabled || !draft.isIncluded}
          spellCheck={false}
          autoCapitalize="off"
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
        <span className={styles.size}>
          {counted(rowCount, 'row')}, {counted(columns.length, 'column')}
        </span>
      </div>
      {draft.isIncluded && (
        <>
          <FirstRows columns={columns} rows={draft.rows} rowCount={rowCount} />
          <ul className={styles.columns} aria-label={`Columns of ${draft.title}`}>
            {columns.slice(0, shown).map((column, at) => (
              <ColumnEditor
                // biome-ignore lint/suspicious/noArrayIndexKey: a column has no identity but its place in the file
                key={at}
                column={column}
                rowCount={rowCount}
                disabled={disabled}
                onChange={(change) => changeColumn(at, change)}
              />
            ))}
          </ul>
          {shown < columns.length && (
            <div className={classes(styles.more)}>
              <Button look="quiet" onClick={() => setShown(shown + 5 * SHOWN_COLUMNS)}>
                Show more columns
              </Button>
              <span>
                {count(shown)} of {count(columns.length)} are shown; all are imported.
              </span>
            </div>
          )}
        </>
      )}
    </section>
  );
}
