/** What can go wrong between this page and a server, in words for the person who typed its address in. */
import { FLAVOUR_NAMES, hostOf, isLocalHost, isLoopback } from '../../../src/engine/openai-settings.ts';
import { AppError } from '../../../src/platform/errors.ts';
import { quotable, type Server, serverHost } from './server.ts';

/**
 * The browser says no more than "Failed to fetch" when there is no server, when its CORS headers do not allow this
 * page, and when the page may not talk to it at all.
 */
export function unreachable(server: Server, thrown: unknown): AppError {
  const host = serverHost(server);
  const details = { host, why: quotable(reasonOf(thrown), server) };
  if (isMixedContent(server)) {
    return new AppError({
      code: 'server/mixed-content',
      message: `This page came over https; browsers do not let it ask ${host} over http.`,
      hint: 'Put the server behind https, or open a copy of this page over http, or run the server on this computer: localhost is allowed.',
      details,
    });
  }
  return new AppError({
    code: 'server/unreachable',
    message: `${host} did not answer, or does not allow this page to read its answers: browsers do not say which.`,
    hint: `Check the address and that the server is running. ${allowThisPage(server)}${localNetwork(server)}`,
    details,
  });
}

/** Asking without the key worked, with it the browser shows nothing: vLLM sends its 401 without CORS headers. */
export function hiddenRefusal(server: Server): AppError {
  return new AppError({
    code: 'server/unauthorised',
    message: `${serverHost(server)} is there, but ${server.key === null ? 'wants a key' : 'refuses the key'}, as far as the browser shows.`,
    hint: `${server.key === null ? 'Enter its key.' : 'Check the key.'} If the key is right, the server’s CORS settings do not allow the header Authorization.`,
    details: { host: serverHost(server) },
  });
}

export function timedOut(server: Server, milliseconds: number, hasBegun: boolean): AppError {
  const seconds = Math.round(milliseconds / 1000);
  return new AppError({
    code: 'server/timeout',
    message: hasBegun
      ? `${serverHost(server)} fell silent in the midst of its answer: nothing came for ${seconds} seconds.`
      : `${serverHost(server)} did not begin to answer within ${seconds} seconds.`,
    hint: 'It may be busy with other questions or still load the model. Ask again.',
    details: { host: serverHost(server), seconds },
  });
}

export function interrupted(server: Server, why: string): AppError {
  return new AppError({
    code: 'server/interrupted',
    message: `The connection to ${serverHost(server)} broke off in the midst of an answer.`,
    hint: 'Ask again. If it stays, the server or a proxy before it ends long answers.',
    details: { host: serverHost(server), why: quotable(why, server) },
  });
}

/** @param what for instance `an HTML page` */
export function notOpenAi(server: Server, what: string, text = ''): AppError {
  return new AppError({
    code: 'server/not-openai',
    message: `${serverHost(server)} answered with ${what}, not as an OpenAI-compatible server does.`,
    hint: 'Check the address, which mostly ends in /v1; a proxy or a sign-in page may stand before the server.',
    details: { host: serverHost(server), ...(text !== '' && { why: quotable(text, server) }) },
  });
}

export function tooLarge(server: Server, bytes: number): AppError {
  return new AppError({
    code: 'server/not-openai',
    message: `${serverHost(server)} sent more than ${Math.round(bytes / 2 ** 20)} MiB in one answer.`,
    hint: 'Check the address: an answer of a model is not that long.',
    details: { host: serverHost(server), bytes },
  });
}

/** Browsers keep the new address to themselves; a key must not be sent on to it unseen. */
export function redirected(server: Server, location: string | null): AppError {
  return new AppError({
    code: 'server/not-openai',
    message: `${serverHost(server)} sends callers on to another address.`,
    hint: 'Enter that address instead; often it is the same one with https.',
    details: { host: serverHost(server), ...(location !== null && { location: quotable(location, server) }) },
  });
}

export function noGrammar(server: Server): AppError {
  const name = FLAVOUR_NAMES[server.flavour ?? 'other'];
  return new AppError({
    code: 'grammar/unsupported',
    message:
      server.flavour === 'ollama'
        ? 'Ollama takes JSON schemas, but no grammar.'
        : `How this ${name} takes a grammar is not known.`,
    hint: 'Answers are then only checked afterwards. vLLM and llama.cpp take a grammar.',
    details: { host: serverHost(server) },
  });
}

export function ignoresGrammar(server: Server): AppError {
  return new AppError({
    code: 'grammar/unsupported',
    message: `${serverHost(server)} accepts a grammar, but its answers do not keep to it.`,
    hint: 'A proxy may remove what it does not know. Answers are then only checked afterwards.',
    details: { host: serverHost(server) },
  });
}

function isMixedContent({ baseUrl, pageOrigin }: Server): boolean {
  return (pageOrigin?.startsWith('https:') ?? false) && /^http:/i.test(baseUrl) && !isLoopback(hostOf(baseUrl));
}

/** The exact setting that lets this page in. */
function allowThisPage({ flavour, pageOrigin }: Server): string {
  const origin = pageOrigin ?? 'the page’s address';
  const vllm = `--allowed-origins '["${origin}"]'`;
  const llamaCpp = `--cors-origins ${origin}`;
  const ollama = `OLLAMA_ORIGINS=${origin}`;
  switch (flavour) {
    case 'vllm':
      return `vLLM lets every page in, or those that it is told: ${vllm}.`;
    case 'llama.cpp':
      return `llama.cpp lets every page in unless tools are on, or those that it is told: ${llamaCpp}.`;
    case 'ollama':
      return `Ollama lets pages of localhost in, and those that it is told: ${ollama}.`;
    default:
      return `The server must let this page in: vLLM by ${vllm}, llama.cpp by ${llamaCpp}, Ollama by ${ollama}.`;
  }
}

function localNetwork(server: Server): string {
  const isPublicPage = server.pageOrigin !== null && !isLoopback(hostOf(server.pageOrigin));
  if (!isPublicPage || !isLocalHost(serverHost(server))) return '';
  return ' The browser may ask whether this page may reach devices in your network: allow it.';
}

/** Node hides the reason in the cause. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.cause instanceof Error ? `${thrown.message}: ${thrown.cause.message}` : thrown.message;
}
