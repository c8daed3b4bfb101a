import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { DatabasePort } from '../../ask/ports.ts';
import type { TablePreferences } from '../../ask/table-preferences.ts';
import type { Schema, Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { count } from '../parts/format.ts';
import type { TableActions } from './table-actions.ts';
import { TableItem } from './table-item.tsx';
import styles from './table-tree.module.css';

/** With fewer tables than this, looking is quicker than typing. */
const FILTER_FROM = 9;
/** Tables that are drawn at once; of a large schema the others follow in between frames. */
const DRAWN_AT_ONCE = 40;

interface TableTreeProps {
  readonly schema: Schema;
  readonly port: Pick<DatabasePort, 'runReadOnly'>;
  readonly actions: TableActions;
  /** Why tables cannot be changed now; undefined when they can. */
  readonly unless: string | undefined;
  /** Which tables the model is shown in any case, and in none; null where it is shown all. */
  readonly preferences: TablePreferences | null;
}

export function TableTree({ schema, port, actions, unless, preferences }: TableTreeProps) {
  const [filter, setFilter] = useState('');
  const shownFilter = useDeferredValue(filter.trim().toLowerCase());
  const filterId = useId();
  const matches = useMemo(() => matching(schema.tables, shownFilter), [schema, shownFilter]);
  const tables = useDeferredValue(matches, matches.slice(0, DRAWN_AT_ONCE));
  return (
    <div className={styles.tree}>
      {schema.tables.length >= FILTER_FROM && (
        <input
          id={filterId}
          type="search"
          className={styles.filter}
          placeholder={`Filter ${count(schema.tables.length)} tables and their columns`}
          aria-label="Filter tables and columns"
          autoComplete="off"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      <ul>
        {tables.map((table) => (
          <TableItem
            key={tableName(table)}
            table={table}
            schema={schema}
            openAtFirst={schema.tables.length === 1}
            port={port}
            actions={actions}
            unless={unless}
            preferences={preferences}
          />
        ))}
      </ul>
      {matches.length === 0 && schema.tables.length > 0 && (
        <p className={styles.none}>No table or column has this name.</p>
      )}
    </div>
  );
}

function matching(tables: readonly Table[], filter: string): readonly Table[] {
  if (filter === '') return tables;
  return tables.filter((table) =>
    [table.name, ...table.columns.map((column) => column.name)].some((name) => name.toLowerCase().includes(filter)),
  );
}
