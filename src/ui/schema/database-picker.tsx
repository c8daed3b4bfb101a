import { type ReactNode, useId, useRef, useState } from 'react';
import { type DatabaseView, type Source, sourceTitle } from '../../app/database-view.ts';
import type { Databases } from '../../app/databases.ts';
import { SAMPLES } from '../../schema/samples.ts';
import type { Workspace } from '../../workspaces/workspace.ts';
import { Icon } from '../parts/icons.tsx';
import { Menu } from '../parts/menu.tsx';
import { Notice } from '../parts/notice.tsx';
import { PART_MISSING, useLazy } from '../parts/use-lazy.ts';
import type { DatabaseDialogKind, DatabaseDialogProps } from './database-dialog.tsx';
import { databaseMenu } from './database-menu.ts';
import styles from './database-picker.module.css';
import { SavingLine } from './saving-line.tsx';
import { useSaving } from './use-saving.ts';

/** The picker's entry for a database that the browser does not keep. */
const UNKEPT = 'unkept';

const loadDatabaseDialog = async () => (await import('./database-dialog.tsx')).DatabaseDialog;

interface DatabasePickerProps {
  readonly databases: Databases;
  readonly view: DatabaseView;
  readonly onFill: () => void;
  readonly onUndo: () => void;
  /** What else can be done with databases, as a button. */
  readonly children: ReactNode;
}

/** Which database is open, and all that can be done with it as a whole. */
export function DatabasePicker({ databases, view, onFill, onUndo, children }: DatabasePickerProps) {
  const selectId = useId();
  const fileInput = useRef<HTMLInputElement>(null);
  const [dialog, setDialog] = useState<DatabaseDialogKind | null>(null);
  const { Part: DatabaseDialog, isMissing, fetch } = useLazy<DatabaseDialogProps>(loadDatabaseDialog);
  const show = async (kind: DatabaseDialogKind) => {
    if (await fetch()) setDialog(kind);
  };
  const saving = useSaving(databases);
  const { source, status } = view;
  const isSettled = status.kind === 'ready' || status.kind === 'failed';
  const own = ownDatabases(view);

  return (
    <div className={styles.picker}>
      <label htmlFor={selectId} className={styles.label}>
        Database
      </label>
      <div className={styles.row}>
        <div className={styles.selectFrame}>
          <select
            id={selectId}
            className={styles.select}
            value={sourceKey(source)}
            disabled={!isSettled}
            onChange={(event) => open(event.target.value, databases)}
          >
            <optgroup label="Samples">
              {SAMPLES.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </optgroup>
            {own.length > 0 && (
              <optgroup label="Yours">
                {own.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
          <Icon name="down" />
        </div>
        <Menu
          icon="more"
          label="More about this database"
          disabled={!isSettled}
          groups={databaseMenu(view, {
            rename: () => show('rename'),
            remove: () => show('delete'),
            duplicate: (id) => databases.duplicate(id),
            save: (as) => saving.save(as),
            openFile: () => fileInput.current?.click(),
            fill: onFill,
            undo: onUndo,
          })}
        />
      </div>
      <input
        ref={fileInput}
        type="file"
        hidden
        aria-label="A database that was saved as a file"
        accept=".gz,.tgz,.tar,application/gzip,application/x-tar"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void databases.openFile(file, titleOf(file));
          event.target.value = '';
        }}
      />
      {children}
      {saving.state && <SavingLine state={saving.state} onDismiss={saving.dismiss} />}
      {isMissing && <Notice look="warn">{PART_MISSING}</Notice>}
      {DatabaseDialog && dialog && source.kind === 'workspace' && (
        <DatabaseDialog
          kind={dialog}
          workspace={source.workspace}
          isElsewhere={source.access === 'elsewhere'}
          titles={own.map(({ title }) => title)}
          onRename={(title) => databases.rename(source.workspace.id, title)}
          onDelete={() => databases.remove(source.workspace.id)}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}

function open(key: string, databases: Databases): void {
  const sample = SAMPLES.find(({ id }) => id === key);
  void (sample ? databases.openSample(sample) : databases.openWorkspace(key));
}

/** The open one is among them even where the browser does not keep it, or another tab has deleted it. */
function ownDatabases({ source, workspaces }: DatabaseView): readonly Pick<Workspace, 'id' | 'title'>[] {
  if (source.kind === 'sample' || workspaces.some(({ id }) => id === sourceKey(source))) return workspaces;
  return [{ id: sourceKey(source), title: sourceTitle(source) }, ...workspaces];
}

export function sourceKey(source: Source): string {
  if (source.kind === 'sample') return source.sample.id;
  return source.kind === 'workspace' ? source.workspace.id : UNKEPT;
}

/** `Shop.tar.gz` was the database `Shop`. */
function titleOf({ name }: File): string {
  return name.replace(/\.(?:tar|tgz|tar\.gz)$/i, '') || name;
}
