import { useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../platform/errors.ts';
import { SqlEditor } from '../editor/sql-editor.tsx';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Dialog, DialogButtons } from '../parts/dialog.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Spinner } from '../parts/progress.tsx';
import { fileNameOf, saveFile } from '../parts/save-file.ts';
import styles from './ddl-dialog.module.css';

export interface DdlDialogProps {
  /** Of the database. */
  readonly title: string;
  /** What Postgres now holds, as statements that make the same. */
  readonly read: () => Promise<string>;
  readonly onClose: () => void;
}

/** The schema as Postgres has it, whatever script it came from. */
export function DdlDialog({ title, read, onClose }: DdlDialogProps) {
  const [script, setScript] = useState<string | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  useEffect(() => {
    let live = true;
    read().then(
      (text) => live && setScript(text),
      (thrown) => live && setError(toErrorData(thrown)),
    );
    return () => {
      live = false;
    };
  }, [read]);
  return (
    <Dialog title="What Postgres now holds" wide onClose={onClose}>
      {() => (
        <>
          {script !== null && (
            <>
              <div className={styles.script}>
                <SqlEditor
                  label="CREATE statements"
                  text={script}
                  readOnly
                  fault={null}
                  placeholder=""
                  onChange={ignore}
                  onRun={ignore}
                />
              </div>
              <DialogButtons>
                <CopyButton label="Copy" text={() => script} />
                <Button
                  onClick={() =>
                    saveFile(new Blob([script], { type: 'application/sql' }), fileNameOf(title, 'schema.sql'))
                  }
                >
                  Download
                </Button>
              </DialogButtons>
            </>
          )}
          {script === null && !error && (
            <p className={styles.waiting} role="status">
              <Spinner /> Reading Postgres’ catalogue…
            </p>
          )}
          {error && <ErrorNotice title="The schema could not be read" error={error} />}
        </>
      )}
    </Dialog>
  );
}

/** It is for reading. */
const ignore = () => undefined;
