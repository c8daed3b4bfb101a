/** Turns what a server sends into one generation, as it arrives. */
import type { Generation } from '../../../src/engine/contract.ts';
import { AppError } from '../../../src/platform/errors.ts';
import type { GenerationRecord } from '../generation-record.ts';
import { type ChatChunk, readChunk, type TokenLogProbability } from './chat-chunk.ts';
import { type Asked, failure, serverMessage } from './refusal.ts';
import { quotable, type Server, serverHost } from './server.ts';
import { interrupted, notOpenAi } from './server-errors.ts';
import { bodyPieces, bodyText } from './server-fetch.ts';
import { SseParser } from './sse.ts';
import { ThinkBlockFilter } from './think-block.ts';

export interface Answer extends Generation {
  /** One for each token that the server gave one for; empty when none were asked for. */
  readonly logProbabilities: readonly TokenLogProbability[];
}

/**
 * @param record begun with the request, so that its times count from there
 * @throws AppError `server/…`, `grammar/unsupported`, `engine/generation-failed` or `cancelled`
 */
export async function readAnswer(
  server: Server,
  response: Response,
  record: GenerationRecord,
  asked: Asked,
  signal: AbortSignal,
): Promise<Answer> {
  const answer = new AnswerReader(server, record, asked);
  const type = response.headers.get('content-type') ?? 'an answer of no type';
  if (type.startsWith('text/event-stream')) {
    await readStream(server, response, answer, signal);
  } else if (/^application\/(?:[a-z.+-]+\+)?json/.test(type)) {
    // A proxy may gather the stream into one piece.
    const text = await bodyText(server, response, signal);
    if (!answer.add(text) || !answer.hasEnding) throw notOpenAi(server, 'JSON of another kind', text);
  } else {
    const text = await bodyText(server, response, signal);
    throw notOpenAi(server, type.startsWith('text/html') ? 'an HTML page' : type, text);
  }
  return answer.finish();
}

async function readStream(server: Server, response: Response, answer: AnswerReader, signal: AbortSignal) {
  const parser = new SseParser();
  const add = (events: ReturnType<SseParser['push']>): boolean => {
    for (const { type, data } of events) {
      if (data === '[DONE]') return true;
      if (type === 'error') answer.fail(serverMessage(data) ?? data);
      if (data.trim() !== '' && !answer.add(data)) throw notOpenAi(server, 'events of another kind', data);
    }
    return false;
  };
  for await (const bytes of bodyPieces(server, response, server.limits.answerBytes, signal)) {
    if (add(parser.push(bytes))) return;
  }
  add(parser.end());
}

/** Gathers the pieces of one answer. */
class AnswerReader {
  readonly #server: Server;
  readonly #record: GenerationRecord;
  readonly #asked: Asked;
  readonly #thinking = new ThinkBlockFilter();
  readonly #logProbabilities: TokenLogProbability[] = [];
  #usage: ChatChunk['usage'] = null;
  #finishReason: string | null = null;
  /** Servers without usage send a piece a token. */
  #pieces = 0;

  constructor(server: Server, record: GenerationRecord, asked: Asked) {
    this.#server = server;
    this.#record = record;
    this.#asked = asked;
  }

  get hasEnding(): boolean {
    return this.#finishReason !== null;
  }

  /** False when it is no piece of an answer. */
  add(data: string): boolean {
    const chunk = readChunk(data);
    if (chunk === null) return false;
    if (chunk.error !== null) this.fail(chunk.error);
    // The first piece of a stream often holds no more than the role.
    if (chunk.hasToken) {
      this.#pieces++;
      this.#record.add(this.#thinking.push(chunk.text));
    }
    this.#logProbabilities.push(...chunk.logProbabilities);
    this.#finishReason = chunk.finishReason ?? this.#finishReason;
    this.#usage = chunk.usage ?? this.#usage;
    return true;
  }

  fail(said: string): never {
    throw failure(this.#server, null, said, this.#asked);
  }

  finish(): Answer {
    const held = this.#thinking.end();
    if (held !== '') this.#record.add(held);
    return {
      ...this.#record.finish({
        finish: this.#ending(),
        promptTokens: this.#usage?.promptTokens ?? 0,
        outputTokens: this.#usage?.outputTokens ?? this.#pieces,
      }),
      logProbabilities: this.#logProbabilities,
    };
  }

  #ending(): Generation['finish'] {
    switch (this.#finishReason) {
      case null:
        throw interrupted(this.#server, 'the stream ended without a reason to');
      case 'length':
        return 'length';
      // vLLM gives up so, for instance when its grammar engine and the model disagree.
      case 'abort':
      case 'error':
      case 'content_filter':
        throw new AppError({
          code: 'server/interrupted',
          message: `${serverHost(this.#server)} gave up in the midst of the answer.`,
          hint: 'Ask again.',
          details: { host: serverHost(this.#server), why: quotable(this.#finishReason, this.#server) },
        });
      default:
        return 'stop';
    }
  }
}
