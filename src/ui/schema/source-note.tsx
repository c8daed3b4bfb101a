import type { DatabaseView } from '../../app/database-view.ts';
import { bytes, moment } from '../parts/format.ts';
import styles from './schema-panel.module.css';

/** What the open database is; of one's own, how large it is and when it was changed. */
export function SourceNote({ view: { source } }: { readonly view: DatabaseView }) {
  if (source.kind === 'unkept') return null;
  if (source.kind === 'sample') return <p className={styles.description}>{source.sample.description}</p>;
  const { bytes: size, changedAt } = source.workspace;
  return (
    <p className={styles.description}>
      Kept in this browser: {bytes(size)}, changed {moment(new Date(changedAt), new Date())}
    </p>
  );
}
