/** From the prompt to a query that Postgres prepares, in a few attempts. */
import { isRejection } from '../checker/rejection.ts';
import type { ModelEntry } from '../engine/catalogue.ts';
import type { Generation } from '../engine/contract.ts';
import { tokensPerSecond } from '../engine/tokens-per-second.ts';
import { AppError } from '../platform/errors.ts';
import type { Schema } from '../schema/model.ts';
import { generateWatched } from './generate-watched.ts';
import type { AskPorts } from './ports.ts';
import { promptFor } from './prompt-for.ts';
import type { Repair } from './repairs.ts';
import type { GenerationStats, Retry, ShowState } from './states.ts';
import { tidy } from './tidy.ts';
import { Unfinished } from './unfinished.ts';

/** The longest canonical queries of the training data stay below this. */
export const MAX_OUTPUT_TOKENS = 320;
/** The most likely query first; while that comes to nothing, different draws, each freer than the last. */
const ATTEMPTS = [
  { temperature: 0, seed: 1 },
  { temperature: 0.6, seed: 2 },
  { temperature: 1, seed: 3 },
  { temperature: 1.5, seed: 4 },
] as const;

/** Repairs that Postgres is asked about, those with the fewest changes first. */
const MAX_REPAIRS = 3;

export interface Writing {
  readonly question: string;
  readonly schema: Schema;
  readonly model: ModelEntry;
  /** In the model's dialect. */
  readonly grammar: string;
}

export interface WrittenQuery {
  /** Laid out for people. */
  readonly sql: string;
  readonly generation: GenerationStats;
}

/** Generates until Postgres prepares the query; after the last attempt, what was wrong with it is the answer. */
export async function writeQuery(
  { question, schema, model, grammar }: Writing,
  ports: AskPorts,
  enter: ShowState,
  signal: AbortSignal,
): Promise<WrittenQuery> {
  const prompt = promptFor(model.promptTemplate, schema, question);
  // Fetched on its own: its tables of Postgres' functions and operators would add 104 kB to the page's first script.
  const { createChecker } = await import('../checker/check.ts');
  const checker = createChecker(schema);
  const repairer = async (sql: string) => (await import('./repairs.ts')).repairs(sql, schema, checker);
  let milliseconds = 0;
  let retry: Retry | null = null;
  for (let attempt = 1; ; attempt++) {
    const { temperature, seed } = ATTEMPTS[attempt - 1] ?? ATTEMPTS[0];
    const request = { prompt, grammar, maxTokens: MAX_OUTPUT_TOKENS, temperature, seed };
    const show = (sql: string) => enter({ kind: 'generating', sql, retry });
    show('');
    const started = performance.now();
    const isLast = attempt === ATTEMPTS.length;
    try {
      // The last one is written to its end: then it is for Postgres to say what is wrong, and for the person to mend.
      const watched = generateWatched(ports.engine, request, isLast ? null : checker, show, signal);
      const generation = await watched.finally(() => {
        milliseconds += performance.now() - started;
      });
      if (isRejection(generation)) {
        retry = 'refused';
        continue;
      }
      const canonical = finishedQuery(generation);
      const prepared = await prepareDraft(canonical, isLast ? repairer : null, schema, ports, enter, signal);
      const { sql, corrections } = prepared;
      return { sql, generation: stats(model, generation, { attempts: attempt, milliseconds, corrections }) };
    } catch (thrown) {
      retry = reasonToRetry(thrown);
      if (retry === null || isLast) throw thrown;
    }
  }
}

interface PreparedDraft {
  readonly sql: string;
  readonly corrections: readonly string[];
}

/**
 * The query as Postgres prepares it. One that it refuses is mended where only one thing can be meant (a join left out, a
 * column missing from GROUP BY); when nothing mends it, Postgres' error stands.
 *
 * @param repairer null to leave the query as it is
 */
async function prepareDraft(
  canonical: string,
  repairer: ((sql: string) => Promise<readonly Repair[]>) | null,
  schema: Schema,
  { layOut, database }: AskPorts,
  enter: ShowState,
  signal: AbortSignal,
): Promise<PreparedDraft> {
  const prepared = async (draft: string, corrections: readonly string[]): Promise<PreparedDraft> => {
    const sql = await layOut(draft, schema);
    enter({ kind: 'checking', sql });
    await database.prepare(sql, signal);
    return { sql, corrections };
  };
  try {
    return await prepared(canonical, []);
  } catch (thrown) {
    if (repairer === null || reasonToRetry(thrown) !== 'refused') throw thrown;
    for (const { sql, changes } of (await repairer(canonical)).slice(0, MAX_REPAIRS)) {
      try {
        return await prepared(sql, changes);
      } catch (refused) {
        if (reasonToRetry(refused) !== 'refused') throw refused;
      }
    }
    // Shown again as the model wrote it, beside the error that is about it.
    enter({ kind: 'checking', sql: await layOut(canonical, schema) });
    throw thrown;
  }
}

/** Another draw may fare better when Postgres refused the query or the model lost itself; not after a crash. */
function reasonToRetry(thrown: unknown): Retry | null {
  if (!(thrown instanceof AppError)) return null;
  if (thrown.code === 'ask/looping') return 'looping';
  return thrown.code.startsWith('pg/') ? 'refused' : null;
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

function stats(
  model: ModelEntry,
  last: Generation,
  all: Pick<GenerationStats, 'attempts' | 'milliseconds' | 'corrections'>,
): GenerationStats {
  return { modelId: model.id, outputTokens: last.outputTokens, tokensPerSecond: tokensPerSecond(last), ...all };
}
