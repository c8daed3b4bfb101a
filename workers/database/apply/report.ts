import {
  type ApplyReport,
  MAX_QUOTED_CHARACTERS,
  MAX_REPORT_CHARACTERS,
  type StatementOutcome,
  type StatementReport,
  SUMMARY_CHARACTERS,
} from '../../../src/database/contract.ts';
import { createdName } from '../../../src/import/created-name.ts';
import { missingObject } from '../../../src/import/missing-object.ts';
import { isNeedless } from '../../../src/import/needless.ts';
import type { Step } from '../../../src/import/plan-step.ts';
import { must } from '../../../src/platform/assert.ts';
import { groupAlike } from './alike.ts';
import { cutOffOf } from './cut-off.ts';
import type { PieceFailure } from './run-pieces.ts';
import type { Statement } from './statement.ts';

/** Postgres quotes what it cannot read, which may be half of the script. */
const MAX_REASON_CHARACTERS = 1_000;

/** Schemas that services add to each database of theirs, and scripts made there take for granted. */
const SERVICE_SCHEMAS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Supabase: 'auth storage realtime vault graphql graphql_public supabase_functions pgsodium net cron extensions',
    Hasura: 'hdb_catalog',
    Neon: 'neon_auth',
  }).flatMap(([service, schemas]) => schemas.split(' ').map((schema): [string, string] => [schema, service])),
);

/** A step of the script with the statement that ran for it, unless it was passed over at once. */
export interface Entry {
  readonly step: Step;
  readonly statement: Statement | undefined;
}

export function reportOf(entries: readonly Entry[]): ApplyReport {
  const lost = lostNames(entries);
  const quotes = new Quotes();
  const inScriptOrder = entries.toSorted((one, other) => one.step.line - other.step.line);
  const cutOff = cutOffOf(inScriptOrder.at(-1));
  return {
    ...(cutOff && { cutOff }),
    statements: groupAlike(inScriptOrder).map((group): StatementReport => {
      const { step, statement } = must(group[0], 'the first of a group');
      const outcome = statement ? outcomeOf(statement, { lost, quotes }) : passedOver(step);
      return { line: step.line, summary: summarise(step.source), outcome, ...alikeIn(group) };
    }),
  };
}

function alikeIn(group: readonly Entry[]): Pick<StatementReport, 'alike'> {
  const last = must(group.at(-1), 'the last of a group');
  return group.length > 1 ? { alike: { count: group.length, lastLine: last.step.line } } : {};
}

/** Lines of the statements that were not applied, by the name of what each would have made. */
function lostNames(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const lost = new Map<string, number>();
  for (const { step, statement } of entries) {
    const name = statement?.state === 'applied' ? undefined : createdName(step.source);
    if (name !== undefined) lost.set(name, step.line);
  }
  return lost;
}

function passedOver({ plan, line, source }: Step): StatementOutcome {
  switch (plan.kind) {
    case 'skip':
      return skippedOutcome(plan.reason, source);
    case 'unclosed': {
      const what = plan.mark === '/*' ? 'comment' : 'quote';
      return {
        kind: 'failed',
        code: 'pg/42601',
        reason: `The ${what} ${plan.mark} that opens on line ${plan.line} is never closed: everything below it was taken for its content.`,
        hint: 'Close it, and import the script again.',
        atLine: plan.line,
      };
    }
    case 'run':
      throw new Error(`line ${line} has a plan to run and no statement`);
  }
}

function skippedOutcome(reason: string, source: string): StatementOutcome {
  return { kind: 'skipped', reason, ...(isNeedless(reason, source) && { isNeedless: true }) };
}

interface Context {
  readonly lost: ReadonlyMap<string, number>;
  readonly quotes: Quotes;
}

function outcomeOf(statement: Statement, { lost, quotes }: Context): StatementOutcome {
  const { state, step, notes, afterLine, isRewritten } = statement;
  if (state === 'skipped') return skippedOutcome(statement.skipReason, step.source);
  if (state !== 'applied') return failedOutcome(statement, lost);
  const after = afterLine === undefined ? {} : { afterLine };
  if (!isRewritten) return { kind: 'applied', ...after };
  const ran = [...statement.pieces.map(({ text }) => text), ...statement.declaredKeys];
  return {
    kind: 'rewritten',
    ...after,
    source: quotes.take(step.source),
    sql: quotes.take(ran.length > 1 ? ran.map((sql) => `${sql};`).join('\n') : (ran[0] ?? '')),
    notes: [...new Set(notes)],
  };
}

function failedOutcome(statement: Statement, lost: ReadonlyMap<string, number>): StatementOutcome {
  const { step, hasScriptLines } = statement;
  const failure = must(statement.failure, 'a failure');
  const { error } = failure;
  const missing = missingObject(error.message);
  const lostAt = missing && lost.get(missing.name);
  const service = SERVICE_SCHEMAS.get(missing?.schema ?? '');
  const hint =
    lostAt !== undefined && lostAt !== step.line
      ? `Line ${lostAt}, which makes ${missing?.name}, was not applied.`
      : service !== undefined
        ? `${service} adds the schema ${missing?.schema} to its databases; the script does not hold it.`
        : error.hint;
  const atLine = hasScriptLines ? failedLine(failure) : undefined;
  return {
    kind: 'failed',
    reason: cut(error.message, MAX_REASON_CHARACTERS),
    code: error.code,
    ...(hint !== undefined && { hint: cut(hint, MAX_REASON_CHARACTERS) }),
    ...(atLine !== undefined && { atLine }),
  };
}

/** The line of the script that Postgres points at. */
function failedLine({ piece, error }: PieceFailure): number | undefined {
  const where = error.details?.where;
  const copyLine = typeof where === 'string' ? /^COPY .*?, line (\d+)/.exec(where)?.[1] : undefined;
  if (piece.kind === 'copy' && copyLine !== undefined) return piece.dataLine + Number(copyLine) - 1;
  const position = error.details?.position;
  if (typeof position !== 'number') return undefined;
  const before = piece.text.slice(0, position - 1);
  return piece.line + (before.match(/\r\n|\n|\r/g)?.length ?? 0);
}

/** Quotes statements until the report is full, and names them by their first words after that. */
class Quotes {
  #left = MAX_REPORT_CHARACTERS;

  take(sql: string): string {
    const quoted = cut(sql, this.#left > 0 ? MAX_QUOTED_CHARACTERS : SUMMARY_CHARACTERS);
    this.#left -= quoted.length;
    return quoted;
  }
}

function summarise(text: string): string {
  return cut(text.slice(0, 4 * SUMMARY_CHARACTERS).replaceAll(/\s+/g, ' '), SUMMARY_CHARACTERS);
}

function cut(text: string, characters: number): string {
  return text.length > characters ? `${text.slice(0, characters - 1)}…` : text;
}
