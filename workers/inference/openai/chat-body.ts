/** A question in OpenAI's protocol, with what each kind of server adds to it. */
import type { GenerateRequest } from '../../../src/engine/contract.ts';
import type { ServerFlavour } from '../../../src/engine/openai-settings.ts';
import { withoutControlTokens } from '../control-tokens.ts';

export interface ChatRequest extends GenerateRequest {
  /** The answer ends before any of these; it does not contain them. At most four, which is what all servers take. */
  readonly stop?: readonly string[];
  /** How many likely tokens to name beside each token of the answer; none are asked for when absent. */
  readonly topLogProbabilities?: number;
}

/** Puts a grammar into the body of a request. */
export type GrammarField = (grammar: string) => Readonly<Record<string, unknown>>;

/**
 * The places of a grammar, the current one first. vLLM called it `guided_grammar` before 0.11 and ignores the name since
 * 0.12; unknown fields pass unnoticed, so only the answer shows whether a field was read.
 */
export const GRAMMAR_FIELDS: Readonly<Record<ServerFlavour, readonly GrammarField[]>> = {
  vllm: [(grammar) => ({ structured_outputs: { grammar } }), (grammar) => ({ guided_grammar: grammar })],
  'llama.cpp': [(grammar) => ({ grammar })],
  ollama: [],
  other: [],
};

export interface Call {
  /** Behind the server's base address. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** @param grammarField where this server takes a grammar; unused when the request has none */
export function chatCall(
  model: string,
  flavour: ServerFlavour,
  grammarField: GrammarField | null,
  { prompt, grammar, maxTokens, temperature, seed, stop, topLogProbabilities }: ChatRequest,
): Call {
  const body = {
    model,
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: maxTokens,
    temperature,
    seed,
    ...(stop !== undefined && stop.length > 0 && { stop }),
    ...(grammar !== undefined && grammarField?.(grammar)),
  };
  if (prompt.kind === 'text') return { path: '/completions', body: { ...body, prompt: prompt.text } };
  return {
    path: '/chat/completions',
    body: {
      ...body,
      ...withoutThinking(flavour),
      ...(topLogProbabilities !== undefined && { logprobs: true, top_logprobs: topLogProbabilities }),
      messages: [
        { role: 'system', content: withoutControlTokens(prompt.system) },
        { role: 'user', content: withoutControlTokens(prompt.user) },
      ],
    },
  };
}

/** Qwen3 thinks at length unless its template is told not to. Servers that we do not know may refuse these fields. */
function withoutThinking(flavour: ServerFlavour): Readonly<Record<string, unknown>> {
  switch (flavour) {
    case 'vllm':
    case 'llama.cpp':
      return { chat_template_kwargs: { enable_thinking: false } };
    case 'ollama':
      return { reasoning_effort: 'none' };
    case 'other':
      return {};
  }
}
