import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Spinner } from '../parts/progress.tsx';
import styles from './database-picker.module.css';
import type { SavedAs, SavingState } from './use-saving.ts';

interface SavingLineProps {
  readonly state: SavingState;
  readonly onDismiss: () => void;
}

/** That a file is being written, or why it was not. */
export function SavingLine({ state, onDismiss }: SavingLineProps) {
  if (state.kind === 'failed') {
    return (
      <div className={styles.failed}>
        <ErrorNotice
          title="The file was not saved"
          error={state.error}
          actions={<Button onClick={onDismiss}>Dismiss</Button>}
        />
      </div>
    );
  }
  return (
    <div className={styles.saving} role="status">
      <Spinner />
      <p>{TEXTS[state.as]}</p>
      <Button look="quiet" onClick={state.cancel}>
        Cancel
      </Button>
    </div>
  );
}

const TEXTS: Readonly<Record<SavedAs, string>> = {
  script: 'Writing the script…',
  schema: 'Writing the script…',
  file: 'Packing the database…',
};
