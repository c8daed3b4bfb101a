/** Streams of answers, whole and broken. */
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChatQuestion, Habits } from './habits.ts';

export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body: string;
      readonly headers?: Record<string, string>;
    }
  /** Another answer in the place of the stream. */
  | { readonly kind: 'instead'; readonly type: string; readonly body: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'silent' }
  /** Sends this much of a stream, and then … */
  | { readonly kind: 'cut'; readonly sent: string; readonly ending: 'end' | 'drop' | 'silence' | 'endless' };

interface Manner {
  readonly answer: string;
  readonly pauseMilliseconds: number;
  readonly byteByByte?: boolean;
}

/** Each of about four characters, as a model's are. */
function tokensOf(text: string): string[] {
  return text.match(/.{1,4}/gsu) ?? [];
}

/** The answer that a grammar of one literal allows; of others, the one that the test gives, which is up to the test. */
function textOf({ grammar, body }: ChatQuestion, answer: string): string {
  const literal = grammar === null ? undefined : /^root ::= "([^"]*)"\s*$/.exec(grammar)?.[1];
  const text = literal ?? answer;
  const stop = body.stop.map((word) => text.indexOf(word)).filter((at) => at !== -1);
  return text.slice(0, Math.min(text.length, ...stop));
}

export async function sendAnswer(
  response: ServerResponse,
  habits: Habits,
  question: ChatQuestion,
  { answer, pauseMilliseconds, byteByByte = false }: Manner,
): Promise<void> {
  const { body, path } = question;
  const isChat = path === '/v1/chat/completions';
  const tokens = tokensOf(textOf(question, answer));
  const shown = tokens.slice(0, body.max_tokens);
  const thoughts = isChat && question.grammar === null && habits.thinks(question) ? ['Hm', '…'] : [];

  const chunk = (said: Record<string, string>, more: object = {}) =>
    `data: ${JSON.stringify({
      object: isChat ? 'chat.completion.chunk' : 'text_completion',
      model: body.model,
      choices: [
        { index: 0, ...(isChat ? { delta: said } : { text: said.content ?? '' }), finish_reason: null, ...more },
      ],
    })}\n\n`;
  const logprobs = (token: string) =>
    body.logprobs
      ? { logprobs: { content: [{ token, logprob: -0.5, top_logprobs: [{ token, logprob: -0.5 }] }] } }
      : {};
  const thinking =
    habits.thoughts === 'reasoning'
      ? thoughts.map((thought) => chunk({ reasoning: thought }))
      : [...(isChat ? ['<think>', '\n\n', ...thoughts, '</think>', '\n\n'] : [])].map((content) => chunk({ content }));

  const pieces = [
    ': ping\n\n',
    chunk({ role: 'assistant', content: '' }),
    // vLLM leaves the empty block of a model that does not think in the text only where the template does not hold it.
    ...(question.grammar === null ? thinking : []),
    ...shown.map((token) => chunk({ content: token }, logprobs(token))),
    chunk({}, { finish_reason: shown.length < tokens.length ? 'length' : 'stop' }),
    `data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: 42, completion_tokens: shown.length } })}\n\n`,
    'data: [DONE]\n\n',
  ];
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  for (const piece of pieces) {
    const bytes = Buffer.from(piece);
    for (const part of byteByByte ? bytes.map((byte) => byte) : [bytes]) {
      await new Promise((resolve) => response.write(typeof part === 'number' ? Uint8Array.of(part) : part, resolve));
    }
    if (pauseMilliseconds > 0) await pause(pauseMilliseconds);
    if (response.destroyed) return;
  }
  response.end();
}

export function sendFault(response: ServerResponse, fault: Fault): void {
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers }).end(fault.body);
      return;
    case 'instead':
      response.writeHead(200, { 'content-type': fault.type }).end(fault.body);
      return;
    case 'redirect':
      response.writeHead(302, { location: fault.location }).end();
      return;
    case 'silent':
      return;
    case 'cut':
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(fault.sent, () => {
        if (fault.ending === 'end') response.end();
        if (fault.ending === 'drop') response.destroy();
        if (fault.ending === 'endless') sendForever(response);
      });
  }
}

function sendForever(response: ServerResponse): void {
  const line = Buffer.from(`: ${'x'.repeat(65_536)}\n`);
  const more = () => {
    if (!response.destroyed) response.write(line, more);
  };
  more();
}
