import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { counted, noun } from '../parts/format.ts';
import { Spinner } from '../parts/progress.tsx';
import { IntoView } from './into-view.tsx';
import styles from './taking-line.module.css';
import type { TakingState } from './use-taking.ts';

interface TakingLineProps {
  readonly state: TakingState;
  readonly onStop: () => void;
}

/** What becomes of files that were dropped or chosen. */
export function TakingLine({ state, onStop }: TakingLineProps) {
  switch (state.kind) {
    case 'reading':
      return (
        <p className={styles.reading} role="status">
          <Spinner /> Reading {counted(state.files, 'file')}… <Button onClick={onStop}>Stop</Button>
        </p>
      );
    case 'failed':
      return (
        <IntoView className={styles.error}>
          <ErrorNotice title={`The ${noun(state.files, 'file')} cannot be used`} error={state.error} />
        </IntoView>
      );
    case 'settled':
      if (state.leftOut.length === 0) return null;
      return (
        <ul className={styles.leftOut} aria-label="Left out">
          {state.leftOut.map((what) => (
            <li key={what}>Left out: {what}.</li>
          ))}
        </ul>
      );
  }
}
