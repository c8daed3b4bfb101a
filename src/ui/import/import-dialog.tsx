import { useEffect, useId, useRef, useState } from 'react';
import type { DatabaseView } from '../../app/database-view.ts';
import type { ImportTarget, Script } from '../../app/databases.ts';
import { classes, IconButton } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { detectInSlices } from './detect-in-slices.ts';
import type { DroppedFile } from './dropped-files.ts';
import { faultsByFile } from './file-faults.ts';
import { FilesTab } from './files-tab.tsx';
import styles from './import-dialog.module.css';
import { ImportFooter } from './import-footer.tsx';
import type { ImportTools } from './import-ports.ts';
import { importProgress } from './import-progress.ts';
import { hasSomething, obstacle, type TablesToImport, tablesToImport } from './intake-content.ts';
import { IntoView } from './into-view.tsx';
import type { ScriptPart } from './join-scripts.ts';
import { NO_MATERIAL } from './material.ts';
import { QueryConverter } from './query-converter.tsx';
import { scriptTitle } from './script-title.ts';
import { ServerSource } from './server-source.tsx';
import { type Tab, Tabs } from './tabs.tsx';
import { TakingLine } from './taking-line.tsx';
import { isElsewhere } from './target-choice.tsx';
import { type IntakeTab, useIntake } from './use-intake.ts';

export interface ImportDialogProps {
  readonly view: DatabaseView;
  readonly tools: ImportTools;
  readonly open: boolean;
  /** Something is being dragged over the page. */
  readonly dragging: boolean;
  /** What was dropped last, wherever on the page. */
  readonly dropped: readonly DroppedFile[];
  /** Resolves with whether all of it was applied. */
  readonly onImportScript: (script: Script, parts: readonly ScriptPart[], target: ImportTarget) => Promise<boolean>;
  /** Resolves with whether they were imported: all of them, or none. */
  readonly onImportTables: (files: readonly TablesToImport[], target: ImportTarget) => Promise<boolean>;
  readonly onOpenDatabase: (file: File, title: string) => void;
  readonly onRunSql: (sql: string) => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** Everything that can be brought into a database, and the way there. */
export function ImportDialog(props: ImportDialogProps) {
  const { view, tools, open, dragging, dropped, onCancel, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const [chosenTarget, setTarget] = useState<ImportTarget>('new');
  const intake = useIntake(props.onOpenDatabase);
  const { tab, material, taking } = intake;
  const progress = importProgress(view.status);
  const isImporting = progress !== null;
  const target = isElsewhere(view.source) ? 'new' : chosenTarget;
  const files = material.kind === 'rows' ? material.files : [];
  const faults = faultsByFile(files, intake.read, target === 'open' ? view.schema : null);
  const isAboutFiles = tab === 'files' && material.kind === 'rows';

  useEffect(() => {
    if (open && !dialog.current?.open) {
      dialog.current?.showModal();
      // On a phone that would bring up the keyboard.
      if (matchMedia('(pointer: fine)').matches) dialog.current?.querySelector('textarea')?.focus();
    }
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);

  const { take } = taking;
  useEffect(() => {
    if (dropped.length > 0) take(dropped);
  }, [dropped, take]);

  const startImport = async () => {
    if (tab === 'server') {
      if (!intake.serverResult) return;
      const { server, ddl } = intake.serverResult;
      const title = `PostgreSQL ${server.split(' ')[0]}`;
      const isDone = await props.onImportScript({ title, sql: ddl, dialect: 'postgres' }, [], target);
      if (isDone) intake.setServerText('');
      return;
    }
    if (material.kind === 'rows') {
      const chosen = tablesToImport(intake);
      if (await props.onImportTables(chosen, target)) intake.removeFiles(chosen.map(({ file }) => file));
      return;
    }
    const { title, text, parts } = material;
    const dialect = intake.dialect ?? (await detectInSlices(text, NEVER)).dialect;
    const script = { title: title ?? scriptTitle(text) ?? 'Your schema', sql: text, dialect };
    if (await props.onImportScript(script, parts, target)) intake.setMaterial(NO_MATERIAL);
  };

  const tabs: readonly Tab<IntakeTab>[] = [
    {
      id: 'files',
      title: 'SQL or files',
      content: <FilesTab intake={intake} tools={tools} disabled={isImporting} faults={faults} />,
    },
    {
      id: 'server',
      title: 'From your own server',
      content: (
        <ServerSource
          tools={tools}
          text={intake.serverText}
          disabled={isImporting}
          onText={intake.setServerText}
          onResult={intake.setServerResult}
        />
      ),
    },
    {
      id: 'query',
      title: 'Convert a query',
      content: <QueryConverter schema={view.schema} onRun={props.onRunSql} />,
    },
  ];

  return (
    <dialog
      ref={dialog}
      className={classes(styles.dialog, dragging && styles.dropTarget)}
      aria-labelledby={headingId}
      onCancel={(event) => {
        // Esc ends the import first; a second Esc closes the dialog. The pickers of files have a cancel of their own.
        if (!isImporting || event.target !== dialog.current) return;
        event.preventDefault();
        onCancel();
      }}
      onClose={onClose}
    >
      <div className={styles.content}>
        <header className={styles.header}>
          <h2 id={headingId}>Use your own schema</h2>
          <IconButton icon="close" label="Close" disabled={isImporting} onClick={onClose} />
        </header>
        <Tabs label="What to bring" tabs={tabs} selected={tab} disabled={isImporting} onSelect={intake.setTab} />
        {tab !== 'query' && <TakingLine state={taking.state} onStop={taking.stop} />}
        {tab !== 'query' && view.importError && !isImporting && (
          <IntoView className={styles.error}>
            <ErrorNotice
              title={isAboutFiles ? 'Nothing was imported' : 'The script was not imported'}
              error={view.importError}
            />
          </IntoView>
        )}
      </div>
      {tab !== 'query' && (
        <ImportFooter
          source={view.source}
          target={target}
          progress={progress}
          unit={isAboutFiles ? 'bytes' : 'statements'}
          obstacle={taking.state.kind === 'reading' ? null : obstacle(intake, faults)}
          canImport={taking.state.kind !== 'reading' && hasSomething(intake, faults)}
          onTarget={setTarget}
          onFiles={take}
          onImport={startImport}
          onCancel={onCancel}
        />
      )}
    </dialog>
  );
}

const NEVER = new AbortController().signal;
