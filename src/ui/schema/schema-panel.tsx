import { type ReactNode, useEffect, useId, useState } from 'react';
import type { Databases, DatabaseView } from '../../app/databases.ts';
import { useStore } from '../../app/store.ts';
import type { OpenProgress } from '../../database/contract.ts';
import type { Table } from '../../schema/model.ts';
import { SAMPLES } from '../../schema/samples.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { bytes, counted } from '../parts/format.ts';
import { Icon } from '../parts/icons.tsx';
import { Progress } from '../parts/progress.tsx';
import { ImportDialog, type ImportProgress } from './import-dialog.tsx';
import { ImportReport } from './import-report.tsx';
import styles from './schema-panel.module.css';
import { TableTree } from './table-tree.tsx';

/** The picker's entry for a schema that the person brought. */
const OWN = 'own';

interface SchemaPanelProps {
  readonly databases: Databases;
  readonly onPreview: (table: Table) => void;
  /** What else can be done with the tables: stands beside their number. */
  readonly tableActions: ReactNode;
}

export function SchemaPanel({ databases, onPreview, tableActions }: SchemaPanelProps) {
  const view = useStore(databases.store);
  const [dialogOpen, setDialogOpen] = useState(false);
  const pickerId = useId();
  const { source, lastImport, status } = view;
  const isSettled = status.kind === 'ready' || status.kind === 'failed';

  // The dialog has done its work as soon as there is a report to read.
  useEffect(() => {
    if (view.report) setDialogOpen(false);
  }, [view.report]);

  // It is also where an import that the picker started says why it failed.
  useEffect(() => {
    if (view.importError) setDialogOpen(true);
  }, [view.importError]);

  return (
    <div className={styles.panel}>
      <div className={styles.picker}>
        <label htmlFor={pickerId} className={styles.label}>
          Database
        </label>
        <div className={styles.selectFrame}>
          <select
            id={pickerId}
            className={styles.select}
            value={source.kind === 'sample' ? source.sample.id : OWN}
            disabled={!isSettled}
            onChange={(event) => {
              const sample = SAMPLES.find((each) => each.id === event.target.value);
              if (sample) void databases.openSample(sample);
              else if (lastImport) void databases.importScript(lastImport);
            }}
          >
            {SAMPLES.map((sample) => (
              <option key={sample.id} value={sample.id}>
                {sample.title}
              </option>
            ))}
            {lastImport && <option value={OWN}>{lastImport.title}</option>}
          </select>
          <Icon name="down" />
        </div>
        <Button icon="upload" disabled={!isSettled} onClick={() => setDialogOpen(true)}>
          Use your own schema
        </Button>
      </div>
      {source.kind === 'sample' && <p className={styles.description}>{source.sample.description}</p>}
      <DatabaseStatus view={view} onRetry={() => databases.start()} />
      {view.report && <ImportReport report={view.report} onDismiss={() => databases.dismissReport()} />}
      {status.kind === 'ready' && view.schema.tables.length === 0 && (
        <p className={styles.empty}>
          This database has no tables. Choose a sample above, or use your own schema with CREATE TABLE statements.
        </p>
      )}
      {view.schema.tables.length > 0 && (
        <section aria-label="Tables" className={styles.tables}>
          <header className={styles.tablesHeader}>
            <h2 className={styles.heading}>{counted(view.schema.tables.length, 'table')}</h2>
            {tableActions}
          </header>
          <TableTree
            key={source.kind === 'sample' ? source.sample.id : source.title}
            schema={view.schema}
            onPreview={onPreview}
          />
        </section>
      )}
      <ImportDialog
        open={dialogOpen}
        progress={importProgress(status)}
        error={view.importError}
        onOpen={() => setDialogOpen(true)}
        onImport={(script) => databases.importScript(script)}
        onCancel={() => databases.cancelImport()}
        onClose={() => setDialogOpen(false)}
      />
    </div>
  );
}

function importProgress(status: DatabaseView['status']): ImportProgress | null {
  if (status.kind === 'ready' || status.kind === 'failed') return null;
  return status.kind === 'filling' ? (status.progress ?? 'starting') : 'restoring';
}

function DatabaseStatus({ view, onRetry }: { readonly view: DatabaseView; readonly onRetry: () => void }) {
  const { status } = view;
  if (status.kind === 'starting') {
    return (
      <div className={styles.progress}>
        <Progress label="Starting PostgreSQL" fraction={openFraction(status.progress)} />
        <p>{openText(status.progress)}</p>
      </div>
    );
  }
  if (status.kind === 'filling') {
    const { progress } = status;
    return (
      <div className={styles.progress}>
        <Progress
          label="Filling the database"
          fraction={progress && progress.total > 0 ? progress.done / progress.total : null}
        />
        <p>Filling the database…</p>
      </div>
    );
  }
  if (status.kind === 'restoring') {
    return (
      <div className={styles.progress}>
        <Progress label="Restoring the database" fraction={null} />
        <p>{RESTORE_TEXT[status.reason]}</p>
      </div>
    );
  }
  if (status.kind === 'failed') {
    return (
      <div className={styles.failed}>
        <ErrorNotice
          title="The database did not start"
          error={status.error}
          actions={<Button onClick={onRetry}>Start it again</Button>}
        />
      </div>
    );
  }
  return null;
}

const RESTORE_TEXT = {
  cancelled: 'Putting the database back as it was…',
  'database/timeout': 'The query took too long and was stopped. Putting the database back as it was…',
  'database/crashed': 'Postgres stopped. Putting the database back as it was…',
} as const;

function openFraction(progress: OpenProgress | null): number | null {
  return progress?.phase === 'download' && progress.totalBytes > 0 ? progress.loadedBytes / progress.totalBytes : null;
}

function openText(progress: OpenProgress | null): string {
  if (progress?.phase !== 'download') return 'Starting PostgreSQL…';
  return `Loading PostgreSQL: ${bytes(progress.loadedBytes)} of ${bytes(progress.totalBytes)}`;
}
