import type { AskState } from '../../ask/states.ts';
import { Hidden } from '../parts/hidden.tsx';
import { stateText } from './state-text.ts';

/** Tells screen readers what the state line shows. Errors have alerts of their own. */
export function LiveStatus({ state, modelNote }: { readonly state: AskState; readonly modelNote: string }) {
  const isAlert = state.kind === 'failed' || state.kind === 'unlinked';
  return (
    <Hidden>
      <output>{isAlert ? '' : stateText(state, modelNote)}</output>
    </Hidden>
  );
}
