import { describe, expect, it } from 'vitest';
import type { InspectedExplanation } from '../../app/grammar-inspector.ts';
import type { RejectionReason } from '../../sql-tools/contract.ts';
import { explanationText } from './explanation-text.ts';

function rejected(reason: RejectionReason, found = 'SELECT'): InspectedExplanation {
  return {
    kind: 'rejected',
    canonical: `${found} 1`,
    rejection: { place: { from: 0, to: found.length }, reason, allowed: [], more: 0 },
  };
}

const ACCEPTED = { kind: 'accepted', canonical: 'SELECT 1', renamed: [] } as const;

describe('explanationText', () => {
  it.each<[InspectedExplanation, string]>([
    [{ kind: 'empty' }, 'Type a query to see whether the model could write it.'],
    [
      { kind: 'too-long', characters: 30_000, limit: 20_000 },
      'This has 30,000 characters; up to 20,000 are looked at.',
    ],
    [{ ...ACCEPTED, isCanonical: true, refusal: null }, 'Yes: the model can write this, word for word.'],
    [{ ...ACCEPTED, isCanonical: false, refusal: null }, 'Yes: the model can write this, in its own spelling.'],
    [
      { ...ACCEPTED, isCanonical: true, refusal: { code: 'pg/42803', message: 'aggregate calls cannot be nested' } },
      'The grammar has this, but PostgreSQL would refuse it: aggregate calls cannot be nested.',
    ],
    [
      {
        ...ACCEPTED,
        isCanonical: true,
        refusal: { code: 'pg/42883', message: 'no such operator', hint: 'Add a cast.' },
      },
      'The grammar has this, but PostgreSQL would refuse it: no such operator. Add a cast.',
    ],
    [rejected({ kind: 'writes' }), 'No: this changes rows, and the model only reads.'],
    [rejected({ kind: 'function', name: 'PG_SLEEP', nearest: null }), 'No: the grammar has no function PG_SLEEP here.'],
    [
      rejected({ kind: 'function', name: 'LENGHT', nearest: 'LENGTH' }),
      'No: the grammar has no function LENGHT here. Did you mean LENGTH?',
    ],
    [rejected({ kind: 'arguments', function: 'ABS', takes: '1' }), 'No: ABS takes 1 argument.'],
    [rejected({ kind: 'arguments', function: 'NOW', takes: 'no' }), 'No: NOW takes no arguments.'],
    [rejected({ kind: 'arguments', function: 'LAG', takes: '1 to 3' }), 'No: LAG takes 1 to 3 arguments.'],
    [rejected({ kind: 'arguments', function: 'ROW', takes: 'at least 1' }), 'No: ROW takes at least 1 argument.'],
    [rejected({ kind: 'listed-text' }, "'lost'"), "No: 'lost' is none of the texts that can stand here."],
    [rejected({ kind: 'type', name: 'macaddr' }), 'No: the grammar has no type macaddr.'],
    [
      rejected({ kind: 'name', name: 'fn' }),
      'No: the grammar names fields by common words and in snake_case, and fn is neither.',
    ],
    [
      rejected({ kind: 'join' }),
      'No: the model joins tables by JOIN and LEFT JOIN along declared foreign keys, and in no other way.',
    ],
    [rejected({ kind: 'missing', text: 'OVER' }), 'No: OVER is missing here.'],
    [rejected({ kind: 'other' }, 'TABLESAMPLE'), 'No: the grammar has no TABLESAMPLE here.'],
    [rejected({ kind: 'other' }, ''), 'No: something is missing at the end.'],
    [
      { kind: 'syntax', message: 'syntax error at end of input', hint: null, place: null },
      'PostgreSQL cannot read this: syntax error at end of input.',
    ],
    [
      {
        kind: 'syntax',
        message: 'syntax error at or near "5"',
        hint: 'Write LIMIT 5 at the end instead.',
        place: null,
      },
      'PostgreSQL cannot read this: syntax error at or near "5". Write LIMIT 5 at the end instead.',
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
    expect(explanationText(explanation, { question: null })).toBe(expected);
  });

  it('tells of a question that picked only where one was asked', () => {
    const explanation = { kind: 'left-out-table', table: 'archive.orders', place: null } as const;
    expect(explanationText(explanation, { question: 'How many orders?' })).toBe(
      'No: the last question did not pick the table archive.orders.',
    );
    expect(explanationText(explanation, { question: null })).toBe(
      'No: the grammar has only some of the tables, and archive.orders is not among them yet. A question picks those that it needs.',
    );
  });
});
