import { useMemo } from 'react';
import { Hidden } from '../parts/hidden.tsx';
import { type Span, sqlDifference } from './sql-difference.ts';
import styles from './statement-difference.module.css';

interface StatementDifferenceProps {
  readonly source: string;
  readonly sql: string;
}

/** A statement of the script beside what ran in its place, with what differs marked. */
export function StatementDifference({ source, sql }: StatementDifferenceProps) {
  const { before, after } = useMemo(() => sqlDifference(source.trim(), sql.trim()), [source, sql]);
  return (
    <div className={styles.sides}>
      <figure>
        <figcaption>In the script</figcaption>
        <pre className={styles.before}>
          <Spans spans={before} what="removed" />
        </pre>
      </figure>
      <figure>
        <figcaption>What ran</figcaption>
        <pre className={styles.after}>
          <Spans spans={after} what="added" />
        </pre>
      </figure>
    </div>
  );
}

function Spans({ spans, what }: { readonly spans: readonly Span[]; readonly what: 'removed' | 'added' }) {
  return spans.map(({ text, isChanged }, index) =>
    isChanged ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a difference never changes
      <mark key={index}>
        <Hidden>{what}: </Hidden>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
