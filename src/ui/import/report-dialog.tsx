import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ApplyReport } from '../../database/contract.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { count } from '../parts/format.ts';
import { fileNameOf, saveFile } from '../parts/save-file.ts';
import type { ScriptPart } from './join-scripts.ts';
import styles from './report-dialog.module.css';
import {
  countOutcomes,
  cutOffText,
  headline,
  listedStatements,
  OUTCOME_KINDS,
  type OutcomeKind,
  remarks,
  reportText,
  statementsIn,
} from './report-facts.ts';
import { StatementItem } from './statement-item.tsx';
import { UndoButton } from './undo-button.tsx';

export interface ReportDialogProps {
  readonly report: ApplyReport;
  readonly title: string;
  readonly parts: readonly ScriptPart[];
  readonly undo: string | null;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** Statements listed at first, and with each "Show more": a dump has tens of thousands. */
const PAGE = 100;

const KIND_TITLES: Readonly<Record<OutcomeKind, string>> = {
  failed: 'Failed',
  rewritten: 'Rewritten',
  skipped: 'Skipped',
  applied: 'Applied as written',
};

/** Every statement of a script with what became of it: what failed first. */
export function ReportDialog({ report, title, parts, undo, onUndo, onClose }: ReportDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const [kind, setKind] = useState<OutcomeKind | 'all'>('all');
  const [shown, setShown] = useState(PAGE);
  const counts = useMemo(() => countOutcomes(report), [report]);
  const statements = useMemo(() => listedStatements(report, kind), [report, kind]);
  const rest = remarks(counts);
  const cutOff = cutOffText(report, parts);

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  const save = () =>
    saveFile(
      new Blob([reportText(title, report, parts)], { type: 'text/plain' }),
      fileNameOf(`${title} import`, 'txt'),
    );

  const choose = (next: OutcomeKind | 'all') => {
    setKind(next);
    setShown(PAGE);
  };

  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={headingId} onClose={onClose}>
      <header className={styles.header}>
        <div>
          <h2 id={headingId}>Import of {title}</h2>
          {cutOff !== null && <p className={styles.cutOff}>{cutOff}</p>}
          <p>
            {headline(counts)}
            {rest && `; ${rest}`}
          </p>
        </div>
        <IconButton icon="close" label="Close" onClick={() => dialog.current?.close()} />
      </header>
      <div className={styles.bar}>
        <fieldset className={styles.filter} aria-label="Show">
          <Filter title="All" amount={statementsIn(report)} pressed={kind === 'all'} onPress={() => choose('all')} />
          {OUTCOME_KINDS.filter((each) => counts[each] > 0).map((each) => (
            <Filter
              key={each}
              title={KIND_TITLES[each]}
              amount={counts[each]}
              pressed={kind === each}
              onPress={() => choose(each)}
            />
          ))}
        </fieldset>
        <span className={styles.space} />
        <CopyButton label="Copy" text={() => reportText(title, report, parts)} />
        <Button look="quiet" onClick={() => save()}>
          Download
        </Button>
        <UndoButton
          what={undo}
          onUndo={() => {
            dialog.current?.close();
            onUndo();
          }}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keyboard */}
      <section className={styles.scroller} tabIndex={0} aria-label="Statements">
        <ul>
          {statements.slice(0, shown).map((statement, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and two statements may be alike
            <StatementItem key={`${kind} ${index}`} statement={statement} parts={parts} />
          ))}
        </ul>
        {shown < statements.length && (
          <div className={styles.more}>
            <Button onClick={() => setShown(shown + PAGE)}>Show more</Button>
            <span>
              {count(shown)} of {count(statements.length)} are shown
            </span>
          </div>
        )}
      </section>
    </dialog>
  );
}

interface FilterProps {
  readonly title: string;
  readonly amount: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Filter({ title, amount, pressed, onPress }: FilterProps) {
  return (
    <button type="button" className={styles.kind} aria-pressed={pressed} onClick={onPress}>
      {title} <span>{count(amount)}</span>
    </button>
  );
}
