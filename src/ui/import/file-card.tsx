import { useEffect, useState } from 'react';
import type { TablePreview, TabularPreview } from '../../tabular/preview-model.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { bytes, counted } from '../parts/format.ts';
import { Icon } from '../parts/icons.tsx';
import { Progress } from '../parts/progress.tsx';
import styles from './file-card.module.css';
import type { ImportTools } from './import-ports.ts';
import { ReadingChoices } from './reading-choices.tsx';
import { draftsOf, keepChanges, type TableDraft } from './table-drafts.ts';
import { TableEditor } from './table-editor.tsx';
import { useFilePreview } from './use-file-preview.ts';

/** A file that has been read, with what a person made of its tables. */
export interface ReadFile {
  readonly preview: TabularPreview;
  readonly drafts: readonly TableDraft[];
}

interface FileCardProps {
  readonly file: File;
  readonly tools: ImportTools;
  readonly disabled: boolean;
  /** Why it cannot be imported as it is. */
  readonly faults: readonly string[];
  /** Null while it is being read, and when it cannot be. */
  readonly onRead: (file: File, read: ReadFile | null) => void;
  readonly onRemove: (file: File) => void;
}

/** What a file would become: how it is read, its tables with their columns, its first rows. */
export function FileCard({ file, tools, disabled, faults, onRead, onRemove }: FileCardProps) {
  const { progress, preview, error, choices, read, cancel } = useFilePreview(file, tools);
  const [drafts, setDrafts] = useState<readonly TableDraft[]>([]);
  const [readTables, setReadTables] = useState<readonly TablePreview[] | null>(null);
  const isReading = progress !== null;

  if (preview && preview.tables !== readTables) {
    setDrafts(readTables ? keepChanges(readTables, drafts, preview.tables) : draftsOf(preview.tables));
    setReadTables(preview.tables);
  }

  useEffect(() => {
    const isCurrent = preview !== null && preview.tables === readTables && !isReading && error === null;
    onRead(file, isCurrent ? { preview, drafts } : null);
  }, [file, preview, readTables, drafts, isReading, error, onRead]);

  const change = (changed: TableDraft) =>
    setDrafts(drafts.map((draft) => (draft.index === changed.index ? changed : draft)));

  return (
    <section className={styles.card} aria-label={file.name} aria-busy={isReading}>
      <header className={styles.header}>
        <Icon name="table" />
        <h3>{file.name}</h3>
        <span className={styles.size}>{bytes(file.size)}</span>
        <IconButton icon="close" label={`Leave out ${file.name}`} disabled={disabled} onClick={() => onRemove(file)} />
      </header>
      {progress && (
        <div className={styles.progress}>
          <Progress
            label={`Reading ${file.name}`}
            fraction={progress.totalBytes > 0 ? progress.doneBytes / progress.totalBytes : null}
          />
          <p>
            Reading: {bytes(progress.doneBytes)} of {bytes(progress.totalBytes)}
          </p>
          <Button look="quiet" onClick={cancel}>
            Stop reading
          </Button>
        </div>
      )}
      {error?.code === 'cancelled' && (
        <p className={styles.stopped}>
          The file was not read to its end. <Button onClick={() => read(choices)}>Read it again</Button>
        </p>
      )}
      {error && error.code !== 'cancelled' && (
        <ErrorNotice title="The file cannot be read" error={error}>
          {typeof error.details?.line === 'number' && <p>It is about line {error.details.line}.</p>}
        </ErrorNotice>
      )}
      {preview && (
        <>
          <ReadingChoices preview={preview} choices={choices} disabled={disabled} onChoose={read} />
          {error === null && (
            <div className={styles.tables} inert={isReading}>
              <Warnings preview={preview} />
              {drafts.map((draft) => (
                <TableEditor
                  key={draft.index}
                  draft={draft}
                  isOnlyOne={drafts.length === 1}
                  disabled={disabled}
                  onChange={change}
                />
              ))}
              <Faults faults={faults} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** Warnings listed at once: a file with a thousand ambiguous columns has a thousand. */
const SHOWN_WARNINGS = 6;

function Warnings({ preview: { warnings } }: { readonly preview: TabularPreview }) {
  const [all, setAll] = useState(false);
  if (warnings.length === 0) return null;
  const shown = all ? warnings : warnings.slice(0, SHOWN_WARNINGS);
  return (
    <ul className={styles.warnings} aria-label="Warnings">
      {shown.map(({ message, line }) => (
        <li key={`${line} ${message}`}>
          {line !== undefined && <strong>Line {line}: </strong>}
          {message}
        </li>
      ))}
      {shown.length < warnings.length && (
        <li>
          <Button look="quiet" onClick={() => setAll(true)}>
            {counted(warnings.length - shown.length, 'more warning')}
          </Button>
        </li>
      )}
    </ul>
  );
}

function Faults({ faults }: { readonly faults: readonly string[] }) {
  if (faults.length === 0) return null;
  return (
    <ul className={styles.faults} role="alert">
      {faults.map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
    </ul>
  );
}
