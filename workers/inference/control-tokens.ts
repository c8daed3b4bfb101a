/** `<|im_end|>` in a person's text would end the message there. */
export function withoutControlTokens(text: string): string {
  return text.replace(/<\|[a-z_]+\|>/g, ' ');
}
