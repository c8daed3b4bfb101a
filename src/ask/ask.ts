/**
 * The ask loop: question → prompt → query, written under the schema's grammar → prepared by Postgres → run read-only.
 * It never throws: whatever happens becomes the last state it shows.
 */
import type { ModelEntry } from '../engine/catalogue.ts';
import type { Generation } from '../engine/contract.ts';
import { tokensPerSecond } from '../engine/tokens-per-second.ts';
import { must } from '../platform/assert.ts';
import { AppError, isAbortError, toErrorData } from '../platform/errors.ts';
import { linkTables } from '../schema/linking.ts';
import type { Schema } from '../schema/model.ts';
import type { AskPorts, DatabasePort } from './ports.ts';
import { promptFor } from './prompt-for.ts';
import type { AskState, GenerationStats, Stage } from './states.ts';
import { sqlOf } from './states.ts';
import { tidy } from './tidy.ts';

/** A question is a sentence or two; the bundled model's whole context is 2,048 tokens and the schema needs most of it. */
export const MAX_QUESTION_CHARACTERS = 500;
/** The longest canonical queries of the training data stay below this. */
const MAX_OUTPUT_TOKENS = 320;
/** A request to change the data (or a pasted statement that does): a query would answer another question. */
const WRITE_REQUEST =
  /^(?:please\s+)?(?:delete|drop|truncate|insert|update|alter|remove|erase)\s+(?:all|every|the|from|into|table|column|a|an|my|our|\w+\s+set)\b/i;
/** The most likely query first; while Postgres refuses it, different draws, each freer than the last. */
const ATTEMPTS = [
  { temperature: 0, seed: 1 },
  { temperature: 0.6, seed: 2 },
  { temperature: 1, seed: 3 },
  { temperature: 1.5, seed: 4 },
] as const;

export interface AskRequest {
  readonly question: string;
  /** True when the person chose "Ask anyway" after the question was found to be about nothing in the schema. */
  readonly askAnyway: boolean;
}

export type ShowState = (state: AskState) => void;

export async function ask(request: AskRequest, ports: AskPorts, show: ShowState, signal: AbortSignal): Promise<void> {
  await endingWell(show, signal, async (enter) => {
    const question = checkedQuestion(request.question);
    enter({ kind: 'preparing', waitingFor: 'database' });
    const schema = checkedSchema(await ports.database.schema(signal));
    const linked = linkTables(question, schema);
    if (!linked.matched && !request.askAnyway) {
      return enter({ kind: 'unlinked', tables: schema.tables.map((table) => table.name) });
    }
    enter({ kind: 'preparing', waitingFor: 'model' });
    const model = await ports.engine.loaded(signal);
    enter({ kind: 'preparing', waitingFor: 'grammar' });
    const grammar = await ports.grammar(linked.schema, model.grammarDialect);
    const { sql, generation } = await writeQuery(
      { question, schema: linked.schema, model, grammar },
      ports,
      enter,
      signal,
    );
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
    enter({ kind: 'preparing', waitingFor: 'database' });
    await database.schema(signal);
    enter({ kind: 'checking', sql });
    await database.prepare(sql, signal);
    enter({ kind: 'running', sql });
    const result = await database.runReadOnly(sql, signal);
    enter({ kind: 'answered', sql, result, generation: null });
  });
}

function checkedQuestion(text: string): string {
  const question = text.trim();
  if (question === '') {
    throw new AppError({
      code: 'ask/empty-question',
      message: 'There is no question yet.',
      hint: 'Type what you want to know, such as “how many rows are in each table?”.',
    });
  }
  if (question.length > MAX_QUESTION_CHARACTERS) {
    throw new AppError({
      code: 'ask/question-too-long',
      message: `The question has ${question.length.toLocaleString('en')} characters; the limit is ${MAX_QUESTION_CHARACTERS}.`,
      hint: 'Ask for one thing in a sentence or two.',
    });
  }
  if (WRITE_REQUEST.test(question)) {
    throw new AppError({
      code: 'ask/read-only',
      message: 'Questions only read: nothing was changed.',
      hint: 'Ask for the rows instead, or import a script to change the database.',
    });
  }
  return question;
}

