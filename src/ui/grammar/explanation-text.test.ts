import { describe, expect, it } from 'vitest';
import type { Explanation, RejectionReason } from '../../sql-tools/contract.ts';
import { explanationText } from './explanation-text.ts';

function rejected(reason: RejectionReason): Explanation {
  return {
    kind: 'rejected',
    canonical: 'SELECT 1',
    rejection: { place: { from: 0, to: 6 }, reason, allowed: [], more: 0 },
  };
}

describe('explanationText', () => {
  it.each<[Explanation, string]>([
    [{ kind: 'empty' }, 'Type a query to see whether the model could write it.'],
    [
      { kind: 'too-long', characters: 30_000, limit: 20_000 },
      'This has 30,000 characters; up to 20,000 are looked at.',
    ],
    [
      { kind: 'accepted', canonical: 'SELECT 1', isCanonical: true, caveat: null },
      'Yes: the model can write this, word for word.',
    ],
    [rejected({ kind: 'writes' }), 'No: this changes rows, and the model only reads.'],
    [rejected({ kind: 'function', name: 'PG_SLEEP' }), 'No: the grammar has no function PG_SLEEP here.'],
    [rejected({ kind: 'arguments', function: 'ABS' }), 'No: ABS does not take this number of arguments.'],
    [
      { kind: 'syntax', message: 'syntax error at end of input', place: null },
      'PostgreSQL cannot read this: syntax error at end of input.',
    ],
    [
      { kind: 'unknown-name', message: 'There is no table "a".', hint: 'Did you mean b?', place: null },
      'There is no table "a". Did you mean b?',
    ],
    [
      { kind: 'unsupported', message: 'This statement cannot be written here.', reason: 'Only queries.', place: null },
      'No: this statement cannot be written here. Only queries.',
    ],
    [
      { kind: 'unsupported', message: 'FOR UPDATE and FOR SHARE cannot be written here.', reason: null, place: null },
      'No: FOR UPDATE and FOR SHARE cannot be written here.',
    ],
    [
      { kind: 'unsupported', message: 'XML cannot be written here.', reason: null, place: null },
      'No: XML cannot be written here.',
    ],
  ])('%j', (explanation, expected) => {
    expect(explanationText(explanation)).toBe(expected);
  });
});
