import type { EngineStatus } from '../../engine/client.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import styles from './model-failure.module.css';

interface ModelFailureProps {
  readonly status: Extract<EngineStatus, { kind: 'failed' }>;
  readonly onRetry: () => void;
}

/** Without a model there are still the schema, the editor and the database. */
export function ModelFailure({ status, onRetry }: ModelFailureProps) {
  return (
    <div className={styles.banner}>
      <ErrorNotice
        title={`${status.model.title} could not be loaded`}
        error={status.error}
        actions={<Button onClick={onRetry}>Load it again</Button>}
      >
        <p>You can still write SQL by hand and run it.</p>
      </ErrorNotice>
    </div>
  );
}
