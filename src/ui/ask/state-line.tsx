import { useEffect, useState } from 'react';
import type { AskState } from '../../ask/states.ts';
import { isBusy } from '../../ask/states.ts';
import { duration } from '../parts/format.ts';
import { Spinner } from '../parts/progress.tsx';
import styles from './state-line.module.css';
import { stateText } from './state-text.ts';

/** Milliseconds before the clock appears: most steps are over by then. */
const CLOCK_DELAY = 1_000;

interface StateLineProps {
  readonly state: AskState;
  /** What the model is doing, when that is what a question waits for. */
  readonly modelNote: string;
}

/** What is happening now, and for how long. */
export function StateLine({ state, modelNote }: StateLineProps) {
  const elapsed = useElapsed(isBusy(state) ? state.kind : null);
  if (!isBusy(state)) return null;
  return (
    <div className={styles.line}>
      <Spinner />
      <span>{stateText(state, modelNote)}</span>
      {elapsed >= CLOCK_DELAY && <span className={styles.clock}>{duration(Math.floor(elapsed / 100) * 100)}</span>}
    </div>
  );
}

/** Milliseconds since `what` last changed. */
function useElapsed(what: string | null): number {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    setElapsed(0);
    if (what === null) return;
    const start = performance.now();
    const timer = setInterval(() => setElapsed(performance.now() - start), 100);
    return () => clearInterval(timer);
  }, [what]);
  return elapsed;
}
