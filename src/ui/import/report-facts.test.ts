import { describe, expect, it } from 'vitest';
import type { ApplyReport, StatementOutcome } from '../../database/contract.ts';
import {
  countOutcomes,
  cutOffText,
  headline,
  listedStatements,
  othersText,
  remarks,
  reportText,
  statementsIn,
} from './report-facts.ts';

function reportOf(...outcomes: readonly StatementOutcome[]): ApplyReport {
  return {
    statements: outcomes.map((outcome, index) => ({ line: index + 1, summary: `statement ${index + 1}`, outcome })),
  };
}

const APPLIED = { kind: 'applied' } as const;
const NEEDLESS = { kind: 'skipped', reason: 'Each statement is applied on its own.', isNeedless: true } as const;
const REPORT = reportOf(
  { kind: 'applied', afterLine: 5 },
  { kind: 'skipped', reason: 'Roles have no meaning here.' },
  { kind: 'failed', reason: 'type "nope" does not exist', code: 'pg/42704', atLine: 4, hint: 'Did you mean note?' },
  { kind: 'rewritten', source: 'a', sql: 'b\nc', notes: ['It was otherwise.'] },
  APPLIED,
);

describe('the facts of a report', () => {
  it.each([
    [reportOf(APPLIED), '1 statement applied', ''],
    [reportOf(APPLIED, APPLIED), 'All 2 statements applied', ''],
    [REPORT, '3 of 5 statements applied', '1 failed, 1 skipped, 1 rewritten'],
    [reportOf(APPLIED, NEEDLESS, NEEDLESS), '1 of 3 statements applied, the other 2 had nothing to do here', ''],
    [
      { statements: [...REPORT.statements, ...reportOf(NEEDLESS).statements] },
      '3 of 6 statements applied, 1 had nothing to do here',
      '1 failed, 1 skipped, 1 rewritten',
    ],
  ])('are told in a line', (report, line, rest) => {
    const counts = countOutcomes(report);
    expect(headline(counts)).toBe(line);
    expect(remarks(counts)).toBe(rest);
  });

  it('say that the script is cut off, and where', () => {
    const report = { ...reportOf(APPLIED), cutOff: { inside: 'the rows of public.orders', line: 1_812 } };
    const text = 'The script is cut off: it ends inside the rows of public.orders (line 1,812).';
    expect(cutOffText(report, [])).toBe(text);
    expect(reportText('half.sql', report, [])).toContain(`Import of half.sql: 1 statement applied\n${text}\n\n`);
    expect(cutOffText(report, [{ name: 'b.sql', firstLine: 1_801 }])).toContain('(b.sql, line 12)');
    expect(cutOffText(reportOf(APPLIED), [])).toBeNull();
  });

  it('count what one entry stands for', () => {
    const many = { line: 3, summary: 'INSERT', outcome: APPLIED, alike: { count: 2_000, lastLine: 2_002 } };
    const report = { statements: [...reportOf(APPLIED, APPLIED).statements, many] };
    expect(statementsIn(report)).toBe(2_002);
    expect(headline(countOutcomes(report))).toBe('All 2,002 statements applied');
    expect(othersText(many, [])).toBe('and 1,999 more like it, down to line 2,002');
    expect(reportText('rows', report, [])).toContain('INSERT\n    and 1,999 more like it, down to line 2,002\n');
  });

  it('begin with what failed', () => {
    expect(listedStatements(REPORT, 'all').map(({ line }) => line)).toEqual([3, 1, 2, 4, 5]);
    expect(listedStatements(REPORT, 'skipped').map(({ line }) => line)).toEqual([2]);
  });

  it('can be kept as text', () => {
    const parts = [
      { name: 'a.sql', firstLine: 1 },
      { name: 'b.sql', firstLine: 4 },
    ];
    expect(reportText('two files', REPORT, parts)).toMatchInlineSnapshot(`
      "Import of two files: 3 of 5 statements applied; 1 failed, 1 skipped, 1 rewritten

      failed  b.sql, line 1  statement 3
          type "nope" does not exist (pg/42704)
          Did you mean note?
      applied  a.sql, line 1  statement 1
          Applied after b.sql, line 2.
      skipped  a.sql, line 2  statement 2
          Roles have no meaning here.
      rewritten  b.sql, line 1  statement 4
          It was otherwise.
          Ran: b
          c
      applied  b.sql, line 2  statement 5
      "
    `);
  });
});
