import type { Source } from '../../app/database-view.ts';
import type { ImportTarget } from '../../app/databases.ts';
import { Button } from '../parts/button.tsx';
import { Progress } from '../parts/progress.tsx';
import type { DroppedFile } from './dropped-files.ts';
import { FileButtons } from './file-buttons.tsx';
import styles from './import-footer.module.css';
import { fractionOf, type ImportProgress, progressText } from './import-progress.ts';
import { TargetChoice } from './target-choice.tsx';

interface ImportFooterProps {
  readonly source: Source;
  readonly target: ImportTarget;
  /** Null while nothing is being imported. */
  readonly progress: ImportProgress | null;
  readonly unit: 'statements' | 'bytes';
  readonly canImport: boolean;
  /** What keeps an import from being begun, for people. */
  readonly obstacle: string | null;
  readonly onTarget: (target: ImportTarget) => void;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

/** Where the import goes and the way to begin it; how far it is once it has begun. */
export function ImportFooter(props: ImportFooterProps) {
  const { source, target, progress, unit, canImport, obstacle, onTarget, onFiles, onImport, onCancel } = props;
  return (
    <footer className={styles.footer}>
      {progress === null ? (
        <TargetChoice source={source} target={target} onChoose={onTarget} />
      ) : (
        <div className={styles.progress}>
          <Progress label="Importing" fraction={fractionOf(progress)} />
          <p>{progressText(progress, unit)}</p>
        </div>
      )}
      {progress === null && obstacle !== null && (
        <p className={styles.obstacle} role="status">
          {obstacle}
        </p>
      )}
      <div className={styles.buttons}>
        <FileButtons disabled={progress !== null} onFiles={onFiles} />
        <span className={styles.space} />
        {progress === null ? (
          <Button look="primary" disabled={!canImport} onClick={onImport}>
            Import
          </Button>
        ) : (
          <Button disabled={progress === 'restoring'} onClick={onCancel}>
            Cancel the import
          </Button>
        )}
      </div>
    </footer>
  );
}
