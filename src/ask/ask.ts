/**
 * The ask loop: question → tables → prompt → query, written under their grammar → prepared by Postgres → run read-only.
 * It never throws: whatever happens becomes the last state it shows.
 */
import { isAbortError, toErrorData } from '../platform/errors.ts';
import { linkTables } from '../schema/linking.ts';
import { checkedQuestion, checkedSchema } from './check-question.ts';
import type { AskPorts, DatabasePort } from './ports.ts';
import { prepareWriting } from './prepare-writing.ts';
import { showingWait } from './showing-wait.ts';
import { type AskState, type ShowState, type Stage, sqlOf } from './states.ts';
import { NO_PREFERENCES, type TablePreferences } from './table-preferences.ts';
import { Unfinished } from './unfinished.ts';
import { writeQuery } from './write-query.ts';

export { MAX_QUESTION_CHARACTERS } from './check-question.ts';

export interface AskRequest {
  readonly question: string;
  /** True when the person chose "Ask anyway" after the question was found to be about nothing in the schema. */
  readonly askAnyway: boolean;
  /** Which tables the model is to be shown in any case, and which in none. */
  readonly tables?: TablePreferences;
}

export async function ask(request: AskRequest, ports: AskPorts, show: ShowState, signal: AbortSignal): Promise<void> {
  await endingWell(show, signal, async (enter) => {
    const question = checkedQuestion(request.question);
    enter({ kind: 'preparing', waitingFor: null });
    const schema = checkedSchema(await showingWait({ kind: 'database' }, ports.database.schema(signal), enter));
    if (!request.askAnyway && !linkTables(question, schema).matched) {
      return enter({ kind: 'unlinked', tables: schema.tables.map((table) => table.name) });
    }
    const writing = await prepareWriting(
      { question, schema, preferences: request.tables ?? NO_PREFERENCES },
      ports,
      enter,
      signal,
    );
    const { sql, generation } = await writeQuery(writing, ports, enter, signal);
    enter({ kind: 'running', sql });
    const result = await ports.database.runReadOnly(sql, signal);
    enter({ kind: 'answered', sql, result, generation });
  });
}

/** The last part of the loop, for a query that a person wrote. */
export async function runByHand(
  sql: string,
  database: DatabasePort,
  show: ShowState,
  signal: AbortSignal,
): Promise<void> {
  await endingWell(show, signal, async (enter) => {
    enter({ kind: 'preparing', waitingFor: null });
    await showingWait({ kind: 'database' }, database.schema(signal), enter);
    enter({ kind: 'checking', sql });
    await database.prepare(sql, signal);
    enter({ kind: 'running', sql });
    const result = await database.runReadOnly(sql, signal);
    enter({ kind: 'answered', sql, result, generation: null });
  });
}

/** Runs `steps` and turns what they throw into the state that says so, keeping the query written so far. */
async function endingWell(
  show: ShowState,
  signal: AbortSignal,
  steps: (enter: ShowState) => Promise<void>,
): Promise<void> {
  let latest: AskState = { kind: 'idle' };
  try {
    await steps((state) => {
      latest = state;
      show(state);
    });
  } catch (thrown) {
    show(endOf(latest, thrown, signal));
  }
}

function endOf(latest: AskState, thrown: unknown, signal: AbortSignal): AskState {
  const written = thrown instanceof Unfinished ? thrown.sql : sqlOf(latest);
  const sql = written ? { sql: written } : {};
  const error = toErrorData(thrown);
  if (signal.aborted || isAbortError(thrown) || error.code === 'cancelled') return { kind: 'cancelled', ...sql };
  return { kind: 'failed', error, stage: stageOf(latest), ...sql };
}

function stageOf(state: AskState): Stage {
  return state.kind === 'generating' || state.kind === 'checking' || state.kind === 'running'
    ? state.kind
    : 'preparing';
}
