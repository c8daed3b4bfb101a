/** The report of an import in numbers and words. */
import {
  type ApplyReport,
  type StatementOutcome,
  type StatementReport,
  statementsOf,
} from '../../database/contract.ts';
import { count, counted } from '../parts/format.ts';
import { placeOf, type ScriptPart } from './join-scripts.ts';

export type OutcomeKind = StatementOutcome['kind'];

/** Also the order in which people want to know of them. */
export const OUTCOME_KINDS: readonly OutcomeKind[] = ['failed', 'rewritten', 'skipped', 'applied'];

export interface OutcomeCounts extends Readonly<Record<OutcomeKind, number>> {
  /** Of the skipped ones, those by which nothing is lost. */
  readonly needless: number;
}

export function countOutcomes({ statements }: ApplyReport): OutcomeCounts {
  const counts = { failed: 0, rewritten: 0, skipped: 0, applied: 0, needless: 0 };
  for (const statement of statements) {
    const { outcome } = statement;
    counts[outcome.kind] += statementsOf(statement);
    if (outcome.kind === 'skipped' && outcome.isNeedless) counts.needless += statementsOf(statement);
  }
  return counts;
}

export function statementsIn({ statements }: ApplyReport): number {
  return statements.reduce((sum, statement) => sum + statementsOf(statement), 0);
}

/** `4 of 5 statements applied`, `All 12 statements applied`, `5 of 9 statements applied, the other 4 had nothing to do here`. */
export function headline(counts: OutcomeCounts): string {
  const ran = counts.applied + counts.rewritten;
  const all = ran + counts.failed + counts.skipped;
  if (ran === all) return `${all === 1 ? '' : 'All '}${counted(all, 'statement')} applied`;
  const applied = `${count(ran)} of ${counted(all, 'statement')} applied`;
  if (counts.needless === 0) return applied;
  const needless = `${ran + counts.needless === all ? 'the other ' : ''}${count(counts.needless)}`;
  return `${applied}, ${needless} had nothing to do here`;
}

/** `1 failed, 3 skipped, 2 rewritten`: what is worth a look; empty when nothing is. */
export function remarks(counts: OutcomeCounts): string {
  const amounts = { failed: counts.failed, skipped: counts.skipped - counts.needless, rewritten: counts.rewritten };
  return Object.entries(amounts)
    .filter(([, amount]) => amount > 0)
    .map(([kind, amount]) => `${count(amount)} ${kind}`)
    .join(', ');
}

/** `The script is cut off: it ends inside the rows of orders (line 812).`; null where it has a proper end. */
export function cutOffText({ cutOff }: ApplyReport, parts: readonly ScriptPart[]): string | null {
  return cutOff ? `The script is cut off: it ends inside ${cutOff.inside} (${placeText(parts, cutOff.line)}).` : null;
}

/** Of one kind, or all of them: first what failed, then the others as they stand in the script. */
export function listedStatements({ statements }: ApplyReport, kind: OutcomeKind | 'all'): readonly StatementReport[] {
  if (kind !== 'all') return statements.filter(({ outcome }) => outcome.kind === kind);
  const failed = statements.filter(({ outcome }) => outcome.kind === 'failed');
  return [...failed, ...statements.filter(({ outcome }) => outcome.kind !== 'failed')];
}

/** `line 12`, `001_init.sql, line 12`. */
export function placeText(parts: readonly ScriptPart[], line: number): string {
  const { file, line: lineInFile } = placeOf(parts, line);
  return `${file === null ? '' : `${file}, `}line ${count(lineInFile)}`;
}

/** The line that Postgres points at, where it points at one. */
export function lineOf({ line, outcome }: StatementReport): number {
  return outcome.kind === 'failed' ? (outcome.atLine ?? line) : line;
}

/** `and 12,000 more like it, down to line 12,003`; null where the entry is of one statement. */
export function othersText({ alike }: StatementReport, parts: readonly ScriptPart[]): string | null {
  return alike ? `and ${count(alike.count - 1)} more like it, down to ${placeText(parts, alike.lastLine)}` : null;
}

/** The whole report as plain text, to be kept or sent. */
export function reportText(title: string, report: ApplyReport, parts: readonly ScriptPart[]): string {
  const counts = countOutcomes(report);
  const rest = remarks(counts);
  const cutOff = cutOffText(report, parts);
  const lines = [
    `Import of ${title}: ${headline(counts)}${rest && `; ${rest}`}`,
    ...(cutOff === null ? [] : [cutOff]),
    '',
  ];
  for (const statement of listedStatements(report, 'all')) {
    const { outcome, summary } = statement;
    const others = othersText(statement, parts);
    const below = [...(others === null ? [] : [others]), ...details(outcome, parts)];
    lines.push(`${outcome.kind}  ${placeText(parts, lineOf(statement))}  ${summary}`);
    lines.push(...below.map((detail) => `    ${detail.replaceAll('\n', '\n    ')}`));
  }
  return `${lines.join('\n')}\n`;
}

function details(outcome: StatementOutcome, parts: readonly ScriptPart[]): readonly string[] {
  switch (outcome.kind) {
    case 'failed':
      return [`${outcome.reason} (${outcome.code})`, ...(outcome.hint === undefined ? [] : [outcome.hint])];
    case 'skipped':
      return [outcome.reason];
    case 'rewritten':
      return [...later(outcome.afterLine, parts), ...outcome.notes, `Ran: ${outcome.sql}`];
    case 'applied':
      return later(outcome.afterLine, parts);
  }
}

function later(afterLine: number | undefined, parts: readonly ScriptPart[]): readonly string[] {
  return afterLine === undefined ? [] : [`Applied after ${placeText(parts, afterLine)}.`];
}
