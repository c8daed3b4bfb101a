import type { StatementOutcome, StatementReport } from '../../database/contract.ts';
import { Disclosure } from '../grammar/disclosure.tsx';
import type { ScriptPart } from './join-scripts.ts';
import { lineOf, othersText, placeText } from './report-facts.ts';
import { StatementDifference } from './statement-difference.tsx';
import styles from './statement-item.module.css';

interface StatementItemProps {
  readonly statement: StatementReport;
  readonly parts: readonly ScriptPart[];
}

/** A statement, where it stands, and what became of it. */
export function StatementItem({ statement, parts }: StatementItemProps) {
  const { summary, outcome } = statement;
  const others = othersText(statement, parts);
  return (
    <li className={styles.statement} data-kind={outcome.kind}>
      <span className={styles.kind}>{outcome.kind}</span>
      <div className={styles.body}>
        <p className={styles.summary} title={summary}>
          <code>{summary}</code>
        </p>
        {others !== null && <p className={styles.note}>{others}</p>}
        <Details outcome={outcome} parts={parts} />
      </div>
      <span className={styles.place}>{placeText(parts, lineOf(statement))}</span>
    </li>
  );
}

function Details({ outcome, parts }: { readonly outcome: StatementOutcome; readonly parts: readonly ScriptPart[] }) {
  switch (outcome.kind) {
    case 'applied':
      return <Later afterLine={outcome.afterLine} parts={parts} />;
    case 'skipped':
      return <p className={styles.note}>{outcome.reason}</p>;
    case 'failed':
      return (
        <>
          <p className={styles.reason}>
            {outcome.reason} <code>{outcome.code.replace('pg/', '')}</code>
          </p>
          {outcome.hint && <p className={styles.note}>{outcome.hint}</p>}
        </>
      );
    case 'rewritten':
      return (
        <>
          <Later afterLine={outcome.afterLine} parts={parts} />
          {outcome.notes.map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
          <Disclosure title="What ran instead">
            <StatementDifference source={outcome.source} sql={outcome.sql} />
          </Disclosure>
        </>
      );
  }
}

/** For statements that need what stands further down. */
function Later({
  afterLine,
  parts,
}: {
  readonly afterLine?: number | undefined;
  readonly parts: readonly ScriptPart[];
}) {
  return afterLine === undefined ? null : <p className={styles.note}>applied after {placeText(parts, afterLine)}</p>;
}
