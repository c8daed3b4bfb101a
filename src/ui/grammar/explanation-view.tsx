import type { GrammarScope, InspectedExplanation } from '../../app/grammar-inspector.ts';
import { errorLocation } from '../../ask/error-location.ts';
import type { Place } from '../../sql-tools/contract.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Hidden } from '../parts/hidden.tsx';
import { Icon, type IconName } from '../parts/icons.tsx';
import { AllowedList } from './allowed-list.tsx';
import { explanationText } from './explanation-text.ts';
import { Mark, MarkedSql } from './marked-sql.tsx';
import { renamedText } from './renamed-text.ts';
import styles from './try-sql.module.css';

interface ExplanationViewProps {
  /** What was explained. */
  readonly sql: string;
  readonly explanation: InspectedExplanation;
  readonly scope: GrammarScope;
}

export function ExplanationView({ sql, explanation, scope }: ExplanationViewProps) {
  const answer = answerOf(explanation);
  return (
    <>
      <p className={styles.verdict} role="status" data-answer={answer}>
        {ICONS[answer] && <Icon name={ICONS[answer]} />}
        <span>{explanationText(explanation, scope)}</span>
      </p>
      <Details sql={sql} explanation={explanation} />
    </>
  );
}

/** `refused`: the grammar has it, and it would not run. */
type Answer = 'none' | 'yes' | 'refused' | 'no';

const ICONS: Readonly<Record<Answer, IconName | null>> = { none: null, yes: 'check', refused: 'warning', no: 'close' };

function answerOf(explanation: InspectedExplanation): Answer {
  if (explanation.kind === 'empty') return 'none';
  if (explanation.kind !== 'accepted') return 'no';
  return explanation.refusal ? 'refused' : 'yes';
}

function Details({ sql, explanation }: Omit<ExplanationViewProps, 'scope'>) {
  switch (explanation.kind) {
    case 'accepted':
      return <Accepted explanation={explanation} />;
    case 'rejected':
      return (
        <>
          <MarkedSql text={explanation.canonical} place={explanation.rejection.place} />
          <AllowedList rejection={explanation.rejection} />
        </>
      );
    default:
      return 'place' in explanation && explanation.place ? <MarkedSql text={sql} place={explanation.place} /> : null;
  }
}

function Accepted({ explanation }: { readonly explanation: Extract<InspectedExplanation, { kind: 'accepted' }> }) {
  const { canonical, isCanonical, refusal, renamed } = explanation;
  return (
    <>
      {refusal && <Canonical sql={canonical} place={errorLocation(canonical, refusal)} />}
      {!refusal && !isCanonical && <Canonical sql={canonical} />}
      {renamed.length > 0 && <p>{renamedText(renamed)}</p>}
      {refusal && (
        <p className={styles.note}>
          Which tables a query reads and what goes together in it is beyond a grammar. PostgreSQL checks each query
          before it is run, and after one like this the model tries again.
        </p>
      )}
    </>
  );
}

function Canonical({ sql, place = null }: { readonly sql: string; readonly place?: Place | null }) {
  return (
    <div className={styles.canonical}>
      <pre className={styles.sql}>
        <Hidden>Canonical spelling: </Hidden>
        {place ? (
          <>
            {sql.slice(0, place.from)}
            <Mark text={sql.slice(place.from, place.to)} />
            {sql.slice(place.to)}
          </>
        ) : (
          sql
        )}
      </pre>
      <CopyButton label="Copy" text={() => sql} />
    </div>
  );
}
