export interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'word' | 'operator' | 'mark';
  /** Strings and quoted names without their quotes; words as they stand. */
  readonly text: string;
}

const TOKEN =
  /\s*(?:(?<string>[EB]?'(?:[^']|'')*')|(?<number>\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)|"(?<quoted>(?:[^"]|"")*)"|(?<word>[^\W\d][\w$]*|[^\p{ASCII}\s][\p{L}\p{N}_$]*)|(?<mark>::|[()[\],.:])|(?<operator>[-+*/<>=~!@#%^&|`?]+))/uy;

/** Undefined where a sign is met that no expression has. */
export function tokenize(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) return undefined;
    const { string, number, quoted, word, mark, operator } = groups;
    if (string !== undefined) tokens.push({ kind: 'string', text: unquote(string) });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (quoted !== undefined) tokens.push({ kind: 'name', text: quoted.replaceAll('""', '"') });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator });
  }
  return tokens;
}

function unquote(literal: string): string {
  const inner = literal.slice(literal.indexOf("'") + 1, -1).replaceAll("''", "'");
  return literal.startsWith('E') ? inner.replaceAll('\\\\', '\\') : inner;
}
