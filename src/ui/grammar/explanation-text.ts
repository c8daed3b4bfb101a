import type { GrammarScope, InspectedExplanation } from '../../app/grammar-inspector.ts';
import { unreachable } from '../../platform/assert.ts';
import type { ErrorData } from '../../platform/errors.ts';
import type { RejectionReason } from '../../sql-tools/contract.ts';
import { count } from '../parts/format.ts';

/** The answer in a sentence or two; what is shown below it says where. */
export function explanationText(
  explanation: InspectedExplanation,
  { question }: Pick<GrammarScope, 'question'>,
): string {
  switch (explanation.kind) {
    case 'empty':
      return 'Type a query to see whether the model could write it.';
    case 'too-long':
      return `This has ${count(explanation.characters)} characters; up to ${count(explanation.limit)} are looked at.`;
    case 'accepted':
      if (explanation.refusal) return refusalText(explanation.refusal);
      return explanation.isCanonical
        ? 'Yes: the model can write this, word for word.'
        : 'Yes: the model can write this, in its own spelling.';
    case 'rejected':
      return `No: ${reasonText(explanation.rejection.reason, foundIn(explanation))}`;
    case 'syntax':
      return sentences(`PostgreSQL cannot read this: ${ended(explanation.message)}`, explanation.hint);
    case 'several-statements':
      return ended(explanation.message);
    case 'unknown-name':
      return sentences(explanation.message, explanation.hint);
    case 'left-out-table':
      return question === null
        ? `No: the grammar has only some of the tables, and ${explanation.table} is not among them yet. A question picks those that it needs.`
        : `No: the last question did not pick the table ${explanation.table}.`;
    case 'unsupported':
      return `No: ${sentences(lowerFirst(explanation.message), explanation.reason)}`;
    default:
      return unreachable(explanation);
  }
}

function refusalText({ message, hint }: ErrorData): string {
  return sentences(`The grammar has this, but PostgreSQL would refuse it: ${ended(message)}`, hint);
}

function reasonText(reason: RejectionReason, found: string): string {
  switch (reason.kind) {
    case 'writes':
      return 'this changes rows, and the model only reads.';
    case 'function':
      return sentences(
        `the grammar has no function ${reason.name} here.`,
        reason.nearest === null ? null : `Did you mean ${reason.nearest}?`,
      );
    case 'arguments':
      return `${reason.function} takes ${reason.takes} ${reason.takes.endsWith('1') ? 'argument' : 'arguments'}.`;
    case 'listed-text':
      return `${found} is none of the texts that can stand here.`;
    case 'type':
      return `the grammar has no type ${reason.name}.`;
    case 'name':
      return `the grammar names fields by common words and in snake_case, and ${reason.name} is neither.`;
    case 'join':
      return 'the model joins tables by JOIN and LEFT JOIN along declared foreign keys, and in no other way.';
    case 'missing':
      return `${reason.text} is missing here.`;
    case 'other':
      return found === '' ? 'something is missing at the end.' : `the grammar has no ${found} here.`;
    default:
      return unreachable(reason);
  }
}

/** The word at fault. */
function foundIn({ canonical, rejection: { place } }: Extract<InspectedExplanation, { kind: 'rejected' }>): string {
  return canonical.slice(place.from, place.to);
}

function sentences(first: string, second: string | null | undefined): string {
  return second ? `${first} ${second}` : first;
}

/** Postgres writes messages without a stop. */
function ended(message: string): string {
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}

/** Names and keywords in capitals stay. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
