import type { DatabaseStatus } from '../../app/database-view.ts';
import { count, counted } from '../parts/format.ts';
import { Progress } from '../parts/progress.tsx';
import styles from './fill-dialog.module.css';

/** How far the filling is. */
export function Filling({ status }: { readonly status: DatabaseStatus }) {
  const progress = status.kind === 'filling' ? status.progress : null;
  const isRestoring = status.kind === 'restoring';
  return (
    <div className={styles.progress} role="status">
      <Progress
        label="Filling the tables"
        fraction={progress && !isRestoring ? progress.done / progress.total : null}
      />
      <p>
        {isRestoring
          ? 'Putting the database back as it was…'
          : progress
            ? `${count(progress.done)} of ${counted(progress.total, 'row')}`
            : 'Working out what fits…'}
      </p>
    </div>
  );
}
