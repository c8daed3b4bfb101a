/**
 * A server that speaks OpenAI's protocol, as a person typed it in: vLLM, llama.cpp's server, Ollama or another. The key
 * stays in this browser, out of messages, links and records.
 */
import * as v from 'valibot';
import { AppError } from '../platform/errors.ts';
import type { GrammarDialect } from './contract.ts';

export const SERVER_FLAVOURS = ['vllm', 'llama.cpp', 'ollama', 'other'] as const;
export type ServerFlavour = (typeof SERVER_FLAVOURS)[number];

export const FLAVOUR_NAMES: Readonly<Record<ServerFlavour, string>> = {
  vllm: 'vLLM',
  'llama.cpp': 'llama.cpp',
  ollama: 'Ollama',
  other: 'OpenAI-compatible server',
};

/** What fits into an HTTP header: visible ASCII. Anything else makes `fetch` throw an error that shows the header. */
const KEY = /^[\x21-\x7e]{1,4096}$/;
/** `https://host:port/path`, without user names, blanks, query or fragment, and without a slash at the end. */
const BASE_URL = /^https?:\/\/(?:[\p{L}\p{N}._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:\/[^\s?#]*[^\s?#/])?$/iu;

const openAiSettingsSchema = v.strictObject({
  /** The address that `/chat/completions` follows, as `openAiSettings` wrote it. */
  baseUrl: v.pipe(v.string(), v.maxLength(2000), v.regex(BASE_URL)),
  key: v.nullable(v.pipe(v.string(), v.regex(KEY))),
  /** As the server lists it. */
  model: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
  flavour: v.picklist(SERVER_FLAVOURS),
});

export type OpenAiSettings = v.InferOutput<typeof openAiSettingsSchema>;

export interface TypedSettings {
  readonly address: string;
  /** Empty for none. */
  readonly key: string;
  readonly model: string;
  readonly flavour: ServerFlavour;
}

/**
 * Checks what a person typed.
 *
 * @throws AppError `server/settings`
 */
export function openAiSettings({ address, key, model, flavour }: TypedSettings): OpenAiSettings {
  if (model.trim() === '') throw wrong('The name of the model is missing.', 'Enter it as the server lists it.');
  return { baseUrl: baseUrlOf(address), key: keyOf(key), model: model.trim(), flavour };
}

/** Settings read back from the browser's storage; null when they are not what this version writes. */
export function readOpenAiSettings(stored: unknown): OpenAiSettings | null {
  const read = v.safeParse(openAiSettingsSchema, stored);
  return read.success ? read.output : null;
}

/**
 * The address that every call begins with, from one that a person typed: `localhost:8000`, `http://gpu:8000/v1/`, or
 * the address of a call, `https://gpu/v1/chat/completions`. Where there is no path it is `/v1`, as with all servers
 * that we know.
 *
 * @throws AppError `server/settings`
 */
export function baseUrlOf(address: string): string {
  const typed = address.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
  const url = (hasScheme ? typed : `${isLocalHost(hostOf(typed)) ? 'http' : 'https'}://${typed}`)
    .replace(/\/+$/, '')
    .replace(/\/(?:chat\/completions|completions|models)$/, '');
  const whole = /^https?:\/\/[^/]*$/i.test(url) ? `${url}/v1` : url;
  if (BASE_URL.test(whole)) return whole;
  throw wrong(
    'The address is not one of a server.',
    'It looks like https://host:8000/v1, with no user name, question mark or # in it.',
  );
}

/** @throws AppError `server/settings` */
export function keyOf(typed: string): string | null {
  const key = typed.trim();
  if (key === '') return null;
  if (KEY.test(key)) return key;
  throw wrong('The key has characters that no key has.', 'Copy it again: it is one word of letters, digits and signs.');
}

/** The dialect in which the server reads a grammar; null when it reads none: Ollama takes JSON schemas alone. */
export function grammarDialectOf(flavour: ServerFlavour): GrammarDialect | null {
  switch (flavour) {
    case 'vllm':
      return 'ebnf';
    case 'llama.cpp':
      return 'gbnf';
    case 'ollama':
    case 'other':
      return null;
  }
}

/** The host of an address, with its port: what messages may show. */
export function hostOf(address: string): string {
  return address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/[/?#].*$/s, '');
}

/** This computer, which browsers trust without encryption. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/** This computer or one in the same network: browsers ask a person before a public page may reach it. */
export function isLocalHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return isLoopback(host) || name.endsWith('.local') || /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(name);
}

function wrong(message: string, hint: string): AppError {
  return new AppError({ code: 'server/settings', message, hint });
}
