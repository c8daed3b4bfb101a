/** The questions that tests put to servers, and what they need beside. */
import { afterEach } from 'vitest';
import { baseUrlOf, type OpenAiSettings, type ServerFlavour } from '../../../../src/engine/openai-settings.ts';
import { type OpenAiServer, type OpenAiServerOptions, startOpenAiServer } from '../../testing/openai-server.ts';
import type { ChatRequest } from '../chat-body.ts';
import { loadOpenAi, type OpenAiRuntime } from '../openai.ts';
import { SERVER_LIMITS, type ServerLimits } from '../server.ts';

export const QUESTION: ChatRequest = {
  prompt: { kind: 'chat', system: 'Tables: customers', user: 'How many customers?' },
  maxTokens: 200,
  temperature: 0,
  seed: 7,
};

const started: OpenAiServer[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
});

/** Ends with the test. */
export async function serve(options: OpenAiServerOptions): Promise<OpenAiServer> {
  const server = await startOpenAiServer(options);
  started.push(server);
  return server;
}

export function settingsOf(
  address: string,
  flavour: ServerFlavour,
  more: Partial<OpenAiSettings> = {},
): OpenAiSettings {
  return { baseUrl: baseUrlOf(address), key: null, model: 'expert', flavour, ...more };
}

export function load(
  settings: OpenAiSettings,
  limits: Partial<ServerLimits> = {},
  signal = new AbortController().signal,
): Promise<OpenAiRuntime> {
  const model = { id: 'server', contextTokens: 2048, promptTemplate: 'chat-1' } as const;
  return loadOpenAi(settings, model, () => undefined, signal, { ...SERVER_LIMITS, ...limits });
}

export const never = (): AbortSignal => new AbortController().signal;
