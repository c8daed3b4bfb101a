import { useState } from 'react';
import type { Answer } from '../../app/answers.ts';
import type { AskState } from '../../ask/states.ts';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { counted } from '../parts/format.ts';
import { Icon } from '../parts/icons.tsx';
import { ResultPanel } from '../result/result-panel.tsx';
import styles from './earlier-answers.module.css';

interface EarlierAnswersProps {
  readonly answers: readonly Answer[];
  /** Brings a query back into the editor. */
  readonly onReuse: (answer: Answer) => void;
}

export function EarlierAnswers({ answers, onReuse }: EarlierAnswersProps) {
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="earlier-heading" className={styles.section}>
      <h2 id="earlier-heading" className={styles.heading}>
        Earlier
      </h2>
      <ol className={styles.list}>
        {answers.map((answer) => (
          <EarlierAnswer key={answer.id} answer={answer} onReuse={() => onReuse(answer)} />
        ))}
      </ol>
    </section>
  );
}

function EarlierAnswer({ answer, onReuse }: { readonly answer: Answer; readonly onReuse: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details className={styles.answer} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.summary}>
          <span className={styles.chevron}>
            <Icon name="chevron" />
          </span>
          {answer.question === null ? (
            <code className={styles.title}>{answer.draft}</code>
          ) : (
            <span className={styles.title}>{answer.question}</span>
          )}
          <span className={styles.outcome}>{outcome(answer.state)}</span>
          <span className={styles.database}>{answer.databaseTitle}</span>
        </summary>
        {open && (
          <div className={styles.body}>
            <pre className={styles.sql}>{answer.draft || 'No query was written.'}</pre>
            {answer.draft !== '' && (
              <div className={styles.bar}>
                <CopyButton label="Copy" text={() => answer.draft} />
                <Button look="quiet" icon="edit" onClick={onReuse}>
                  Edit in a new query
                </Button>
              </div>
            )}
            {answer.state.kind === 'answered' && <ResultPanel result={answer.state.result} isStale={false} />}
          </div>
        )}
      </details>
    </li>
  );
}

function outcome(state: AskState): string {
  switch (state.kind) {
    case 'answered':
      return state.result.hasMore
        ? `over ${counted(state.result.rows.length, 'row')}`
        : counted(state.result.rows.length, 'row');
    case 'failed':
      return 'failed';
    case 'cancelled':
      return 'cancelled';
    case 'unlinked':
      return 'not asked';
    default:
      return 'not run';
  }
}
