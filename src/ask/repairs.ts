/**
 * Small deterministic repairs of a query that the checker refuses: what the model forgot and what can only be meant.
 * Queries that the checker accepts stay as they are.
 */
import type { Checker } from '../checker/check.ts';
import type { Reason, Rejection } from '../checker/rejection.ts';
import type { Schema } from '../schema/model.ts';
import type { Fault, Fix } from './repair-fault.ts';
import { groupingFixes } from './repair-grouping.ts';
import { duplicateFixes, scopeFixes } from './repair-scope.ts';
import { readText, tokenAt } from './repair-text.ts';
import { typeFixes } from './repair-types.ts';

/** A query that the checker accepts, and what was done to it. */
export interface Repair {
  readonly sql: string;
  /** In plain words, each change one text: `joined customers along orders.customer_id`. */
  readonly changes: readonly string[];
}

type Fixer = (fault: Fault) => readonly Fix[];

const FIXERS: Readonly<Partial<Record<Reason, readonly Fixer[]>>> = {
  'not-in-scope': [scopeFixes],
  'duplicate-source': [duplicateFixes],
  grouping: [groupingFixes],
  type: [typeFixes],
};

/** A query that needs more changes than this was not nearly right. */
const MAX_CHANGES = 4;
/** Keeps the search short where many places can be changed in many ways. */
const MAX_CHECKS = 60;

/** Those with the fewest changes first; the checker accepts each of them as a whole. */
export function repairs(sql: string, schema: Schema, checker: Checker): readonly Repair[] {
  const found: Repair[] = [];
  const seen = new Set([sql]);
  let drafts: readonly Repair[] = [{ sql, changes: [] }];
  for (let changes = 0; changes <= MAX_CHANGES && drafts.length > 0; changes++) {
    const next: Repair[] = [];
    for (const draft of drafts) {
      const verdict = checker.check(draft.sql);
      if (verdict.ok) {
        if (changes > 0) found.push(draft);
        continue;
      }
      for (const { sql: fixed, what } of fixesOf(draft.sql, verdict, schema)) {
        if (seen.has(fixed) || seen.size > MAX_CHECKS) continue;
        seen.add(fixed);
        next.push({ sql: fixed, changes: [...draft.changes, what] });
      }
    }
    drafts = next;
  }
  return found;
}

function fixesOf(sql: string, rejection: Rejection, schema: Schema): readonly Fix[] {
  const text = readText(sql);
  const index = tokenAt(text, rejection.position);
  if (index < 0) return [];
  return (FIXERS[rejection.reason] ?? []).flatMap((fixer) => fixer({ schema, text, rejection, index }));
}
