import * as v from 'valibot';
import { refusal } from './refusal.ts';
import { quotable, type Server } from './server.ts';
import { notOpenAi } from './server-errors.ts';
import { bodyText, callServer } from './server-fetch.ts';

export interface ServerModel {
  readonly name: string;
  readonly owner: string | null;
  /** How long prompt and answer may be together; null when the server does not tell. */
  readonly contextTokens: number | null;
}

const listSchema = v.object({
  data: v.nullable(
    v.array(
      v.object({
        id: v.string(),
        owned_by: v.optional(v.nullable(v.string()), null),
        // vLLM's extension.
        max_model_len: v.optional(v.nullable(v.number()), null),
      }),
    ),
  ),
});

/** @throws AppError `server/…` or `cancelled` */
export async function listModels(server: Server, signal: AbortSignal): Promise<readonly ServerModel[]> {
  const url = `${server.baseUrl}/models`;
  const response = await callServer(
    server,
    { url, withKey: true, milliseconds: server.limits.lookUpMilliseconds },
    signal,
  );
  const text = await bodyText(server, response, signal);
  if (response.status === 404 || response.status === 405) throw notOpenAi(server, `status ${response.status}`, text);
  if (!response.ok) throw refusal(server, response, text, { hasGrammar: false });
  // Ollama without models sends null for the list.
  return (read(server, text).data ?? []).map(({ id, owned_by, max_model_len }) => ({
    name: id,
    owner: owned_by,
    contextTokens: max_model_len,
  }));
}

function read(server: Server, text: string): v.InferOutput<typeof listSchema> {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw notOpenAi(server, /^\s*</.test(text) ? 'an HTML page' : 'text', text);
  }
  const list = v.safeParse(listSchema, answer);
  if (!list.success) throw notOpenAi(server, 'something else than a list of models', quotable(text, server));
  return list.output;
}
