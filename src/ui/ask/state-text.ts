import type { AskState } from '../../ask/states.ts';
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
      return waitText(state.waitingFor, modelNote);
    case 'generating':
      return state.attempt === 1 ? 'Writing the query…' : 'Postgres refused the first query; writing another…';
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

function waitText(waitingFor: 'database' | 'model' | 'grammar', modelNote: string): string {
  switch (waitingFor) {
    case 'database':
      return 'Waiting for the database…';
    case 'model':
      return `Waiting for the model: ${modelNote}`;
    case 'grammar':
      return 'Reading the schema…';
    default:
      return unreachable(waitingFor);
  }
}
