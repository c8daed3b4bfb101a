import { type ReactNode, useMemo, useRef } from 'react';
import type { Answer } from '../../app/answers.ts';
import { errorLocation } from '../../ask/error-location.ts';
import { isBusy, sqlOf } from '../../ask/states.ts';
import type { ErrorData } from '../../platform/errors.ts';
import { SqlEditor, type SqlEditorHandle } from '../editor/sql-editor.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { ResultPanel } from '../result/result-panel.tsx';
import styles from './answer-card.module.css';
import { Authorship } from './authorship.tsx';
import { QueryError } from './query-error.tsx';
import { StateLine } from './state-line.tsx';
import { UnlinkedNotice } from './unlinked-notice.tsx';

export interface AnswerActions {
  edit(id: number, draft: string): void;
  run(id: number): void;
  askAgain(id: number): void;
  cancel(): void;
  editQuestion(question: string): void;
}

interface AnswerCardProps {
  readonly answer: Answer;
  readonly modelNote: string;
  /** Why there is no model, which the page says above the card. */
  readonly modelError: ErrorData | null;
  readonly actions: AnswerActions;
  /** Which tables the model was shown, where it was not all. */
  readonly shownTables: ReactNode;
  /** Of the open database. */
  readonly databaseTitle: string;
}

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The newest answer, or the empty editor: question, query, rows. */
export function AnswerCard({ answer, modelNote, modelError, actions, shownTables, databaseTitle }: AnswerCardProps) {
  const { id, question, state, draft } = answer;
  const editor = useRef<SqlEditorHandle>(null);
  const busy = isBusy(state);
  const settled = sqlOf(state);
  const isUnchanged = draft.trim() === settled?.trim();
  const fault = useMemo(
    () => (state.kind === 'failed' && state.sql === draft ? errorLocation(state.sql, state.error) : null),
    [state, draft],
  );
  // It stays when somebody empties it.
  const hasEditor =
    question === null || draft !== '' || settled !== undefined || ['generating', 'cancelled'].includes(state.kind);

  return (
    <article className={styles.card} aria-busy={busy} aria-label={question ?? 'Query written by hand'}>
      {question !== null && (
        <header className={styles.header}>
          <h2 className={styles.question}>{question}</h2>
          <IconButton icon="edit" label="Change the question" onClick={() => actions.editQuestion(question)} />
        </header>
      )}
      {state.kind !== 'idle' && !busy && answer.databaseTitle !== databaseTitle && (
        <p className={styles.elsewhere}>This is of {answer.databaseTitle}, which is not open any more.</p>
      )}
      {hasEditor && (
        <section aria-label="Query" className={styles.query}>
          <SqlEditor
            ref={editor}
            label="SQL query"
            placeholder="Or write SQL here: select …"
            text={draft}
            readOnly={busy}
            fault={fault}
            onChange={(text) => actions.edit(id, text)}
            onRun={() => actions.run(id)}
          />
        </section>
      )}
      {(busy || hasEditor || state.kind === 'cancelled') && (
        <div className={styles.bar}>
          <div className={styles.status}>
            {busy && <StateLine state={state} modelNote={modelNote} />}
            {state.kind === 'idle' && (
              <p className={styles.hint}>{IS_MAC ? '⌘ Return' : 'Ctrl Enter'} runs the query</p>
            )}
            {!busy && <Authorship answer={answer} edited={!isUnchanged} />}
          </div>
          {busy && <Button onClick={actions.cancel}>Cancel</Button>}
          {!busy && draft !== '' && <CopyButton label="Copy" text={() => draft} />}
          {!busy && hasEditor && (
            <Button icon="play" disabled={draft.trim() === ''} onClick={() => actions.run(id)}>
              Run
            </Button>
          )}
        </div>
      )}
      {shownTables}
      {state.kind === 'unlinked' && <UnlinkedNotice tables={state.tables} onAskAnyway={() => actions.askAgain(id)} />}
      {state.kind === 'failed' && (
        <QueryError
          failure={state}
          isQuestion={question !== null}
          modelError={modelError}
          onGoTo={(position) => editor.current?.goTo(position)}
          onAskAgain={() => actions.askAgain(id)}
        />
      )}
      {state.kind === 'answered' && <ResultPanel result={state.result} isStale={!isUnchanged} />}
    </article>
  );
}
