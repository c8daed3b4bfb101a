/**
 * A local server that behaves as vLLM, llama.cpp's server, Ollama or OpenAI's own does towards a client: its addresses,
 * CORS headers, key, grammar field, thinking and refusals. What it answers is given to it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ServerFlavour } from '../../../src/engine/openai-settings.ts';
import { type Fault, sendAnswer, sendFault } from '../openai/testing/answers.ts';
import { type ChatQuestion, HABITS, type Refusal, readQuestion } from '../openai/testing/habits.ts';

export interface OpenAiServerOptions {
  readonly flavour: ServerFlavour;
  readonly key?: string;
  readonly models?: readonly string[];
  /** Pages that may read its answers; all by default, with Ollama none. */
  readonly allowedOrigins?: readonly string[];
  /** What it says to a question under no grammar, or under one with more than one answer. */
  readonly answer?: string;
  /** Fields in which it reads a grammar; those of the current version by default. */
  readonly grammarFields?: readonly string[];
  /** Sends every byte by itself. */
  readonly byteByByte?: boolean;
  readonly pauseMilliseconds?: number;
  /** What goes wrong with each question of a chat. */
  readonly fault?: Fault;
}

export interface OpenAiServer {
  readonly address: string;
  readonly questions: readonly ChatQuestion[];
  /** How many answers the client broke off. */
  readonly abandoned: () => number;
  close(): Promise<void>;
}

export async function startOpenAiServer(options: OpenAiServerOptions): Promise<OpenAiServer> {
  const habits = HABITS[options.flavour];
  const models = options.models ?? ['expert'];
  const questions: ChatQuestion[] = [];
  let abandoned = 0;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    if (!habits.cors(request, response, options.allowedOrigins)) return;
    const isOpen = !habits.needsKey(path) || options.key === undefined;
    if (!isOpen && request.headers.authorization !== `Bearer ${options.key}`) {
      for (const name of response.getHeaderNames()) {
        if (!habits.refusesWithCors && name.startsWith('access-control-')) response.removeHeader(name);
      }
      return refuse(response, habits.unauthorised);
    }
    if (request.method === 'GET') {
      const found = path === '/v1/models' ? habits.list(models) : habits.beside[path];
      return found === undefined ? refuse(response, habits.notFound) : sendJson(response, 200, found);
    }
    const question = await readQuestion(request, path, options.grammarFields ?? habits.grammarFields);
    if (question === null) return refuse(response, habits.notFound);
    questions.push(question);
    response.on('close', () => {
      if (!response.writableFinished) abandoned++;
    });
    if (options.fault !== undefined) return sendFault(response, options.fault);
    const refusal = habits.refusal(question, models);
    if (refusal !== null) return refuse(response, refusal);
    await sendAnswer(response, habits, question, { answer: 'SELECT 1', pauseMilliseconds: 0, ...options });
  }

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    questions,
    abandoned: () => abandoned,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refuse(response: ServerResponse, { status, body }: Refusal): void {
  sendJson(response, status, body);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
