import type { Schema, Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { Button } from '../parts/button.tsx';
import styles from './fill-dialog.module.css';
import { rowsText } from './table-actions.ts';

interface FillTablesProps {
  readonly schema: Schema;
  /** By their names as SQL text. */
  readonly chosen: ReadonlySet<string>;
  /** Filled with them. */
  readonly needed: readonly Table[];
  readonly disabled: boolean;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Which tables to fill, and which come along. */
export function FillTables({ schema, chosen, needed, disabled, onChoose }: FillTablesProps) {
  const tables = schema.tables.filter(({ kind }) => kind === 'table');
  const choose = (some: readonly Table[]) => onChoose(new Set(some.map(tableName)));
  const toggle = (name: string) => {
    const others = [...chosen].filter((each) => each !== name);
    onChoose(new Set(chosen.has(name) ? others : [...others, name]));
  };
  return (
    <fieldset className={styles.tables} disabled={disabled}>
      <legend>Tables</legend>
      <div className={styles.quick}>
        <Button look="quiet" onClick={() => choose(tables.filter(({ rowCount }) => rowCount === 0))}>
          Those that are empty
        </Button>
        <Button look="quiet" onClick={() => choose(tables)}>
          All
        </Button>
        <Button look="quiet" onClick={() => choose([])}>
          None
        </Button>
      </div>
      <ul className={styles.list}>
        {tables.map((table) => {
          const name = tableName(table);
          return (
            <li key={name}>
              <label className={styles.table}>
                <input type="checkbox" checked={chosen.has(name)} onChange={() => toggle(name)} />
                <span>{name}</span>
                <span className={styles.count}>{rowsText(table)}</span>
              </label>
            </li>
          );
        })}
      </ul>
      {needed.length > 0 && (
        <p className={styles.note}>
          Filled too, because these rows refer to theirs and they are empty: {needed.map(tableName).join(', ')}.
        </p>
      )}
    </fieldset>
  );
}
