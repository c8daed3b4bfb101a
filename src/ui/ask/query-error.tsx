import { errorLocation } from '../../ask/error-location.ts';
import type { AskState } from '../../ask/states.ts';
import type { ErrorData } from '../../platform/errors.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Hidden } from '../parts/hidden.tsx';
import styles from './query-error.module.css';

const NO_MODEL: ErrorData = {
  code: 'engine/not-loaded',
  message: 'The model is not loaded.',
  hint: 'The reason is above. Asking again loads it again; SQL written by hand runs without it.',
};

interface QueryErrorProps {
  readonly failure: Extract<AskState, { kind: 'failed' }>;
  readonly isQuestion: boolean;
  /** Why there is no model, which the page says elsewhere. */
  readonly modelError: ErrorData | null;
  readonly onGoTo: (position: number) => void;
  readonly onAskAgain: () => void;
}

export function QueryError({ failure, isQuestion, modelError, onGoTo, onAskAgain }: QueryErrorProps) {
  const location = failure.sql === undefined ? null : errorLocation(failure.sql, failure.error);
  return (
    <ErrorNotice
      title={titleOf(failure, isQuestion)}
      error={isSame(failure.error, modelError) ? NO_MODEL : failure.error}
      actions={
        <>
          {location && (
            <Button onClick={() => onGoTo(location.from)}>
              Go to line {location.line}, column {location.column}
            </Button>
          )}
          {isQuestion && <Button onClick={onAskAgain}>Ask again</Button>}
        </>
      }
    >
      {location && (
        <pre className={styles.place}>
          <Hidden>Line {location.line}: </Hidden>
          {location.lineText}
          {'\n'}
          <span className={styles.caret} aria-hidden="true">
            {' '.repeat(Math.max(0, location.column - 1))}
            {'^'.repeat(Math.max(1, location.to - location.from))}
          </span>
        </pre>
      )}
    </ErrorNotice>
  );
}

function isSame(error: ErrorData, other: ErrorData | null): boolean {
  return error.code === other?.code && error.message === other.message;
}

function titleOf(failure: Extract<AskState, { kind: 'failed' }>, isQuestion: boolean): string {
  switch (failure.stage) {
    case 'preparing':
      return isQuestion ? 'The question could not be asked' : 'The query could not be run';
    case 'generating':
      return 'The model could not write the query';
    case 'checking':
      return 'Postgres does not accept this query';
    case 'running':
      return 'The query failed while it ran';
  }
}
