import { GenerationRecord } from '../generation-record.ts';
import { type ChatRequest, chatCall, type GrammarField } from './chat-body.ts';
import { listModels } from './list-models.ts';
import { type Answer, readAnswer } from './read-answer.ts';
import { missingModel, refusal } from './refusal.ts';
import type { Server } from './server.ts';
import { notOpenAi } from './server-errors.ts';
import { bodyText, callServer } from './server-fetch.ts';

/** A model of a server, and how to talk to it. */
export interface Chat {
  readonly server: Server;
  readonly model: string;
  /** Null where no place for a grammar is known. */
  readonly grammarField: GrammarField | null;
}

/**
 * Asks one question and reads the answer as it arrives.
 *
 * @throws AppError `server/…`, `model/missing`, `grammar/unsupported`, `engine/generation-failed` or `cancelled`
 */
export async function chat(
  { server, model, grammarField }: Chat,
  request: ChatRequest,
  onText: (piece: string) => void,
  signal: AbortSignal,
): Promise<Answer> {
  const record = new GenerationRecord(onText);
  const { path, body } = chatCall(model, server.flavour ?? 'other', grammarField, request);
  const asked = { hasGrammar: request.grammar !== undefined };
  const call = {
    url: server.baseUrl + path,
    json: body,
    withKey: true,
    milliseconds: server.limits.answerMilliseconds,
  };
  const response = await callServer(server, call, signal);
  if (response.ok) return await readAnswer(server, response, record, asked, signal);
  const text = await bodyText(server, response, signal);
  if (response.status !== 404) throw refusal(server, response, text, asked);
  throw await notFound(server, model, text, signal);
}

/** Servers answer 404 to a name that they do not know and to an address that they do not know: the list tells them apart. */
async function notFound(server: Server, model: string, text: string, signal: AbortSignal): Promise<Error> {
  const models = await listModels(server, signal).catch((error: unknown) => {
    if (signal.aborted) throw error;
    return null;
  });
  if (models === null) return notOpenAi(server, 'status 404', text);
  return missingModel(
    server,
    model,
    models.map(({ name }) => name),
  );
}
