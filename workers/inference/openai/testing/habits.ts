/** How the servers differ towards a client, as their code and documents have it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import type { ServerFlavour } from '../../../../src/engine/openai-settings.ts';

export interface Refusal {
  readonly status: number;
  readonly body: unknown;
}

const bodySchema = v.looseObject({
  model: v.string(),
  stream: v.boolean(),
  messages: v.optional(v.array(v.object({ role: v.string(), content: v.string() }))),
  prompt: v.optional(v.string()),
  max_tokens: v.number(),
  stop: v.optional(v.array(v.string()), []),
  logprobs: v.optional(v.boolean(), false),
  chat_template_kwargs: v.optional(v.object({ enable_thinking: v.boolean() })),
  reasoning_effort: v.optional(v.string()),
  structured_outputs: v.optional(v.object({ grammar: v.string() })),
  guided_grammar: v.optional(v.string()),
  grammar: v.optional(v.string()),
});

export interface ChatQuestion {
  readonly path: string;
  readonly body: v.InferOutput<typeof bodySchema>;
  /** In the fields that this server reads. */
  readonly grammar: string | null;
}

/** Null when it is no question of a chat or for a completion. */
export async function readQuestion(
  request: IncomingMessage,
  path: string,
  grammarFields: readonly string[],
): Promise<ChatQuestion | null> {
  if (path !== '/v1/chat/completions' && path !== '/v1/completions') return null;
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  const body = v.parse(bodySchema, JSON.parse(text));
  if ((path === '/v1/completions') !== (body.prompt !== undefined)) return null;
  const grammars: Readonly<Record<string, string | undefined>> = {
    structured_outputs: body.structured_outputs?.grammar,
    guided_grammar: body.guided_grammar,
    grammar: body.grammar,
  };
  return { path, body, grammar: grammarFields.map((field) => grammars[field]).find((found) => found) ?? null };
}

export interface Habits {
  /** Sets the headers; false when that was the whole answer. */
  cors(request: IncomingMessage, response: ServerResponse, allowed: readonly string[] | undefined): boolean;
  needsKey(path: string): boolean;
  /** Whether a browser may read that the key is wrong. */
  readonly refusesWithCors: boolean;
  readonly unauthorised: Refusal;
  readonly notFound: Refusal;
  list(models: readonly string[]): unknown;
  /** What it answers beside OpenAI's protocol. */
  readonly beside: Readonly<Record<string, unknown>>;
  readonly grammarFields: readonly string[];
  refusal(question: ChatQuestion, models: readonly string[]): Refusal | null;
  /** Whether the model thinks before it answers this question. */
  thinks(question: ChatQuestion): boolean;
  /** Where thoughts stand in the answer. */
  readonly thoughts: 'content' | 'reasoning';
}

/** Of middlewares that know a list of origins: the Starlette of vLLM, the gin of Ollama. */
function listedOrigin(request: IncomingMessage, response: ServerResponse, allowed: readonly string[] | 'all'): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (allowed !== 'all' && !allowed.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', allowed === 'all' ? '*' : origin);
  if (request.method !== 'OPTIONS') return true;
  response.setHeader('access-control-allow-headers', 'authorization, content-type');
  response.setHeader('access-control-allow-methods', 'GET, POST');
  return true;
}

function endsPreflight(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'OPTIONS') return true;
  response.end();
  return false;
}

const error = (status: number, message: string, type: string): Refusal => ({
  status,
  body: { error: { message, type, param: null, code: status } },
});

const isReadable = (grammar: string) => /^root ::= /m.test(grammar);

