/** The tokens of a text in canonical SQL: enough to change one of them without touching what stands in quotes. */
export interface CanonicalToken {
  /** `quoted` is a name in double quotes, `string` a constant with its quotes and its `E`. */
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'operator' | 'punctuation' | 'blank' | 'other';
  readonly text: string;
}

const PATTERNS: readonly (readonly [CanonicalToken['kind'], RegExp])[] = [
  ['blank', / /y],
  ['string', /E'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'/y],
  ['quoted', /"(?:[^"]|"")*"/y],
  ['word', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['punctuation', /::|[()[\],.:;]/y],
  ['operator', /[-+*/<>=~!@#%^&|?]+/y],
];

/** Joined, the tokens give the text again. */
export function canonicalTokens(sql: string): CanonicalToken[] {
  const tokens: CanonicalToken[] = [];
  for (let position = 0; position < sql.length; ) {
    const token = tokenAt(sql, position);
    tokens.push(token);
    position += token.text.length;
  }
  return tokens;
}

function tokenAt(sql: string, position: number): CanonicalToken {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = position;
    const text = pattern.exec(sql)?.[0];
    if (text !== undefined) return { kind, text };
  }
  return { kind: 'other', text: sql.charAt(position) };
}
