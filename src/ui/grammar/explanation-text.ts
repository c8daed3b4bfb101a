import { unreachable } from '../../platform/assert.ts';
import type { Explanation, RejectionReason } from '../../sql-tools/contract.ts';
import { count } from '../parts/format.ts';

/** The answer in a sentence or two; what is shown below it says where. */
export function explanationText(explanation: Explanation): string {
  switch (explanation.kind) {
    case 'empty':
      return 'Type a query to see whether the model could write it.';
    case 'too-long':
      return `This has ${count(explanation.characters)} characters; up to ${count(explanation.limit)} are looked at.`;
    case 'accepted':
      return explanation.isCanonical
        ? 'Yes: the model can write this, word for word.'
        : 'Yes: the model can write this, in its own spelling.';
    case 'rejected':
      return `No: ${reasonText(explanation.rejection.reason)}`;
    case 'syntax':
      return `PostgreSQL cannot read this: ${ended(explanation.message)}`;
    case 'several-statements':
      return ended(explanation.message);
    case 'unknown-name':
      return [explanation.message, explanation.hint].filter(Boolean).join(' ');
    case 'left-out-table':
      return `No: the question did not pick the table ${explanation.table}.`;
    case 'unsupported':
      return ['No:', lowerFirst(explanation.message), explanation.reason].filter(Boolean).join(' ');
    default:
      return unreachable(explanation);
  }
}

function reasonText(reason: RejectionReason): string {
  switch (reason.kind) {
    case 'writes':
      return 'this changes rows, and the model only reads.';
    case 'function':
      return `the grammar has no function ${reason.name} here.`;
    case 'arguments':
      return `${reason.function} does not take this number of arguments.`;
    case 'listed-text':
      return 'only some texts can stand here.';
    case 'other':
      return 'the grammar has no such thing here.';
    default:
      return unreachable(reason);
  }
}

/** Postgres writes messages without a stop. */
function ended(message: string): string {
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}

/** Names and keywords in capitals stay. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
