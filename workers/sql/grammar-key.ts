import type { GrammarRequest } from '../../src/sql-tools/contract.ts';

/**
 * Parts of a schema that no grammar is made of: they may change with every row or word, and the grammar stays. What is
 * not named here counts, so that a grammar that learns to read more never gets an older one's text.
 */
const IGNORED: ReadonlySet<string> = new Set(['comment', 'rowCount', 'defaultExpression', 'checks']);

/** SHA-256, in lower-case hex, of what the grammar's text is made of. */
export async function grammarKey({ schema, dialect, options = {} }: GrammarRequest): Promise<string> {
  const { tables, enums, domains, functions } = schema;
  const { writes = false, json = false, outputNames = 'shaped', joins = 'any' } = options;
  const included = options.tables?.map(({ namespace, name }) => [namespace, name]) ?? 'all';
  const parts = [dialect, writes, json, outputNames, joins, included, tables, enums, domains, functions];
  const text = JSON.stringify(parts, (name, value) => (IGNORED.has(name) ? undefined : value));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
