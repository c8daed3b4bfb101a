import { useState } from 'react';
import type { ApplyReport, StatementReport } from '../../database/contract.ts';
import { IconButton } from '../parts/button.tsx';
import { count, counted } from '../parts/format.ts';
import styles from './import-report.module.css';

/** Statements listed: a dump has thousands, and a list that long is not read but slows the page. */
const MAX_LISTED = 200;

interface ImportReportProps {
  readonly report: ApplyReport;
  readonly onDismiss: () => void;
}

/** What became of each statement. Failures are named first; what was applied can be listed too. */
export function ImportReport({ report, onDismiss }: ImportReportProps) {
  const failed = report.statements.filter(({ outcome }) => outcome.kind === 'failed');
  const skipped = report.statements.filter(({ outcome }) => outcome.kind === 'skipped');
  const applied = report.statements.length - failed.length - skipped.length;
  return (
    <section className={styles.report} aria-label="Import report">
      <div className={styles.header}>
        <p className={failed.length > 0 ? styles.withFailures : styles.clean}>
          {failed.length + skipped.length === 0
            ? `${applied === 1 ? '' : 'All '}${counted(applied, 'statement')} applied`
            : `${count(applied)} of ${counted(report.statements.length, 'statement')} applied`}
          {skipped.length > 0 && <span>, {count(skipped.length)} skipped</span>}
          {failed.length > 0 && <span>, {count(failed.length)} failed</span>}
        </p>
        <IconButton icon="close" label="Dismiss the import report" onClick={onDismiss} />
      </div>
      {failed.length > 0 && (
        <ul className={styles.list}>
          {failed.slice(0, MAX_LISTED).map((statement) => (
            <Failure key={`${statement.line} ${statement.summary}`} statement={statement} />
          ))}
          {failed.length > MAX_LISTED && <li className={styles.more}>and {count(failed.length - MAX_LISTED)} more</li>}
        </ul>
      )}
      <EveryStatement statements={report.statements} />
    </section>
  );
}

function EveryStatement({ statements }: { readonly statements: readonly StatementReport[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.all} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Every statement</summary>
      {open && (
        <ol>
          {statements.slice(0, MAX_LISTED).map((statement) => (
            <li key={`${statement.line} ${statement.summary}`}>
              <span>{statement.line}</span>
              <code>{statement.summary}</code>
              <span>{statement.outcome.kind}</span>
              {statement.outcome.kind === 'skipped' && <span className={styles.why}>{statement.outcome.reason}</span>}
            </li>
          ))}
          {statements.length > MAX_LISTED && (
            <li className={styles.more}>and {count(statements.length - MAX_LISTED)} more</li>
          )}
        </ol>
      )}
    </details>
  );
}

function Failure({ statement: { line, summary, outcome } }: { readonly statement: StatementReport }) {
  if (outcome.kind !== 'failed') return null;
  return (
    <li className={styles.failure}>
      <p className={styles.place} title={summary}>
        Line {count(outcome.atLine ?? line)} <code>{summary}</code>
      </p>
      <p>{outcome.reason}</p>
      {outcome.hint && <p className={styles.hint}>{outcome.hint}</p>}
    </li>
  );
}
