/**
 * Servers and proxies drop fields that they do not know without a word, and then answer as if there were no grammar.
 * So one short question is asked under a grammar that allows a single answer, which nobody gives by chance.
 */
import type { Prompt } from '../../../src/engine/contract.ts';
import { AppError } from '../../../src/platform/errors.ts';
import { chat } from './chat.ts';
import { GRAMMAR_FIELDS, type GrammarField } from './chat-body.ts';
import type { Server } from './server.ts';
import { ignoresGrammar } from './server-errors.ts';

export type GrammarSupport = { readonly field: GrammarField } | { readonly field: null; readonly error: AppError };

const ONLY_ANSWER = 'kept-to-the-grammar';
const GRAMMAR = `root ::= "${ONLY_ANSWER}"\n`;
const MAX_TOKENS = 24;

/** @throws AppError `server/…`, `model/missing` or `cancelled` */
export async function findGrammarField(
  server: Server,
  model: string,
  promptKind: Prompt['kind'],
  signal: AbortSignal,
): Promise<GrammarSupport> {
  let error = ignoresGrammar(server);
  for (const grammarField of GRAMMAR_FIELDS[server.flavour ?? 'other']) {
    try {
      const request = {
        prompt: promptOf(promptKind),
        grammar: GRAMMAR,
        maxTokens: MAX_TOKENS,
        temperature: 0,
        seed: 1,
      };
      const { text } = await chat({ server, model, grammarField }, request, () => undefined, signal);
      if (text.trim() === ONLY_ANSWER) return { field: grammarField };
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'grammar/unsupported') throw thrown;
      error = thrown;
    }
  }
  return { field: null, error };
}

function promptOf(kind: Prompt['kind']): Prompt {
  const question = 'Say hello.';
  return kind === 'text' ? { kind, text: question } : { kind, system: 'You answer in one word.', user: question };
}
