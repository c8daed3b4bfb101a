/** Finds out which server an address leads to and what it offers, from the few questions that each kind answers. */
import * as v from 'valibot';
import type { ServerFlavour } from '../../../src/engine/openai-settings.ts';
import { AppError } from '../../../src/platform/errors.ts';
import { listModels, type ServerModel } from './list-models.ts';
import { besideApi, type Server } from './server.ts';
import { hiddenRefusal } from './server-errors.ts';
import { bodyText, callServer } from './server-fetch.ts';

export interface ServerDescription {
  /** A guess: a person may know better. */
  readonly flavour: ServerFlavour;
  readonly version: string | null;
  /** Empty when the server does not list them. */
  readonly models: readonly ServerModel[];
}

/** What a question beside OpenAI's protocol brought. */
interface Finding {
  readonly flavour: ServerFlavour | null;
  readonly version: string | null;
  readonly contextTokens: number | null;
  /** Whether the browser showed any answer at all. */
  readonly hasAnswered: boolean;
}

const NOTHING: Finding = { flavour: null, version: null, contextTokens: null, hasAnswered: false };

/**
 * Asks `/v1/models` and, all at once, what only one kind of server answers.
 *
 * @throws AppError `server/…` or `cancelled`
 */
export async function describeServer(server: Server, signal: AbortSignal): Promise<ServerDescription> {
  const [listed, llamaCpp, ollama, vllm] = await Promise.all([
    listModels(server, signal).catch((error: unknown) => asAppError(error)),
    ask(server, '/props', true, llamaCppFinding, signal),
    ask(server, '/api/version', false, versionFinding('ollama'), signal),
    ask(server, '/version', false, versionFinding('vllm'), signal),
  ]);
  const findings = [llamaCpp, ollama, vllm];
  const found = findings.find(({ flavour }) => flavour !== null) ?? NOTHING;
  if (listed instanceof AppError) {
    if (listed.code === 'server/unreachable' && findings.some(({ hasAnswered }) => hasAnswered)) {
      throw hiddenRefusal(server);
    }
    if (found.flavour === null || listed.code !== 'server/not-openai') throw listed;
    return { flavour: found.flavour, version: found.version, models: [] };
  }
  const flavour = found.flavour ?? flavourOfOwner(listed) ?? 'other';
  const models = listed.map((model) => ({ ...model, contextTokens: found.contextTokens ?? model.contextTokens }));
  return { flavour, version: found.version, models };
}

async function ask(
  server: Server,
  path: string,
  withKey: boolean,
  read: (answer: unknown) => Finding,
  signal: AbortSignal,
): Promise<Finding> {
  try {
    const url = besideApi(server, path);
    const response = await callServer(server, { url, withKey, milliseconds: server.limits.lookUpMilliseconds }, signal);
    const text = await bodyText(server, response, signal);
    return { ...(response.ok ? read(parsed(text)) : NOTHING), hasAnswered: true };
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') throw error;
    return NOTHING;
  }
}

const propsSchema = v.object({
  default_generation_settings: v.object({ n_ctx: v.optional(v.number()) }),
  build_info: v.optional(v.string()),
});

function llamaCppFinding(answer: unknown): Finding {
  const props = v.safeParse(propsSchema, answer);
  if (!props.success) return NOTHING;
  const { build_info, default_generation_settings } = props.output;
  const contextTokens = default_generation_settings.n_ctx ?? null;
  return { ...NOTHING, flavour: 'llama.cpp', version: build_info ?? null, contextTokens };
}

const versionSchema = v.object({ version: v.pipe(v.string(), v.regex(/^v?\d+\./)) });

function versionFinding(flavour: ServerFlavour): (answer: unknown) => Finding {
  return (answer) => {
    const version = v.safeParse(versionSchema, answer);
    return version.success ? { ...NOTHING, flavour, version: version.output.version } : NOTHING;
  };
}

/** For servers that keep the other questions behind a proxy or a key. */
function flavourOfOwner(models: readonly ServerModel[]): ServerFlavour | null {
  switch (models[0]?.owner) {
    case 'vllm':
      return 'vllm';
    case 'llamacpp':
      return 'llama.cpp';
    case 'library':
      return 'ollama';
    default:
      return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError && error.code !== 'cancelled') return error;
  throw error;
}
