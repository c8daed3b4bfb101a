import { useEffect, useRef, useState } from 'react';
import type { Databases, ImportTarget, Script } from '../../app/databases.ts';
import { useStore } from '../../app/store.ts';
import { toErrorData } from '../../platform/errors.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useLazy } from '../parts/use-lazy.ts';
import type { DroppedFile } from './dropped-files.ts';
import type { ImportDialogProps } from './import-dialog.tsx';
import { importFiles, type TableImport } from './import-files.ts';
import styles from './import-part.module.css';
import type { ImportTools } from './import-ports.ts';
import type { TablesToImport } from './intake-content.ts';
import type { ScriptPart } from './join-scripts.ts';
import { ScriptReport } from './script-report.tsx';
import { TablesReport } from './tables-report.tsx';
import { useFileDrop } from './use-file-drop.ts';

interface ImportPartProps {
  readonly databases: Databases;
  readonly tools: ImportTools;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  /** Runs a query that was converted here. */
  readonly onRunSql: (sql: string) => void;
}

/** What the latest script was made of, to say in its report what came from where. */
interface LatestScript {
  readonly title: string;
  readonly parts: readonly ScriptPart[];
}

const loadImportDialog = async () => (await import('./import-dialog.tsx')).ImportDialog;

const NO_FILES: readonly DroppedFile[] = [];

/**
 * All that has to do with importing: files dropped anywhere on the page, the dialog, which is fetched when somebody first
 * wants it, and the report of what became of it, at the place where this stands.
 */
export function ImportPart({ databases, tools, open, onOpen, onClose, onRunSql }: ImportPartProps) {
  const view = useStore(databases.store);
  const { Part: Dialog, isMissing, fetch } = useLazy<ImportDialogProps>(loadImportDialog);
  const [dropped, setDropped] = useState(NO_FILES);
  const [script, setScript] = useState<LatestScript>({ title: '', parts: [] });
  const [tables, setTables] = useState<readonly TableImport[]>([]);
  const isBusy = view.status.kind !== 'ready' && view.status.kind !== 'failed';
  const undo = isBusy ? null : view.undoable;

  const dragging = useFileDrop((files) => {
    if (isBusy && open) return;
    setDropped(files);
    onOpen();
  });

  const latestFetch = useLatest(fetch);
  useEffect(() => {
    if (open) void latestFetch.current();
  }, [open, latestFetch]);

  // The dialog has done its work as soon as there is a report to read.
  const latestClose = useLatest(onClose);
  useEffect(() => {
    if (view.report) latestClose.current();
  }, [view.report, latestClose]);

  // It is also where an import says why it failed.
  const latestOpen = useLatest(onOpen);
  useEffect(() => {
    if (view.importError) latestOpen.current();
  }, [view.importError, latestOpen]);

  // A report is about the database as the import left it.
  useEffect(() => {
    if (isBusy) setTables([]);
  }, [isBusy]);

  const importScript = async (sql: Script, parts: readonly ScriptPart[], target: ImportTarget) => {
    setScript({ title: sql.title, parts });
    await databases.importScript(sql, target);
    const { report } = databases.store.get();
    return report !== null && !report.statements.some(({ outcome }) => outcome.kind === 'failed');
  };

  const importTables = async (files: readonly TablesToImport[], target: ImportTarget) => {
    const imported = await importFiles(databases, files, target);
    if (!imported) return false;
    setTables(imported);
    onClose();
    return true;
  };

  return (
    <>
      {view.report && (
        <ScriptReport
          report={view.report}
          title={script.title}
          parts={script.parts}
          undo={undo}
          onUndo={() => databases.undo()}
          onDismiss={() => databases.dismissReport()}
        />
      )}
      {tables.length > 0 && <TablesReport tables={tables} onDismiss={() => setTables([])} />}
      {dragging && !open && <p className={styles.drop}>Drop to import</p>}
      {open && isMissing && (
        <div className={styles.missing}>
          <ErrorNotice
            title="Importing is not there"
            error={toErrorData(new Error('This part of the page could not be fetched.'))}
            actions={<Button onClick={fetch}>Try again</Button>}
          />
        </div>
      )}
      {Dialog && (
        <Dialog
          view={view}
          tools={tools}
          open={open}
          dragging={dragging}
          dropped={dropped}
          onImportScript={importScript}
          onImportTables={importTables}
          onOpenDatabase={(file, title) => {
            onClose();
            void databases.openFile(file, title);
          }}
          onRunSql={(sql) => {
            onClose();
            onRunSql(sql);
          }}
          onCancel={() => databases.cancelImport()}
          onClose={onClose}
        />
      )}
    </>
  );
}

function useLatest<Value>(value: Value) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
