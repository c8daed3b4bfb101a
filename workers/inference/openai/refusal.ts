/** What a server means with an answer that is not 200, or with an error in the midst of its stream. */
import * as v from 'valibot';
import { AppError } from '../../../src/platform/errors.ts';
import { quotable, type Server, serverHost } from './server.ts';
import { notOpenAi } from './server-errors.ts';

export interface Asked {
  readonly hasGrammar: boolean;
}

/** Reads a refusal; 404 to a question for a model is `missingModel`'s, which knows the names. */
export function refusal(server: Server, response: Response, text: string, asked: Asked): AppError {
  const { status } = response;
  const said = serverMessage(text);
  if (status === 401 || status === 403) return unauthorised(server, status, said);
  if (status === 429 || status === 503) return busy(server, status, said, response.headers.get('retry-after'));
  if (said === null && (status === 404 || status === 405 || /^\s*</.test(text))) {
    return notOpenAi(server, `status ${status}`, text);
  }
  return failure(server, status, said ?? text, asked);
}

/** @param status null for an error in the midst of a stream that began well */
export function failure(server: Server, status: number | null, said: string, { hasGrammar }: Asked): AppError {
  const why = quotable(said, server);
  const details = { host: serverHost(server), why, ...(status !== null && { status }) };
  // vLLM answers some grammars that it cannot read with 500 and no word.
  if (hasGrammar && (ABOUT_GRAMMAR.test(said) || (status === 500 && why === ''))) {
    return new AppError({
      code: 'grammar/unsupported',
      message: `${serverHost(server)} cannot read the grammar.`,
      hint: 'Check which kind of server it is in its settings; an older version may know less of grammars.',
      details,
    });
  }
  if (ABOUT_LENGTH.test(said)) {
    return new AppError({
      code: 'engine/generation-failed',
      message: `The prompt is longer than the model on ${serverHost(server)} reads.`,
      hint: 'Ask about fewer tables at a time, or start the server with a longer context.',
      details,
    });
  }
  const isRefused = status !== null && status < 500;
  const did = `${serverHost(server)} ${isRefused ? 'refused the question' : 'failed'}`;
  return new AppError({
    code: 'server/refused',
    message: why === '' ? `${did} without saying why.` : `${did}: ${why}`,
    hint: isRefused
      ? 'Check which kind of server it is in its settings.'
      : 'Ask again; the server’s own log says more.',
    details,
  });
}

/** @param names of the models that the server lists */
export function missingModel(server: Server, model: string, names: readonly string[]): AppError {
  const shown = names.slice(0, SHOWN_NAMES).join(', ') + (names.length > SHOWN_NAMES ? ', …' : '');
  return new AppError({
    code: 'model/missing',
    message: `${serverHost(server)} has no model called ${quotable(model, server)}.`,
    hint: names.length === 0 ? 'It lists no models.' : `It offers: ${quotable(shown, server)}`,
    details: { host: serverHost(server), model: quotable(model, server) },
  });
}

const SHOWN_NAMES = 20;

const ABOUT_GRAMMAR = /gramm[ae]r|structured.?output|guided|gbnf|ebnf|lark|sampler/i;
const ABOUT_LENGTH = /context (?:length|size|window)|exceed_context_size|maximum (?:model|input) length|max_model_len/i;

function unauthorised(server: Server, status: number, said: string | null): AppError {
  const isOrigin = status === 403 && server.flavour === 'ollama';
  return new AppError({
    code: 'server/unauthorised',
    message: server.key === null ? `${serverHost(server)} wants a key.` : `${serverHost(server)} refuses the key.`,
    hint: isOrigin
      ? `Ollama refuses pages that it does not know: start it with OLLAMA_ORIGINS=${server.pageOrigin ?? 'the page’s address'}.`
      : server.key === null
        ? 'Enter the key that the server was started with.'
        : 'Check the key; it may have run out, or not be meant for this model.',
    details: { host: serverHost(server), status, ...(said !== null && { why: quotable(said, server) }) },
  });
}

function busy(server: Server, status: number, said: string | null, retryAfter: string | null): AppError {
  const seconds = secondsOf(retryAfter);
  return new AppError({
    code: 'server/busy',
    message: `${serverHost(server)} cannot take a question now${said === null ? '' : `: ${quotable(said, server)}`}.`,
    hint:
      seconds === null ? 'Ask again in a while.' : `Ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    details: { host: serverHost(server), status, ...(seconds !== null && { retryAfterSeconds: seconds }) },
  });
}

/** Retry-After holds seconds or a date; browsers show it only where the server lists it as exposed. */
function secondsOf(retryAfter: string | null): number | null {
  if (retryAfter === null || retryAfter.trim() === '') return null;
  const seconds = Number(retryAfter);
  const wait = Number.isNaN(seconds) ? (Date.parse(retryAfter) - Date.now()) / 1000 : seconds;
  return Number.isFinite(wait) ? Math.max(1, Math.ceil(wait)) : null;
}

const messageSchema = v.union([
  v.pipe(
    v.object({ error: v.object({ message: v.string() }) }),
    v.transform(({ error }) => error.message),
  ),
  v.pipe(
    v.object({ error: v.string() }),
    v.transform(({ error }) => error),
  ),
  v.pipe(
    v.object({ message: v.string() }),
    v.transform(({ message }) => message),
  ),
]);

/** The message of an error, in the shapes that servers have for it; null when it is none of them. */
export function serverMessage(text: string): string | null {
  try {
    const read = v.safeParse(messageSchema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
