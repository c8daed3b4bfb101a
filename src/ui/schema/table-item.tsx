import { useState } from 'react';
import { choiceOf } from '../../app/linking-preferences.ts';
import type { DatabasePort } from '../../ask/ports.ts';
import type { TablePreferences } from '../../ask/table-preferences.ts';
import type { Schema, Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { Button } from '../parts/button.tsx';
import { count, noun } from '../parts/format.ts';
import { Hidden } from '../parts/hidden.tsx';
import { Icon } from '../parts/icons.tsx';
import { Menu } from '../parts/menu.tsx';
import { ColumnItem } from './column-item.tsx';
import { choiceMenu, previewLabel, type TableActions, tableMenu } from './table-actions.ts';
import styles from './table-item.module.css';
import { useSampleValues } from './use-sample-values.ts';

interface TableItemProps {
  readonly table: Table;
  readonly schema: Schema;
  readonly openAtFirst: boolean;
  readonly port: Pick<DatabasePort, 'runReadOnly'>;
  readonly actions: TableActions;
  /** Why tables cannot be changed now; undefined when they can. */
  readonly unless: string | undefined;
  /** Which tables the model is shown in any case, and in none; null where it is shown all. */
  readonly preferences: TablePreferences | null;
}

export function TableItem({ table, schema, openAtFirst, port, actions, unless, preferences }: TableItemProps) {
  const [open, setOpen] = useState(openAtFirst);
  const choice = preferences && choiceOf(table, preferences);
  const samples = useSampleValues(table, open, port);
  return (
    <li className={styles.item}>
      <details className={styles.table} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.summary}>
          <span className={styles.chevron}>
            <Icon name="chevron" />
          </span>
          <span className={styles.name} title={tableName(table)}>
            {tableName(table)}
          </span>
          {choice === 'pinned' && (
            <span className={styles.pinned} title="Always shown to the model">
              <Icon name="pin" />
              <Hidden>always shown to the model</Hidden>
            </span>
          )}
          {choice === 'dropped' && <span className={styles.dropped}>left out</span>}
          <span className={styles.count}>
            {table.kind === 'view' ? 'view' : count(table.rowCount)}
            {table.kind === 'table' && <Hidden> {noun(table.rowCount, 'row')}</Hidden>}
          </span>
        </summary>
        {open && (
          <div className={styles.body}>
            {table.comment && <p className={styles.comment}>{table.comment}</p>}
            <ul>
              {table.columns.map((column) => (
                <ColumnItem
                  key={column.name}
                  column={column}
                  table={table}
                  schema={schema}
                  samples={samples.get(column.name) ?? []}
                />
              ))}
            </ul>
            <Button look="quiet" icon="rows" className={styles.preview} onClick={() => actions.preview(table)}>
              {previewLabel(table)}
              <Hidden> of {table.name}</Hidden>
            </Button>
          </div>
        )}
      </details>
      <Menu
        icon="more"
        label={`More about ${tableName(table)}`}
        className={styles.menu}
        groups={[...tableMenu(table, actions, unless), preferences ? choiceMenu(table, choice, actions) : []]}
      />
    </li>
  );
}
