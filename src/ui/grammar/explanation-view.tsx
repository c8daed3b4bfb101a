import type { Explanation } from '../../sql-tools/contract.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Hidden } from '../parts/hidden.tsx';
import { Icon } from '../parts/icons.tsx';
import { AllowedList } from './allowed-list.tsx';
import { explanationText } from './explanation-text.ts';
import { MarkedSql } from './marked-sql.tsx';
import styles from './try-sql.module.css';

interface ExplanationViewProps {
  /** What was explained. */
  readonly sql: string;
  readonly explanation: Explanation;
}

export function ExplanationView({ sql, explanation }: ExplanationViewProps) {
  return (
    <>
      <p className={styles.verdict} role="status">
        {explanation.kind === 'accepted' && <Icon name="check" />}
        {explanation.kind !== 'accepted' && explanation.kind !== 'empty' && <Icon name="warning" />}
        <span>{explanationText(explanation)}</span>
      </p>
      <Details sql={sql} explanation={explanation} />
    </>
  );
}

function Details({ sql, explanation }: ExplanationViewProps) {
  switch (explanation.kind) {
    case 'accepted':
      return (
        <>
          {!explanation.isCanonical && <Canonical sql={explanation.canonical} />}
          {explanation.caveat !== null && (
            <p className={styles.caveat}>
              Postgres would refuse it, though: {explanation.caveat} Which tables a query reads is beyond a grammar; the
              model then tries again.
            </p>
          )}
        </>
      );
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

function Canonical({ sql }: { readonly sql: string }) {
  return (
    <div className={styles.canonical}>
      <pre className={styles.sql}>
        <Hidden>Canonical spelling: </Hidden>
        {sql}
      </pre>
      <CopyButton label="Copy" text={() => sql} />
    </div>
  );
}
