/** About how many tokens a prompt has, known without the model's tokenizer, which is in another thread. */
import type { Prompt } from '../engine/contract.ts';

/** Characters of ASCII a token, as few as any prompt of 12 tables was seen to have: Qwen's tokens, and the bundled model's. */
const CHARACTERS_PER_TOKEN = { chat: 3.3, text: 2.2 } as const;
/** What the template of a chat model puts around its two messages. */
const CHAT_TEMPLATE_TOKENS = 24;

/** Rather too many than too few. */
export function estimatedTokens(prompt: Prompt): number {
  return prompt.kind === 'chat'
    ? CHAT_TEMPLATE_TOKENS + tokensOf(`${prompt.system}${prompt.user}`, CHARACTERS_PER_TOKEN.chat)
    : tokensOf(prompt.text, CHARACTERS_PER_TOKEN.text);
}

/** Beyond ASCII, where vocabularies are thin, a character may be a token. */
function tokensOf(text: string, charactersPerToken: number): number {
  const beyond = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  return Math.ceil((text.length - beyond) / charactersPerToken) + beyond;
}
