import { type ReactNode, useState } from 'react';
import type { Databases } from '../../app/databases.ts';
import type { LinkingPreferences } from '../../app/linking-preferences.ts';
import { useStore } from '../../app/store.ts';
import type { Table } from '../../schema/model.ts';
import { ImportPart } from '../import/import-part.tsx';
import type { ImportTools } from '../import/import-ports.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { PART_MISSING, useLazy } from '../parts/use-lazy.ts';
import { DatabaseNotices } from './database-notices.tsx';
import { DatabasePicker } from './database-picker.tsx';
import { DatabaseStatus } from './database-status.tsx';
import type { FillDialogProps } from './fill-dialog.tsx';
import styles from './schema-panel.module.css';
import { SourceNote } from './source-note.tsx';
import { TablesSection } from './tables-section.tsx';
import { UndoLine } from './undo-line.tsx';
import { useChanges } from './use-changes.ts';

interface SchemaPanelProps {
  readonly databases: Databases;
  readonly tools: ImportTools;
  readonly linking: LinkingPreferences;
  /** As many tables as the model takes. */
  readonly maxTables: number;
  readonly onPreview: (table: Table) => void;
  readonly onRunSql: (sql: string) => void;
  /** Ways to look at all tables: they stand beside their number. */
  readonly views: ReactNode;
}

export function SchemaPanel({ databases, tools, linking, maxTables, onPreview, onRunSql, views }: SchemaPanelProps) {
  const view = useStore(databases.store);
  const changes = useChanges(databases);
  const [importing, setImporting] = useState(false);
  /** Which table to begin with; undefined for those that are empty, null while the dialog is closed. */
  const [filling, setFilling] = useState<Table | undefined | null>(null);
  const { status, schema } = view;
  const isSettled = status.kind === 'ready' || status.kind === 'failed';
  const { Part: FillDialog, isMissing, fetch } = useLazy<FillDialogProps>(loadFillDialog);
  const startFilling = async (table: Table | undefined) => {
    if (await fetch()) setFilling(table);
  };

  return (
    <div className={styles.panel}>
      <DatabasePicker databases={databases} view={view} onFill={() => startFilling(undefined)} onUndo={changes.undo}>
        <Button icon="upload" disabled={!isSettled} onClick={() => setImporting(true)}>
          Use your own schema
        </Button>
      </DatabasePicker>
      <SourceNote view={view} />
      <DatabaseNotices databases={databases} view={view} />
      <DatabaseStatus
        status={status}
        doing={changes.doing}
        onRetry={() => databases.start()}
        onCancel={() => databases.cancelImport()}
      />
      <div className={styles.outcome}>
        <ImportPart
          databases={databases}
          tools={tools}
          open={importing}
          onOpen={() => setImporting(true)}
          onClose={() => setImporting(false)}
          onRunSql={onRunSql}
        />
        {view.undoable !== null && (
          <UndoLine
            undoable={view.undoable}
            done={changes.done}
            disabled={status.kind !== 'ready'}
            isOfReport={view.report !== null}
            onUndo={changes.undo}
          />
        )}
      </div>
      {status.kind === 'ready' && schema.tables.length === 0 && (
        <p className={styles.empty}>
          This database has no tables. Choose a sample above, or use your own schema with CREATE TABLE statements.
        </p>
      )}
      {schema.tables.length > 0 && (
        <TablesSection
          databases={databases}
          view={view}
          linking={linking}
          maxTables={maxTables}
          changes={changes}
          onPreview={onPreview}
          onFill={startFilling}
        >
          {views}
        </TablesSection>
      )}
      {isMissing && <Notice look="warn">{PART_MISSING}</Notice>}
      {FillDialog && filling !== null && (
        <FillDialog
          schema={schema}
          table={filling}
          status={status}
          onFill={(request) => changes.make(FILL_WORDS, () => databases.fillRows(request))}
          onCancel={() => databases.cancelImport()}
          onClose={() => setFilling(null)}
        />
      )}
    </div>
  );
}

const loadFillDialog = async () => (await import('./fill-dialog.tsx')).FillDialog;

const FILL_WORDS = { what: 'the sample rows', doing: 'Filling the tables…', done: 'Filled with sample rows.' };
