import { dottedName, sqlTokens, wordsAt } from './sql-tokens.ts';

/** Kinds of objects that other statements of a script can need. */
const KINDS: ReadonlySet<string> = new Set(
  'table view function procedure aggregate type domain sequence schema index extension collation'.split(' '),
);
/** `CREATE OR REPLACE GLOBAL TEMPORARY … IF NOT EXISTS schema.name`. */
const HEAD_TOKENS = 16;
const HEAD_CHARACTERS = 1_000;

/** The name, without its schema, of what a CREATE statement makes; undefined for other statements. */
export function createdName(sql: string): string | undefined {
  if (!/^create\b/i.test(sql)) return undefined;
  const tokens = sqlTokens(sql.slice(0, HEAD_CHARACTERS), HEAD_TOKENS);
  const kind = tokens.findIndex((token) => token.kind === 'word' && KINDS.has(token.text));
  if (kind < 0) return undefined;
  const name = wordsAt(tokens, kind + 1, 'if', 'not', 'exists') ? kind + 4 : kind + 1;
  return dottedName(tokens, name)?.parts.at(-1);
}
