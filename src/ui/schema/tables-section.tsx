import { type ReactNode, useState } from 'react';
import type { DatabaseView } from '../../app/database-view.ts';
import type { Databases } from '../../app/databases.ts';
import type { LinkingPreferences } from '../../app/linking-preferences.ts';
import { useStore } from '../../app/store.ts';
import type { Table } from '../../schema/model.ts';
import { count, counted } from '../parts/format.ts';
import { Notice } from '../parts/notice.tsx';
import { PART_MISSING, useLazy } from '../parts/use-lazy.ts';
import { ELSEWHERE } from './database-menu.ts';
import { sourceKey } from './database-picker.tsx';
import styles from './schema-panel.module.css';
import type { TableActions } from './table-actions.ts';
import type { TableDialog, TableDialogsProps } from './table-dialogs.tsx';
import { TableTree } from './table-tree.tsx';
import type { Changes } from './use-changes.ts';

const loadTableDialogs = async () => (await import('./table-dialogs.tsx')).TableDialogs;

interface TablesSectionProps {
  readonly databases: Databases;
  readonly view: DatabaseView;
  readonly linking: LinkingPreferences;
  readonly maxTables: number;
  readonly changes: Changes;
  readonly onPreview: (table: Table) => void;
  readonly onFill: (table: Table) => void;
  /** What else can be done with all of them: stands beside their number. */
  readonly children: ReactNode;
}

/** The tables, and what can be done with each. */
export function TablesSection({
  databases,
  view,
  linking,
  maxTables,
  changes,
  onPreview,
  onFill,
  children,
}: TablesSectionProps) {
  const { schema, source, status } = view;
  const preferences = useStore(linking.store);
  // Where the model is shown all there is nothing to choose, but what was chosen for a smaller one holds.
  const isChosen = preferences.pinned.length + preferences.dropped.length > 0;
  const isChoosing = schema.tables.length > maxTables || isChosen;
  const [dialog, setDialog] = useState<TableDialog | null>(null);
  const { Part: TableDialogs, isMissing, fetch } = useLazy<TableDialogsProps>(loadTableDialogs);
  const show = async (wanted: TableDialog) => {
    if (await fetch()) setDialog(wanted);
  };
  const actions: TableActions = {
    preview: onPreview,
    fill: onFill,
    rename: (table) => show({ kind: 'rename', table }),
    empty: (table) => show({ kind: 'empty', table }),
    remove: (table) => show({ kind: 'delete', table }),
    choose: (table, choice) => linking.choose(table, choice),
  };
  const isElsewhere = source.kind === 'workspace' && source.access === 'elsewhere';
  const unless = isElsewhere ? ELSEWHERE : status.kind === 'ready' ? undefined : 'The database is busy';
  return (
    <section aria-label="Tables" className={styles.tables}>
      <header className={styles.tablesHeader}>
        <h2 className={styles.heading}>{counted(schema.tables.length, 'table')}</h2>
        {children}
      </header>
      {schema.tables.length > maxTables && (
        <p className={styles.tablesNote}>
          Too many for the model at once: each question picks up to {count(maxTables)}. The menu of a table has it
          always shown, or never.
        </p>
      )}
      <TableTree
        key={sourceKey(source)}
        schema={schema}
        port={databases.port}
        actions={actions}
        unless={unless}
        preferences={isChoosing ? preferences : null}
      />
      {isMissing && <Notice look="warn">{PART_MISSING}</Notice>}
      {TableDialogs && dialog && (
        <TableDialogs
          dialog={dialog}
          schema={schema}
          port={databases.port}
          onChange={(words, sql) => changes.make(words, () => databases.alter(words.what, sql))}
          onClose={() => setDialog(null)}
        />
      )}
    </section>
  );
}
