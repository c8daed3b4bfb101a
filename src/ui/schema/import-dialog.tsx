import { type ClipboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Script } from '../../app/databases.ts';
import type { ApplyProgress } from '../../database/contract.ts';
import { MAX_SCRIPT_CHARACTERS } from '../../database/contract.ts';
import type { ErrorData } from '../../platform/errors.ts';
import { Button, classes, IconButton } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { bytes, count } from '../parts/format.ts';
import { Icon } from '../parts/icons.tsx';
import { Progress } from '../parts/progress.tsx';
import styles from './import-dialog.module.css';
import { useFileDrop } from './use-file-drop.ts';

/** A longer text is kept out of the text area, which would take seconds to lay it out. */
const MAX_EDITABLE_CHARACTERS = 200_000;

/** Bytes of a file that are read at all: a character is at most 4 bytes of UTF-8. */
const MAX_FILE_BYTES = MAX_SCRIPT_CHARACTERS * 4;

const PLACEHOLDER = `CREATE TABLE customers (
  id   integer PRIMARY KEY,
  name text NOT NULL
);`;

/** A text too long to edit here. */
interface LongText {
  readonly title: string;
  readonly text: string;
}

/** What the dialog waits for: the script's statements, or a database that starts before or after them. */
export type ImportProgress = ApplyProgress | 'starting' | 'restoring';

interface ImportDialogProps {
  readonly open: boolean;
  /** Null while nothing is being imported. */
  readonly progress: ImportProgress | null;
  readonly error: ErrorData | null;
  readonly onOpen: () => void;
  readonly onImport: (script: Script) => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

export function ImportDialog({ open, progress, error, onOpen, onImport, onCancel, onClose }: ImportDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [longText, setLongText] = useState<LongText | null>(null);
  const [fileName, setFileName] = useState<string | null>(null);
  const [fileError, setFileError] = useState<ErrorData | null>(null);
  const headingId = useId();
  const areaId = useId();
  const busy = progress !== null;
  const sql = longText?.text ?? text;

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);

  const take = (title: string | null, taken: string) => {
    setFileName(title);
    setFileError(null);
    if (taken.length > MAX_EDITABLE_CHARACTERS) {
      setLongText({ title: title ?? 'Pasted text', text: taken });
      setText('');
    } else {
      setLongText(null);
      setText(taken);
    }
  };

  const takeFile = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MAX_FILE_BYTES) {
      setFileError({
        code: 'database/script-too-large',
        message: `${file.name} has ${bytes(file.size)}; the limit is ${bytes(MAX_FILE_BYTES)}.`,
        hint: 'A dump without rows (pg_dump --schema-only) is enough to ask questions about.',
      });
      return;
    }
    take(file.name, await file.text());
  };

  const dragging = useFileDrop((file) => {
    if (busy) return;
    onOpen();
    void takeFile(file);
  });

  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.length <= MAX_EDITABLE_CHARACTERS) return;
    event.preventDefault();
    take(null, pasted);
  };

  return (
    <dialog
      ref={dialog}
      className={classes(styles.dialog, dragging && styles.dropTarget)}
      aria-labelledby={headingId}
      onCancel={(event) => {
        // Esc ends the import first; a second Esc closes the dialog.
        if (!busy) return;
        event.preventDefault();
        onCancel();
      }}
      onClose={onClose}
    >
      <form
        method="dialog"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (sql.trim() !== '' && !busy) onImport({ title: fileName ?? 'Your schema', sql });
        }}
      >
        <header className={styles.header}>
          <h2 id={headingId}>Use your own schema</h2>
          <IconButton icon="close" label="Close" disabled={busy} onClick={onClose} />
        </header>
        <p className={styles.intro}>
          Paste PostgreSQL statements, or a whole <code>pg_dump</code> file. They run in a fresh database in this page
          and go nowhere else.
        </p>
        {longText ? (
          <div className={styles.longText}>
            <Icon name="table" />
            <p>
              <strong>{longText.title}</strong>
              <span>{count(longText.text.length)} characters, too long to edit here; it can be imported as it is.</span>
            </p>
            <IconButton icon="close" label="Remove the text" disabled={busy} onClick={() => take(null, '')} />
          </div>
        ) : (
          <>
            <label htmlFor={areaId} className={styles.label}>
              SQL script {fileName && <span>from {fileName}</span>}
            </label>
            <textarea
              id={areaId}
              className={styles.area}
              placeholder={PLACEHOLDER}
              spellCheck={false}
              wrap="off"
              readOnly={busy}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onPaste={onPaste}
            />
          </>
        )}
        {(fileError ?? error) && !busy && <ImportError error={fileError ?? error} />}
        {busy && (
          <div className={styles.progress}>
            <Progress label="Importing" fraction={fractionOf(progress)} />
            <p>{progressText(progress)}</p>
          </div>
        )}
        <footer className={styles.footer}>
          <label className={styles.file}>
            <Icon name="upload" />
            Choose a file
            <input
              type="file"
              accept=".sql,.txt,.ddl,application/sql,text/plain"
              disabled={busy}
              onChange={(event) => {
                void takeFile(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
          <span className={styles.space} />
          {busy ? (
            <Button disabled={progress === 'restoring'} onClick={onCancel}>
              Cancel the import
            </Button>
          ) : (
            <Button look="primary" type="submit" disabled={sql.trim() === ''}>
              Import
            </Button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

function ImportError({ error }: { readonly error: ErrorData | null }) {
  if (error === null) return null;
  return (
    <div className={styles.error}>
      <ErrorNotice title="The script was not imported" error={error} />
    </div>
  );
}

function fractionOf(progress: ImportProgress): number | null {
  return typeof progress === 'string' || progress.total === 0 ? null : progress.done / progress.total;
}

function progressText(progress: ImportProgress): string {
  if (progress === 'restoring') return 'Putting the database back as it was…';
  if (progress === 'starting') return 'Starting a fresh database…';
  if (progress.total > 0 && progress.done === progress.total) return 'Saving the new database…';
  return `${count(progress.done)} of ${count(progress.total)} statements`;
}