const vllm: Habits = {
  cors(request, response, allowed) {
    listedOrigin(request, response, allowed ?? 'all');
    return endsPreflight(request, response);
  },
  needsKey: (path) => path.startsWith('/v1'),
  // Its authentication stands before its CORS middleware.
  refusesWithCors: false,
  unauthorised: { status: 401, body: { error: 'Unauthorized' } },
  notFound: { status: 404, body: { detail: 'Not Found' } },
  list: (models) => ({
    object: 'list',
    data: models.map((id) => ({ id, object: 'model', created: 1, owned_by: 'vllm', max_model_len: 8192 })),
  }),
  beside: { '/version': { version: '0.26.0' } },
  grammarFields: ['structured_outputs'],
  refusal({ body, grammar }, models) {
    if (!models.includes(body.model)) {
      return error(404, `The model \`${body.model}\` does not exist.`, 'NotFoundError');
    }
    if (grammar !== null && !isReadable(grammar))
      return error(400, 'Invalid grammar specification.', 'BadRequestError');
    return null;
  },
  thinks: ({ body }) => body.chat_template_kwargs?.enable_thinking !== false,
  thoughts: 'content',
};

const llamaCpp: Habits = {
  cors(request, response) {
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '');
    response.setHeader('access-control-allow-headers', '*');
    return endsPreflight(request, response);
  },
  needsKey: (path) => path !== '/v1/models',
  refusesWithCors: true,
  unauthorised: error(401, 'Invalid API Key', 'authentication_error'),
  notFound: error(404, 'File Not Found', 'not_found_error'),
  list: (models) => ({
    object: 'list',
    data: models.map((id) => ({ id, object: 'model', created: 1, owned_by: 'llamacpp', meta: { n_ctx_train: 40960 } })),
  }),
  beside: { '/props': { default_generation_settings: { n_ctx: 4096 }, total_slots: 1, build_info: 'b9455-1a2b3c4' } },
  grammarFields: ['grammar'],
  refusal({ grammar }) {
    if (grammar === null || isReadable(grammar)) return null;
    return error(400, 'Failed to initialize samplers: failed to parse grammar', 'invalid_request_error');
  },
  thinks: ({ body }) => body.chat_template_kwargs?.enable_thinking !== false,
  thoughts: 'reasoning',
};

const ollama: Habits = {
  cors(request, response, allowed) {
    if (listedOrigin(request, response, allowed ?? [])) return endsPreflight(request, response);
    response.writeHead(403).end();
    return false;
  },
  needsKey: () => false,
  refusesWithCors: true,
  unauthorised: { status: 401, body: {} },
  notFound: { status: 404, body: '404 page not found' },
  list: (models) => ({
    object: 'list',
    data: models.length === 0 ? null : models.map((id) => ({ id, object: 'model', created: 1, owned_by: 'library' })),
  }),
  beside: { '/api/version': { version: '0.33.0' } },
  grammarFields: [],
  refusal({ body }, models) {
    if (models.includes(body.model) || models.includes(`${body.model}:latest`)) return null;
    return error(404, `model "${body.model}" not found, try pulling it first`, 'not_found_error');
  },
  thinks: ({ body }) => body.reasoning_effort !== 'none',
  thoughts: 'reasoning',
};

const FIELDS = ['model', 'messages', 'prompt', 'stream', 'stream_options', 'max_tokens', 'temperature', 'seed', 'stop'];

/** Refuses every field that OpenAI's own documents do not have. */
const other: Habits = {
  ...vllm,
  cors(request, response, allowed) {
    listedOrigin(request, response, allowed ?? 'all');
    return endsPreflight(request, response);
  },
  refusesWithCors: true,
  unauthorised: error(401, 'Incorrect API key provided.', 'invalid_request_error'),
  list: (models) => ({ object: 'list', data: models.map((id) => ({ id, object: 'model', owned_by: 'someone' })) }),
  beside: {},
  grammarFields: [],
  refusal({ body }, models) {
    const unknown = Object.keys(body).find((name) => ![...FIELDS, 'logprobs', 'top_logprobs'].includes(name));
    if (unknown !== undefined) {
      return error(400, `Unrecognized request argument supplied: ${unknown}`, 'invalid_request_error');
    }
    return vllm.refusal({ path: '', body, grammar: null }, models);
  },
  thinks: () => false,
};

export const HABITS: Readonly<Record<ServerFlavour, Habits>> = { vllm, 'llama.cpp': llamaCpp, ollama, other };
