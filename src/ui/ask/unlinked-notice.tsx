import { Button } from '../parts/button.tsx';
import styles from './unlinked-notice.module.css';

/** Table names shown before "and n more". */
const MAX_SHOWN_TABLES = 12;

interface UnlinkedNoticeProps {
  readonly tables: readonly string[];
  readonly onAskAnyway: () => void;
}

export function UnlinkedNotice({ tables, onAskAnyway }: UnlinkedNoticeProps) {
  const more = tables.length - MAX_SHOWN_TABLES;
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.title}>This question does not seem to be about this database</p>
      <p>No word of it names a table, a column or a value here. The tables are:</p>
      <ul className={styles.tables}>
        {tables.slice(0, MAX_SHOWN_TABLES).map((table) => (
          <li key={table}>
            <code>{table}</code>
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
      <div>
        <Button onClick={onAskAnyway}>Ask anyway</Button>
      </div>
    </div>
  );
}
