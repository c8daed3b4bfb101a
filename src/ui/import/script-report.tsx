import { useMemo, useState } from 'react';
import { type ApplyReport, type StatementReport, statementsOf } from '../../database/contract.ts';
import { Button } from '../parts/button.tsx';
import { count } from '../parts/format.ts';
import { useLazy } from '../parts/use-lazy.ts';
import type { ScriptPart } from './join-scripts.ts';
import { ReportCard } from './report-card.tsx';
import type { ReportDialogProps } from './report-dialog.tsx';
import {
  countOutcomes,
  cutOffText,
  headline,
  lineOf,
  listedStatements,
  othersText,
  placeText,
  remarks,
} from './report-facts.ts';
import styles from './script-report.module.css';

const loadReportDialog = async () => (await import('./report-dialog.tsx')).ReportDialog;

interface ScriptReportProps {
  readonly report: ApplyReport;
  readonly title: string;
  readonly parts: readonly ScriptPart[];
  /** What undo would take back; null when there is nothing. */
  readonly undo: string | null;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Failures told here; the rest is one step away. */
const SHOWN_FAILURES = 5;

/** What became of a script, in short. The whole of it is in a dialog, which has the room for it. */
export function ScriptReport({ report, title, parts, undo, onUndo, onDismiss }: ScriptReportProps) {
  const { Part: Dialog, isMissing, fetch } = useLazy<ReportDialogProps>(loadReportDialog);
  const [open, setOpen] = useState(false);
  const counts = useMemo(() => countOutcomes(report), [report]);
  const rest = remarks(counts);
  const cutOff = cutOffText(report, parts);
  const failures = useMemo(() => listedStatements(report, 'failed'), [report]);
  const unshown = failures.slice(SHOWN_FAILURES).reduce((sum, statement) => sum + statementsOf(statement), 0);
  return (
    <ReportCard
      headline={
        <>
          {cutOff !== null && <strong className={styles.cutOff}>{cutOff}</strong>}
          {headline(counts)}
          {rest && <span className={styles.rest}>{rest}</span>}
        </>
      }
      isClean={counts.failed === 0 && cutOff === null}
      onDismiss={onDismiss}
    >
      {failures.length > 0 && (
        <ul className={styles.failures}>
          {failures.slice(0, SHOWN_FAILURES).map((statement, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and two statements may be alike
            <Failure key={index} statement={statement} parts={parts} />
          ))}
          {unshown > 0 && <li className={styles.more}>and {count(unshown)} more</li>}
        </ul>
      )}
      <div className={styles.actions}>
        <Button aria-haspopup="dialog" onClick={async () => setOpen(await fetch())}>
          {isMissing ? 'Not there: try again' : 'Every statement'}
        </Button>
      </div>
      {Dialog && open && (
        <Dialog
          report={report}
          title={title}
          parts={parts}
          undo={undo}
          onUndo={onUndo}
          onClose={() => setOpen(false)}
        />
      )}
    </ReportCard>
  );
}

function Failure({ statement, parts }: { readonly statement: StatementReport; readonly parts: readonly ScriptPart[] }) {
  const { outcome, summary } = statement;
  if (outcome.kind !== 'failed') return null;
  const place = placeText(parts, lineOf(statement));
  const others = othersText(statement, parts);
  return (
    <li>
      <p className={styles.place} title={`${place}: ${summary}`}>
        {place.charAt(0).toUpperCase() + place.slice(1)} <code>{summary}</code>
      </p>
      <p>{outcome.reason}</p>
      {others !== null && <p className={styles.hint}>{others}</p>}
      {outcome.hint && <p className={styles.hint}>{outcome.hint}</p>}
    </li>
  );
}
