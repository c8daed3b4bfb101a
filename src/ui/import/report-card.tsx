import type { ReactNode } from 'react';
import { IconButton } from '../parts/button.tsx';
import styles from './report-card.module.css';

interface ReportCardProps {
  readonly headline: ReactNode;
  /** Whether all went well. */
  readonly isClean: boolean;
  readonly onDismiss: () => void;
  readonly children: ReactNode;
}

/** What became of an import, beside the tables. */
export function ReportCard({ headline, isClean, onDismiss, children }: ReportCardProps) {
  return (
    <section className={styles.report} aria-label="Import report">
      <div className={styles.header}>
        <p data-clean={isClean}>{headline}</p>
        <IconButton icon="close" label="Dismiss the import report" onClick={onDismiss} />
      </div>
      {children}
    </section>
  );
}
