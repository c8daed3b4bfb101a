import type { AskState, Retry, Wait } from '../../ask/states.ts';
import { unreachable } from '../../platform/assert.ts';
import { counted } from '../parts/format.ts';

/** A state in words: the state line and the screen reader's announcement say the same. */
export function stateText(state: AskState, modelNote: string): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'unlinked':
      return 'The question does not seem to be about this database.';
    case 'preparing':
      if ('choosingFrom' in state) return `Choosing among ${state.choosingFrom} tables…`;
      return state.waitingFor === null ? 'Preparing…' : waitText(state.waitingFor, modelNote);
    case 'generating':
      return state.retry === null ? 'Writing the query…' : `${RETRY_TEXTS[state.retry]}; writing another…`;
    case 'checking':
      return 'Checking the query…';
    case 'running':
      return 'Running the query…';
    case 'answered':
      return `Done: ${state.result.hasMore ? 'the first ' : ''}${counted(state.result.rows.length, 'row')}.`;
    case 'failed':
      return `Failed: ${state.error.message}`;
    case 'cancelled':
      return 'Cancelled.';
    default:
      return unreachable(state);
  }
}

const RETRY_TEXTS: Readonly<Record<Retry, string>> = {
  refused: 'The query would not run',
  looping: 'The model repeated itself',
};

function waitText(wait: Wait, modelNote: string): string {
  switch (wait.kind) {
    case 'database':
      return 'Waiting for the database…';
    case 'model':
      return `Waiting for the model: ${modelNote}`;
    case 'grammar':
      return `Preparing the grammar for ${counted(wait.tables, 'table')}…`;
    default:
      return unreachable(wait);
  }
}
