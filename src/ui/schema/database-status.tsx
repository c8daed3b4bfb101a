import { type ReactNode, useEffect, useState } from 'react';
import type { DatabaseStatus as Status } from '../../app/database-view.ts';
import type { OpenProgress } from '../../database/contract.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { bytes } from '../parts/format.ts';
import { Progress } from '../parts/progress.tsx';
import styles from './schema-panel.module.css';

/** Milliseconds before a change is said to take time: most are over by then. */
const PATIENCE = 250;

interface DatabaseStatusProps {
  readonly status: Status;
  /** `Deleting orders…`; null when it is not known what fills the database. */
  readonly doing: string | null;
  readonly onRetry: () => void;
  readonly onCancel: () => void;
}

/** What the database is doing, when that is not just waiting for a question. */
export function DatabaseStatus({ status, doing, onRetry, onCancel }: DatabaseStatusProps) {
  switch (status.kind) {
    case 'ready':
      return null;
    case 'starting':
      return (
        <div className={styles.progress}>
          <Progress label="Starting PostgreSQL" fraction={openFraction(status.progress)} />
          <p>{openText(status.progress)}</p>
        </div>
      );
    case 'filling': {
      const { progress } = status;
      const text = doing ?? 'Getting the database ready…';
      return (
        <Late>
          <div className={styles.progress}>
            <Progress
              label={text.replace('…', '')}
              fraction={progress && progress.total > 1 ? progress.done / progress.total : null}
            />
            <div className={styles.filling}>
              <p>{text}</p>
              <Button look="quiet" onClick={onCancel}>
                Cancel
              </Button>
            </div>
          </div>
        </Late>
      );
    }
    case 'restoring':
      return (
        <div className={styles.progress}>
          <Progress label="Restoring the database" fraction={null} />
          <p>{RESTORE_TEXT[status.reason]}</p>
        </div>
      );
    case 'failed':
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
}

/** What it holds appears only when it is still there after a moment. */
function Late({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return shown ? children : null;
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
