/** A model on an OpenAI-compatible server: nothing to download, and a grammar only where the server keeps to it. */
import type { ModelEntry } from '../../../src/engine/catalogue.ts';
import type { LoadProgress } from '../../../src/engine/contract.ts';
import { FLAVOUR_NAMES, grammarDialectOf, type OpenAiSettings } from '../../../src/engine/openai-settings.ts';
import type { Runtime } from '../runtime.ts';
import { type Chat, chat } from './chat.ts';
import type { ChatRequest } from './chat-body.ts';
import { describeServer, type ServerDescription } from './describe-server.ts';
import { findGrammarField } from './find-grammar-field.ts';
import type { Answer } from './read-answer.ts';
import { missingModel } from './refusal.ts';
import { SERVER_LIMITS, type Server, type ServerLimits, serverHost, serverOf } from './server.ts';
import { noGrammar } from './server-errors.ts';

export type ServedModel = Pick<ModelEntry, 'id' | 'contextTokens' | 'promptTemplate'>;

export interface OpenAiRuntime extends Runtime {
  /** Takes stops as well, and gives log-probabilities. Calls may overlap: the server does several at a time. */
  generate(request: ChatRequest, onText: (piece: string) => void, signal: AbortSignal): Promise<Answer>;
}

/**
 * Makes sure that the server is there, knows the model and, where it should, keeps to a grammar.
 *
 * `generate` and `prepareGrammar` reject with `grammar/unsupported` where the server takes no grammar; without one,
 * `generate` works there as well.
 *
 * @param model its context is used where the server does not tell its own
 * @throws AppError `server/…`, `model/missing` or `cancelled`
 */
export async function loadOpenAi(
  settings: OpenAiSettings,
  model: ServedModel,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
  limits: ServerLimits = SERVER_LIMITS,
): Promise<OpenAiRuntime> {
  const started = performance.now();
  const server = serverOf(settings, limits);
  const name = FLAVOUR_NAMES[settings.flavour];
  onProgress({ phase: 'start', note: name });
  const description = await describeServer(server, signal);
  checkModel(server, settings, description);
  const promptKind = model.promptTemplate === 'nano-1' ? 'text' : 'chat';
  const grammar =
    grammarDialectOf(settings.flavour) === null
      ? { field: null, error: noGrammar(server) }
      : await findGrammarField(server, settings.model, promptKind, signal);
  const talk: Chat = { server, model: settings.model, grammarField: grammar.field };
  const isAsExpected = description.flavour === settings.flavour && description.version !== null;
  const version = isAsExpected ? ` ${description.version}` : '';
  return {
    loaded: {
      modelId: model.id,
      backend: `${name}${version} · ${serverHost(server)}${grammar.field === null ? ' · no grammar' : ''}`,
      contextTokens: contextOf(settings, description) ?? model.contextTokens,
      loadMilliseconds: performance.now() - started,
    },
    async prepareGrammar() {
      if (grammar.field === null) throw grammar.error;
      return { kind: 'per-request', fromCache: false, compileMilliseconds: 0 };
    },
    async generate(request, onText, generateSignal) {
      if (request.grammar !== undefined && grammar.field === null) throw grammar.error;
      return await chat(talk, request, onText, generateSignal);
    },
    // The server keeps its model.
    close: async () => undefined,
  };
}

function contextOf(settings: OpenAiSettings, { models }: ServerDescription): number | null {
  const served = models.find(({ name }) => isCalled(name, settings));
  // llama.cpp answers to any name with its one model.
  return (served ?? (settings.flavour === 'llama.cpp' ? models[0] : undefined))?.contextTokens ?? null;
}

/**
 * Of these two the list is whole. llama.cpp answers to any name with its one model; of other servers, the answer to the
 * first question tells.
 */
function checkModel(server: Server, settings: OpenAiSettings, { models }: ServerDescription): void {
  const listsAll = settings.flavour === 'vllm' || settings.flavour === 'ollama';
  if (!listsAll || models.length === 0 || models.some(({ name }) => isCalled(name, settings))) return;
  throw missingModel(
    server,
    settings.model,
    models.map(({ name }) => name),
  );
}

/** Ollama adds a tag to names without one. */
function isCalled(name: string, { flavour, model }: OpenAiSettings): boolean {
  return name === model || (flavour === 'ollama' && name === `${model}:latest`);
}
