/**
 * Asks llama.cpp's own grammar code whether texts belong to a grammar, for which wllama has no call. A completion request
 * may hold tokens of the answer that the chat template has written already (`generation_prompt`), and a grammar for tool
 * calls reads them before the first token is drawn. A text given as these tokens fails at once where the grammar refuses
 * it; and with the end token made the likeliest of all, the answer ends there exactly where the grammar lets it.
 */
import { Wllama } from '@wllama/wllama/esm/index.js';
import modelUrl from '../../models/nano/nano.gguf?url';
import { SerialQueue } from '../../src/platform/serial-queue.ts';
import { wllamaBuild } from '../../workers/inference/wllama-assets.ts';

/** More than any logit. */
const CERTAIN = 1e6;
/** How a request fails whose tokens the grammar does not take; an unreadable grammar has a reason of its own here. */
const REFUSAL = 'Failed to initialize samplers: std::exception';
/** The tokenizer would read these as tokens that stand for no text. */
const CONTROL_TOKEN = /<\|[a-z]+\|>/;

type Reading = 'refused' | 'taken, but no end' | 'accepted';

/** The library hangs when its calls overlap. */
const queue = new SerialQueue();
let llama: Promise<Wllama> | null = null;

/** The texts that llama.cpp takes to their end. @throws when it cannot read the grammar, which is GBNF */
export async function acceptedByLlama(grammar: string, texts: readonly string[]): Promise<string[]> {
  const accepted: string[] = [];
  for (const text of texts) if ((await read(text, grammar)) === 'accepted') accepted.push(text);
  return accepted;
}

/** The longest beginning of `text` that llama.cpp takes: what follows is where it parts from the grammar. */
export async function takenByLlama(grammar: string, text: string): Promise<string> {
  const characters = [...text];
  let [taken, refused] = [0, characters.length + 1];
  while (refused - taken > 1) {
    const middle = Math.floor((taken + refused) / 2);
    if ((await read(characters.slice(0, middle).join(''), grammar)) === 'refused') refused = middle;
    else taken = middle;
  }
  return characters.slice(0, taken).join('');
}

function read(text: string, grammar: string): Promise<Reading> {
  return queue.run(() => readAlone(text, grammar));
}

async function readAlone(text: string, grammar: string): Promise<Reading> {
  if (CONTROL_TOKEN.test(text)) throw new Error(`holds a control token: ${text}`);
  llama ??= start();
  const wllama = await llama;
  // The library's types know none of these, or not as llama.cpp reads them.
  const untyped: object = {
    grammar_type: 'tool_calls',
    generation_prompt: text,
    logit_bias: { [wllama.getEOS()]: CERTAIN },
  };
  let isEnd = false;
  try {
    await wllama.createCompletion({
      prompt: 'x',
      grammar,
      max_tokens: 1,
      temperature: 0,
      ...untyped,
      // Without it a token that is half a character makes llama.cpp fail.
      stream: true,
      onData: ({ choices }) => {
        isEnd ||= choices[0]?.finish_reason === 'stop';
      },
    });
  } catch (error) {
    if (error instanceof Error && error.message.includes(REFUSAL)) return 'refused';
    throw error;
  }
  return isEnd ? 'accepted' : 'taken, but no end';
}

async function start(): Promise<Wllama> {
  const silent = () => undefined;
  const wllama = new Wllama(
    { default: new URL(wllamaBuild().wasmUrl, location.href).href },
    { logger: { debug: silent, log: silent, warn: silent, error: silent }, allowOffline: true },
  );
  const weights = await (await fetch(modelUrl)).blob();
  await wllama.loadModel([weights], { n_gpu_layers: 0, n_threads: 1, n_parallel: 1, n_ctx: 256 });
  return wllama;
}