function checkedSchema(schema: Schema): Schema {
  if (schema.tables.length > 0) return schema;
  throw new AppError({
    code: 'ask/empty-schema',
    message: 'The database has no tables, so there is nothing to ask about.',
    hint: 'Choose a sample database, or paste a script with CREATE TABLE statements.',
  });
}

interface Writing {
  readonly question: string;
  readonly schema: Schema;
  readonly model: ModelEntry;
  readonly grammar: string;
}

/** Generates until Postgres prepares the query; after the last attempt its error is the answer. */
async function writeQuery(
  writing: Writing,
  ports: AskPorts,
  enter: ShowState,
  signal: AbortSignal,
): Promise<{ sql: string; generation: GenerationStats }> {
  const generations: Generation[] = [];
  for (let attempt = 1; ; attempt++) {
    const generation = await generate(writing, attempt, ports, enter, signal);
    generations.push(generation);
    const sql = await ports.layOut(finishedQuery(generation));
    enter({ kind: 'checking', sql });
    try {
      await ports.database.prepare(sql, signal);
      return { sql, generation: stats(writing.model, generations) };
    } catch (thrown) {
      if (attempt >= ATTEMPTS.length || !isRefusal(thrown)) throw thrown;
    }
  }
}

async function generate(
  writing: Writing,
  attempt: number,
  ports: AskPorts,
  enter: ShowState,
  signal: AbortSignal,
): Promise<Generation> {
  const { temperature, seed } = ATTEMPTS[attempt - 1] ?? ATTEMPTS[0];
  let sql = '';
  enter({ kind: 'generating', sql, attempt });
  return await ports.engine.generate(
    {
      prompt: promptFor(writing.model.promptTemplate, writing.schema, writing.question),
      grammar: writing.grammar,
      maxTokens: MAX_OUTPUT_TOKENS,
      temperature,
      seed,
    },
    (piece) => {
      sql += piece;
      if (!signal.aborted) enter({ kind: 'generating', sql: tidy(sql), attempt });
    },
    signal,
  );
}

function finishedQuery(generation: Generation): string {
  const sql = tidy(generation.text);
  if (generation.finish === 'length') {
    throw new Unfinished(sql, {
      code: 'ask/truncated',
      message: `The model reached its limit of ${generation.outputTokens} tokens before the query was complete.`,
      hint: 'Ask for less at once, or finish the query by hand.',
    });
  }
  if (!/^(?:SELECT|WITH)\b/i.test(sql)) {
    throw new Unfinished(sql, {
      code: 'ask/not-a-query',
      message: 'The model did not answer with a query.',
      hint: 'Put the question differently, or write the query by hand.',
    });
  }
  return sql;
}

/** An error about a text that the model wrote, which the person may want to repair. */
class Unfinished extends AppError {
  constructor(
    readonly sql: string,
    data: ConstructorParameters<typeof AppError>[0],
  ) {
    super(data);
  }
}

/** Postgres read the query and said no: another draw may fare better, which is not so for a crash or a time limit. */
function isRefusal(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.code.startsWith('pg/');
}

function stats(model: ModelEntry, generations: readonly Generation[]): GenerationStats {
  const sum = (of: (generation: Generation) => number) => generations.reduce((total, each) => total + of(each), 0);
  const last = must(generations.at(-1), 'at least one generation');
  return {
    modelId: model.id,
    attempts: generations.length,
    outputTokens: last.outputTokens,
    tokensPerSecond: tokensPerSecond(last),
    milliseconds: sum((each) => each.prefillMilliseconds + each.decodeMilliseconds),
  };
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
