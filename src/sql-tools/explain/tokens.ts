import type { Place } from '../contract.ts';

type TokenKind = 'blank' | 'word' | 'number' | 'text' | 'sign';

export interface Token extends Place {
  readonly kind: TokenKind;
}

const PATTERNS = [
  /(?<blank>(?:\s|--[^\n]*|\/\*.*?\*\/)+)/su,
  /(?<text>[eE]'(?:[^'\\]|\\.|'')*'?|'(?:[^']|'')*'?|\$(?<tag>(?:[\p{L}_][\p{L}\p{N}_]*)?)\$.*?\$\k<tag>\$)/su,
  // Postgres takes whatever is beyond ASCII for letters.
  /(?<word>[a-zA-Z_\u{80}-\u{10FFFF}][\w$\u{80}-\u{10FFFF}]*|"(?:[^"]|"")*"?)/su,
  /(?<number>\$\p{N}+|\p{N}+(?:\.\p{N}+)?(?:[eE]-?\p{N}+)?)/su,
  /(?<sign>::|[-+*/<>=~!@#%^&|?]+|.)/su,
];
const TOKEN = new RegExp(PATTERNS.map(({ source }) => source).join('|'), 'gsu');

/**
 * The words and signs of a statement, without a gap between them. Exact for canonical SQL; of SQL as people write it,
 * good enough to say which word stands where.
 */
export function tokensOf(sql: string): Token[] {
  return Array.from(sql.matchAll(TOKEN), ({ 0: text, index, groups = {} }) => ({
    kind: kindOf(groups),
    from: index,
    to: index + text.length,
  }));
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): TokenKind {
  if (groups.blank !== undefined) return 'blank';
  if (groups.text !== undefined) return 'text';
  if (groups.word !== undefined) return 'word';
  return groups.number !== undefined ? 'number' : 'sign';
}

/** The word with its qualifiers (`c.name`), the number, text or sign that begins at or around `index`. */
export function placeAt(sql: string, index: number): Place {
  const tokens = tokensOf(sql);
  const at = tokens.findIndex(({ from, to, kind }) => from <= index && index < to && kind !== 'blank');
  const first = tokens[at];
  if (!first) return { from: Math.min(index, sql.length), to: Math.min(index, sql.length) };
  let end = first;
  for (let next = at + 1; first.kind === 'word'; next += 2) {
    const [point, name] = [tokens[next], tokens[next + 1]];
    if (!point || !name || sql.slice(point.from, point.to) !== '.' || name.kind !== 'word') break;
    end = name;
  }
  return { from: first.from, to: end.to };
}

/** The name that a text begins with, namespaces included; empty when it begins with something else. */
export function nameAtStart(text: string): string {
  return /^(?:[\p{L}\p{N}_$.]|"(?:[^"]|"")*")+/u.exec(text)?.[0] ?? '';
}
