import { Icon } from '../parts/icons.tsx';
import { chosenFiles, type DroppedFile } from './dropped-files.ts';
import styles from './file-buttons.module.css';

interface FileButtonsProps {
  readonly disabled: boolean;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
}

const ACCEPTED =
  '.sql,.ddl,.psql,.pgsql,.txt,.dump,.csv,.tsv,.tab,.json,.ndjson,.jsonl,.gz,.tgz,text/*,application/json';

/** For those who do not drag. */
export function FileButtons({ disabled, onFiles }: FileButtonsProps) {
  return (
    <>
      <FileButton label="Choose files" disabled={disabled} onFiles={onFiles} />
      <FileButton label="Choose a folder" isFolder disabled={disabled} onFiles={onFiles} />
    </>
  );
}

interface FileButtonProps extends FileButtonsProps {
  readonly label: string;
  readonly isFolder?: boolean;
}

function FileButton({ label, isFolder = false, disabled, onFiles }: FileButtonProps) {
  return (
    <label className={styles.button} data-folder={isFolder}>
      <Icon name="upload" />
      {label}
      <input
        type="file"
        multiple
        disabled={disabled}
        {...(isFolder ? { webkitdirectory: '' } : { accept: ACCEPTED })}
        onChange={(event) => {
          const files = chosenFiles(event.target.files);
          // The same file can be chosen again once it has been mended.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
