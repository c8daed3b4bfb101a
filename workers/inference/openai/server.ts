import { hostOf, type OpenAiSettings, type ServerFlavour } from '../../../src/engine/openai-settings.ts';

/** How long the server may take, and how much it may send. */
export interface ServerLimits {
  /** Until an answer begins. Ollama and llama.cpp may load the model first, from a slow disk. */
  readonly answerMilliseconds: number;
  /** Without any byte in the midst of an answer; llama.cpp sends a comment every 30 seconds while it works. */
  readonly silenceMilliseconds: number;
  /** For small questions: which models there are, which version it is. */
  readonly lookUpMilliseconds: number;
  /** A list of models or an error. Hosts with hundreds of models send half a mebibyte. */
  readonly jsonBytes: number;
  /** A whole answer. A token takes 300 bytes, with its log-probabilities 2,000. */
  readonly answerBytes: number;
}

export const SERVER_LIMITS: ServerLimits = {
  answerMilliseconds: 180_000,
  silenceMilliseconds: 60_000,
  lookUpMilliseconds: 10_000,
  jsonBytes: 4 * 2 ** 20,
  answerBytes: 32 * 2 ** 20,
};

/** Whom to ask, and what messages about it need to know. */
export interface Server {
  readonly baseUrl: string;
  readonly key: string | null;
  /** Null while nobody knows. */
  readonly flavour: ServerFlavour | null;
  /** Of the page that asks; null outside of a browser. */
  readonly pageOrigin: string | null;
  readonly limits: ServerLimits;
}

export function serverOf(
  { baseUrl, key, flavour }: Pick<OpenAiSettings, 'baseUrl' | 'key'> & { readonly flavour: ServerFlavour | null },
  limits: ServerLimits = SERVER_LIMITS,
): Server {
  // Node, where evaluations run, has no location.
  const location: { readonly origin: string } | undefined = globalThis.location;
  return { baseUrl, key, flavour, pageOrigin: location?.origin ?? null, limits };
}

export function serverHost(server: Server): string {
  return hostOf(server.baseUrl);
}

/** An address beside the protocol's own, such as `/version`. */
export function besideApi(server: Server, path: string): string {
  return server.baseUrl.replace(/\/v1$/, '') + path;
}

/** A text of the server for people: on one line, not endless, and without the key, which some servers repeat. */
export function quotable(text: string, { key }: Pick<Server, 'key'>): string {
  const line = (key === null ? text : text.replaceAll(key, '…')).replace(/\s+/g, ' ').trim();
  return line.length > QUOTE_CHARACTERS ? `${line.slice(0, QUOTE_CHARACTERS)}…` : line;
}

const QUOTE_CHARACTERS = 500;
