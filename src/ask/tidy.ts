/** Control tokens of any model: `<|end|>`, `<|im_end|>`. */
const CONTROL_TOKEN = /<\|[a-z_]*\|>/g;

/**
 * The bare statement in a model's answer: without the wrapping that models add (a reasoning block, a code fence,
 * the end-of-answer token, a closing semicolon). Under a grammar there is nothing to remove.
 */
export function tidy(answer: string): string {
  return withoutReasoning(answer)
    .replace(CONTROL_TOKEN, '')
    .replace(/^\s*```(?:\w+)?[ \t]*\n?/, '')
    .replace(/\n?```[\s\S]*$/, '')
    .trim()
    .replace(/[;\s]+$/, '');
}

function withoutReasoning(text: string): string {
  return text.replace(/^\s*<think>[\s\S]*?(?:<\/think>|$)/, '');
}
