/**
 * A server that behaves like the hubs that models come from: it knows ranges and marks of versions, lets other origins
 * read, and points to a second origin under signed addresses that expire. Each file can be told to misbehave, request by
 * request.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { must } from '../../platform/assert.ts';
import { answerFile, answerStatus, corsHeaders } from './hub-answer.ts';
import type { HubBehaviour, HubRequest } from './hub-behaviour.ts';
import { contentOf, type HubContent } from './hub-content.ts';

export interface HubServer {
  readonly url: string;
  /** All requests so far, those for permission (OPTIONS) included. */
  readonly requests: HubRequest[];
  /**
   * Puts a file there, in place of what was. Each request for it takes the next of `behaviours`, and the last of them
   * stays; requests for permission take none.
   *
   * @returns its address
   */
  add(path: string, content: Uint8Array | HubContent, ...behaviours: readonly HubBehaviour[]): string;
  remove(path: string): void;
  close(): Promise<void>;
}

export interface HubOptions {
  /** How long a signed address is good for. */
  readonly signatureMs?: number;
  /** Another one is chosen when it is 0 or absent. */
  readonly port?: number;
}

interface Entry {
  readonly content: HubContent;
  readonly behaviours: HubBehaviour[];
}

const DEFAULT_SIGNATURE_MS = 60_000;

export async function startHubServer({
  signatureMs = DEFAULT_SIGNATURE_MS,
  port = 0,
}: HubOptions = {}): Promise<HubServer> {
  const files = new Map<string, Entry>();
  const requests: HubRequest[] = [];
  const key = randomBytes(16);
  /** What the address stands for that a file's request was sent on to. */
  const signed = new Map<string, { readonly path: string; readonly behaviour: HubBehaviour; readonly until: number }>();

  const sign = (path: string, behaviour: HubBehaviour): string => {
    const until = Date.now() + (behaviour.redirect === 'expired' ? -1 : signatureMs);
    const signature = createHmac('sha256', key).update(`${path} ${until} ${signed.size}`).digest('hex');
    signed.set(signature, { path, behaviour, until });
    return `${cdn.url}${path}?signature=${signature}`;
  };

  const listen = (origin: HubRequest['origin'], handle: RequestListener) =>
    listening(port === 0 || origin === 'hub' ? port : port + 1, async (request, response) => {
      const { method = 'GET', url = '/', headers } = request;
      requests.push({ origin, method, path: new URL(url, 'http://hub').pathname, range: headers.range ?? null });
      await handle(request, response);
    });

  const cdn = await listen('cdn', async (request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://cdn');
    const entry = signed.get(searchParams.get('signature') ?? '');
    const content = entry && files.get(entry.path)?.content;
    if (!entry || !content || entry.until < Date.now()) return answerStatus(response, 403, entry?.behaviour ?? {});
    if (request.method === 'OPTIONS') return answerPermission(response, entry.behaviour);
    await answer(request, response, content, entry.behaviour);
  });

  const hub = await listen('hub', async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://hub');
    const entry = files.get(pathname);
    if (!entry) return answerStatus(response, 404, {});
    const behaviour = entry.behaviours[0] ?? {};
    if (request.method === 'OPTIONS') return answerPermission(response, behaviour);
    if (entry.behaviours.length > 1) entry.behaviours.shift();
    if (behaviour.redirect === undefined) return await answer(request, response, entry.content, behaviour);
    response.writeHead(302, { ...corsHeaders(behaviour), location: sign(pathname, behaviour) }).end();
  });

  return {
    url: hub.url,
    requests,
    add(path, content, ...behaviours) {
      const held = content instanceof Uint8Array ? contentOf(content) : content;
      files.set(path, { content: held, behaviours: [...behaviours] });
      return `${hub.url}${path}`;
    },
    remove: (path) => void files.delete(path),
    close: async () => {
      await Promise.all([hub, cdn].map(({ close }) => close()));
    },
  };
}

async function answer(
  request: Parameters<RequestListener>[0],
  response: Parameters<RequestListener>[1],
  content: HubContent,
  behaviour: HubBehaviour,
): Promise<void> {
  if (behaviour.delayMs !== undefined) await pause(behaviour.delayMs);
  if (behaviour.status !== undefined) answerStatus(response, behaviour.status, behaviour);
  else await answerFile(request, response, content, behaviour);
}

function answerPermission(response: Parameters<RequestListener>[1], behaviour: HubBehaviour): void {
  const allowed = behaviour.cors === 'closed' ? {} : { 'access-control-allow-headers': 'Range' };
  response.writeHead(204, { ...corsHeaders(behaviour), ...allowed }).end();
}

async function listening(port: number, listener: RequestListener): Promise<{ url: string; close(): Promise<void> }> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = must(server.address(), 'an address');
  return {
    url: `http://127.0.0.1:${typeof address === 'string' ? address : address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
