import { memo } from 'react';
import type { QueryResult } from '../../database/contract.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { count, counted, duration } from '../parts/format.ts';
import { tabSeparated } from './cell-text.ts';
import { ResultGrid } from './result-grid.tsx';
import styles from './result-panel.module.css';

interface ResultPanelProps {
  readonly result: QueryResult;
  /** True when the editor's text is no longer the query that gave these rows. */
  readonly isStale: boolean;
}

/** Memoised, because its grid is large and the editor above it changes with every key. */
export const ResultPanel = memo(function ResultPanel({ result, isStale }: ResultPanelProps) {
  const { columns, rows, hasMore, milliseconds } = result;
  return (
    <section className={styles.panel} aria-label="Result">
      <div className={styles.bar}>
        <p className={styles.summary}>
          <strong>{hasMore ? `First ${counted(rows.length, 'row')}` : counted(rows.length, 'row')}</strong>
          {hasMore && <span className={styles.more}>more exist</span>}
          <span>{counted(columns.length, 'column')}</span>
          <span>{duration(milliseconds)}</span>
          {isStale && <span className={styles.stale}>The query has been edited since</span>}
        </p>
        {rows.length > 0 && (
          <CopyButton
            label={rows.length === 1 ? 'Copy row' : `Copy ${count(rows.length)} rows`}
            text={() => tabSeparated(columns, rows)}
          />
        )}
      </div>
      {columns.length > 0 && <ResultGrid key={`${rows.length} ${milliseconds}`} result={result} />}
      {rows.length === 0 && <p className={styles.none}>The query ran and found no rows.</p>}
    </section>
  );
});
