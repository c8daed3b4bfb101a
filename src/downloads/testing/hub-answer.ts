/** Answers one request for a file as its behaviour says. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { HubBehaviour } from './hub-behaviour.ts';
import { cutOff, type HubContent, withFlippedByte } from './hub-content.ts';

const PIECE_BYTES = 256 * 1024;
/** Between two pieces of a throttled body. */
const THROTTLE_MS = 20;
const EXPOSED = 'ETag, Content-Range, Accept-Ranges, Retry-After';

export function corsHeaders({ cors = 'open' }: HubBehaviour): Record<string, string> {
  switch (cors) {
    case 'open':
      return { 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED };
    case 'bare':
      return { 'access-control-allow-origin': '*' };
    case 'closed':
      return {};
  }
}

export function answerStatus(response: ServerResponse, status: number, behaviour: HubBehaviour): void {
  const { retryAfter } = behaviour;
  response
    .writeHead(status, { ...corsHeaders(behaviour), ...(retryAfter !== undefined && { 'retry-after': retryAfter }) })
    .end();
}

export async function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  whole: HubContent,
  behaviour: HubBehaviour,
): Promise<void> {
  const { truncateTo, flipByte, ignoresRange, isChunked, contentLength } = behaviour;
  const flipped = flipByte === undefined ? whole : withFlippedByte(whole, flipByte);
  const content = truncateTo === undefined ? flipped : cutOff(flipped, truncateTo);
  const etag = behaviour.etag === undefined ? `"${whole.size}"` : behaviour.etag;
  const range = ignoresRange ? null : /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const from = range ? Number(range[1]) : 0;
  const to = range?.[2] ? Math.min(Number(range[2]) + 1, content.size) : content.size;
  const headers: Record<string, string | number> = {
    ...corsHeaders(behaviour),
    'accept-ranges': ignoresRange ? 'none' : 'bytes',
    'content-type': behaviour.contentType ?? 'application/octet-stream',
    ...(etag !== null && { etag }),
  };
  if (range && (from >= content.size || to <= from)) {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${content.size}` }).end();
    return;
  }
  // A wrong length leaves the connection of no use for another request.
  if (contentLength !== undefined) headers.connection = 'close';
  if (!isChunked) headers['content-length'] = contentLength ?? to - from;
  if (range) headers['content-range'] = `bytes ${from}-${to - 1}/${content.size}`;
  response.writeHead(range ? 206 : 200, headers);
  if (request.method === 'HEAD') response.end();
  else await sendBody(response, content, from, to, behaviour);
}

async function sendBody(
  response: ServerResponse,
  content: HubContent,
  from: number,
  to: number,
  { dropAfter, stallAfter, bytesPerSecond, contentLength }: HubBehaviour,
): Promise<void> {
  const end = Math.min(to, from + Math.min(dropAfter ?? to, stallAfter ?? to));
  const piece = bytesPerSecond === undefined ? PIECE_BYTES : Math.ceil((bytesPerSecond * THROTTLE_MS) / 1_000);
  const started = performance.now();
  for (let at = from; at < end && !response.destroyed; ) {
    const bytes = content.read(at, Math.min(end, at + piece));
    at += bytes.length;
    if (!response.write(bytes)) await drained(response);
    if (bytesPerSecond === undefined) continue;
    const ahead = ((at - from) / bytesPerSecond) * 1_000 - (performance.now() - started);
    if (ahead > 0) await pause(ahead);
  }
  if (stallAfter !== undefined && end < to) return;
  const isCut = dropAfter !== undefined && end < to;
  const isShort = contentLength !== undefined && contentLength > to - from;
  // Ends the connection after what was written, without the end of the body.
  if (isCut || isShort) response.socket?.end();
  else response.end();
}

async function drained(response: ServerResponse): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
