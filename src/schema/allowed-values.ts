/**
 * The values that a CHECK constraint allows, when it is a plain list: `status IN ('new', 'paid')`, as
 * `pg_get_constraintdef` prints it back, casts and parentheses included:
 * `CHECK (((status)::text = ANY ((ARRAY['new'::character varying, 'paid'::character varying])::text[])))`.
 * Empty for every other kind of check.
 */
export function allowedValues(check: string, column: string): readonly string[] {
  const tokens = withoutCasts(tokenize(check)).filter((token) => !isParenthesis(token));
  const shape = tokens.map((token) => (token.kind === 'literal' ? 'L' : token.kind === 'name' ? 'N' : token.text));
  const list = /^CHECK N = (?:ANY ARRAY \[ (?:L , )*L \]|L)(?: OR N IS NULL)?(?: NOT VALID| NO INHERIT)*$/;
  if (!list.test(shape.join(' '))) return [];
  const names = tokens.filter((token) => token.kind === 'name');
  if (names.some((name) => name.text !== column)) return [];
  return tokens.filter((token) => token.kind === 'literal').map((token) => token.text);
}

function isParenthesis(token: Token): boolean {
  return token.kind === 'symbol' && (token.text === '(' || token.text === ')');
}

interface Token {
  readonly kind: 'literal' | 'name' | 'keyword' | 'symbol';
  /** Unquoted. */
  readonly text: string;
}

/** Postgres prints keywords in capitals and quotes any name that has a capital; only a domain's VALUE is an exception. */
const TOKEN =
  /\s*(?:(?<string>E?'(?:[^']|'')*')|(?<number>-?\d+(?:\.\d+)?)|"(?<quoted>(?:[^"]|"")*)"|(?<word>[^\W\d][\w$]*)|(?<symbol>::|[^\s]))/uy;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (TOKEN.lastIndex = 0; ; ) {
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) return tokens;
    const { string, number, quoted, word, symbol } = groups;
    if (string !== undefined) tokens.push({ kind: 'literal', text: unquoteString(string) });
    else if (number !== undefined) tokens.push({ kind: 'literal', text: number });
    else if (quoted !== undefined) tokens.push({ kind: 'name', text: quoted.replaceAll('""', '"') });
    else if (word !== undefined) tokens.push({ kind: isKeyword(word) ? 'keyword' : 'name', text: word });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
  }
}

function isKeyword(word: string): boolean {
  return word !== 'VALUE' && /^[A-Z]+$/.test(word);
}

function unquoteString(literal: string): string {
  const escaped = literal.startsWith('E');
  const inner = literal.slice(escaped ? 2 : 1, -1).replaceAll("''", "'");
  return escaped ? inner.replaceAll('\\\\', '\\') : inner;
}

/** Leaves out `::type`, where a type is names, perhaps qualified, with `(40)` and `[]` behind. */
function withoutCasts(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let inType = false;
  for (const [index, token] of tokens.entries()) {
    if (token.text === '::' && token.kind === 'symbol') {
      inType = true;
    } else if (inType) {
      const next = tokens[index + 1];
      const isArray = token.kind === 'symbol' && token.text === '[' && next?.text === ']';
      const closesArray = token.kind === 'symbol' && token.text === ']' && tokens[index - 1]?.text === '[';
      const isName = token.kind === 'name' || (token.kind === 'symbol' && token.text === '.');
      if (isArray || closesArray || isName) continue;
      inType = false;
      kept.push(token);
    } else {
      kept.push(token);
    }
  }
  return kept;
}
