/** The pieces that an answer arrives in: `chat.completion.chunk`, `text_completion`, or a whole `chat.completion`. */
import * as v from 'valibot';

export interface TokenLogProbability {
  readonly token: string;
  /** Natural logarithm. */
  readonly logProbability: number;
  /** The likeliest tokens at this place, itself among them if it is one, when they were asked for. */
  readonly likeliest: readonly { readonly token: string; readonly logProbability: number }[];
}

export interface ChatChunk {
  readonly text: string;
  /** Whether a token came: of the answer, or of thinking that the server keeps apart. */
  readonly hasToken: boolean;
  readonly finishReason: string | null;
  readonly logProbabilities: readonly TokenLogProbability[];
  readonly usage: { readonly promptTokens: number; readonly outputTokens: number } | null;
  /** The server's message when it gave up. */
  readonly error: string | null;
}

const text = v.optional(v.nullable(v.string()), null);
const said = v.object({ content: text, reasoning: text, reasoning_content: text });
const tokenSchema = v.object({ token: v.string(), logprob: v.number() });

const chunkSchema = v.object({
  choices: v.optional(
    v.array(
      v.object({
        delta: v.optional(v.nullable(said), null),
        message: v.optional(v.nullable(said), null),
        text,
        finish_reason: text,
        // Not asked for with text prompts, for which servers have several shapes.
        logprobs: v.fallback(
          v.nullable(
            v.object({
              content: v.nullable(
                v.array(v.object({ ...tokenSchema.entries, top_logprobs: v.optional(v.array(tokenSchema), []) })),
              ),
            }),
          ),
          null,
        ),
      }),
    ),
    [],
  ),
  usage: v.optional(
    v.nullable(v.object({ prompt_tokens: v.number(), completion_tokens: v.optional(v.number(), 0) })),
    null,
  ),
  error: v.optional(v.unknown()),
});

/** Null when it is not JSON, or none of these pieces. */
export function readChunk(data: string): ChatChunk | null {
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    return null;
  }
  const read = v.safeParse(chunkSchema, json);
  if (!read.success) return null;
  const { choices, usage, error } = read.output;
  const [choice] = choices;
  const saying = choice?.delta ?? choice?.message ?? null;
  const content = saying?.content ?? choice?.text ?? '';
  return {
    text: content,
    hasToken: content !== '' || (saying?.reasoning ?? saying?.reasoning_content ?? '') !== '',
    finishReason: choice?.finish_reason ?? null,
    logProbabilities: (choice?.logprobs?.content ?? []).map(({ token, logprob, top_logprobs }) => ({
      token,
      logProbability: logprob,
      likeliest: top_logprobs.map((likely) => ({ token: likely.token, logProbability: likely.logprob })),
    })),
    usage: usage && { promptTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens },
    error: error === undefined || error === null ? null : errorText(error),
  };
}

const errorSchema = v.union([
  v.string(),
  v.pipe(
    v.object({ message: v.string() }),
    v.transform(({ message }) => message),
  ),
]);

function errorText(error: unknown): string {
  const read = v.safeParse(errorSchema, error);
  return read.success ? read.output : JSON.stringify(error);
}
