/** One call to a server: its headers within time, its body piece by piece under a limit, its failures as AppErrors. */
import { AppError, cancelled } from '../../../src/platform/errors.ts';
import type { Server } from './server.ts';
import { interrupted, redirected, timedOut, tooLarge, unreachable } from './server-errors.ts';
import { withinTime } from './within-time.ts';

export interface ServerCall {
  readonly url: string;
  /** Sent as JSON with POST; without it the call is a GET. */
  readonly json?: unknown;
  /** A call without the key is one that browsers make without asking the server for leave first. */
  readonly withKey: boolean;
  /** Until the answer begins. */
  readonly milliseconds: number;
}

/**
 * @throws AppError `server/unreachable`, `server/mixed-content`, `server/timeout`, `server/not-openai` for a redirect,
 *   or `cancelled`. Answers of any other status are the caller's.
 */
export async function callServer(server: Server, call: ServerCall, signal: AbortSignal): Promise<Response> {
  const stop = new AbortController();
  const answer = fetch(call.url, {
    method: call.json === undefined ? 'GET' : 'POST',
    headers: {
      ...(call.json !== undefined && { 'content-type': 'application/json' }),
      ...(call.withKey && server.key !== null && { authorization: `Bearer ${server.key}` }),
    },
    ...(call.json !== undefined && { body: JSON.stringify(call.json) }),
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([signal, stop.signal]),
  });
  try {
    const late = () => timedOut(server, call.milliseconds, false);
    const response = await withinTime(answer, call.milliseconds, late);
    // Browsers show a redirect as an opaque answer of status 0, Node as what it is.
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      throw redirected(server, response.headers.get('location'));
    }
    return response;
  } catch (error) {
    stop.abort();
    if (signal.aborted) throw cancelled();
    throw error instanceof AppError ? error : unreachable(server, error);
  }
}

/**
 * The body's bytes as they arrive. Ends the connection when the caller stops reading.
 *
 * @throws AppError `server/timeout`, `server/interrupted`, `server/not-openai` beyond the limit, or `cancelled`
 */
export async function* bodyPieces(
  server: Server,
  response: Response,
  maxBytes: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, void> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const { silenceMilliseconds } = server.limits;
  const late = () => timedOut(server, silenceMilliseconds, true);
  let bytes = 0;
  try {
    for (;;) {
      // Pieces that have already arrived come even after an abort.
      if (signal.aborted) throw cancelled();
      const { value } = await withinTime(reader.read(), silenceMilliseconds, late);
      if (value === undefined) return;
      bytes += value.length;
      if (bytes > maxBytes) throw tooLarge(server, maxBytes);
      yield value;
    }
  } catch (error) {
    if (signal.aborted) throw cancelled();
    throw error instanceof AppError ? error : interrupted(server, String(error));
  } finally {
    // Rejects with the failure that ended the stream, which has been reported.
    await reader.cancel().catch(() => undefined);
  }
}

/** The whole body of a short answer. */
export async function bodyText(server: Server, response: Response, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of bodyPieces(server, response, server.limits.jsonBytes, signal)) {
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}
