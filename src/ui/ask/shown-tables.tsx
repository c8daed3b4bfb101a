import type { ReactNode } from 'react';
import { choiceOf, type TableChoice } from '../../app/linking-preferences.ts';
import type { ShownTables as Shown } from '../../ask/states.ts';
import { isSameTable, type TableId, type TablePreferences, tablesNamed } from '../../ask/table-preferences.ts';
import type { Schema } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { Button } from '../parts/button.tsx';
import { count, counted } from '../parts/format.ts';
import { Icon } from '../parts/icons.tsx';
import { PinAnother } from './pin-another.tsx';
import styles from './shown-tables.module.css';
import { TableChip } from './table-chip.tsx';

interface ShownTablesProps {
  /** What the model was shown for this answer. */
  readonly shown: Shown;
  /** What it would be shown now, as far as that is known before it is asked. */
  readonly next: Schema;
  /** All tables of the open database. */
  readonly schema: Schema;
  readonly preferences: TablePreferences;
  readonly onChoose: (table: TableId, choice: TableChoice) => void;
  /** Undefined while something is being asked. */
  readonly onAskAgain: (() => void) | undefined;
}

/** Of a database too large for the model: which tables it was shown, and a say in which it is shown next. */
export function ShownTables({ shown, next, schema, preferences, onChoose, onAskAgain }: ShownTablesProps) {
  const isShown = (table: TableId) => shown.tables.some((each) => isSameTable(each, table));
  const hasRoom = (table: TableId) => next.tables.some((each) => isSameTable(each, table));
  const pinnedSince = tablesNamed(preferences.pinned, schema).filter((table) => !isShown(table));
  const added = pinnedSince.filter(hasRoom);
  const crowdedOut = tablesNamed(preferences.pinned, schema).filter((table) => !hasRoom(table));
  const dropped = tablesNamed(preferences.dropped, schema);
  const isOutdated = added.length > 0 || dropped.some(isShown);
  const item = (table: TableId) => (
    <TableChip
      key={tableName(table)}
      table={table}
      choice={choiceOf(table, preferences)}
      isLater={!isShown(table)}
      onChoose={(choice) => onChoose(table, choice)}
    />
  );
  return (
    <details className={styles.shown}>
      <summary className={styles.summary}>
        <span className={styles.chevron}>
          <Icon name="chevron" />
        </span>
        The model was shown {count(shown.tables.length)} of {counted(shown.of, 'table')}
      </summary>
      <div className={styles.body}>
        <p className={styles.note}>
          Those that the question’s words are about, and what joins them. Pin a table to have it shown with every
          question; leave one out to never have it shown.
        </p>
        <ul className={styles.chips} aria-label="Tables that the model was shown">
          {shown.tables.map(item)}
          {added.map(item)}
        </ul>
        {crowdedOut.length > 0 && (
          <Line text={`Pinned, but there is room for ${counted(next.tables.length, 'table')} only:`}>
            {crowdedOut.map(item)}
          </Line>
        )}
        {dropped.some((table) => !isShown(table)) && (
          <Line text="Never shown:">{dropped.filter((table) => !isShown(table)).map(item)}</Line>
        )}
        <div className={styles.actions}>
          <PinAnother schema={schema} preferences={preferences} onPin={(table) => onChoose(table, 'pinned')} />
          {isOutdated && onAskAgain && <Button onClick={onAskAgain}>Ask again with these tables</Button>}
        </div>
      </div>
    </details>
  );
}

function Line({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className={styles.line}>
      <p className={styles.note}>{text}</p>
      <ul className={styles.chips}>{children}</ul>
    </div>
  );
}
