/** The names that a query of canonical SQL (docs/canonical-sql.md) may give to what it reads from. */
import type { Schema, Table } from './model.ts';
import { quoteName } from './names.ts';

/** Postgres cuts identifiers off after this many bytes (documentation, 4.1.1). */
const MAX_NAME_BYTES = 63;
/** How often one FROM can list a table: as itself and under this many aliases. */
const ALIASES = 3;

export interface QueryNames {
  /** Aliases of a table's second to fourth appearance, as SQL text. */
  aliasesOf(table: Table): readonly string[];
  /** Begins the name of CTEs and derived tables, which a number follows: `q`. */
  readonly derivedPrefix: string;
}

/** Equal schemas give equal names; no name is that of a table or given twice. */
export function queryNames(schema: Schema): QueryNames {
  const taken = new Set(schema.tables.map((table) => table.name));
  const aliases = new Map<Table, readonly string[]>();
  for (const table of schema.tables) {
    const base = table.namespace === 'public' ? table.name : `${table.namespace}_${table.name}`;
    aliases.set(table, freeAliases(base, taken).map(quoteName));
  }
  return { derivedPrefix: freePrefix(taken), aliasesOf: (table) => aliases.get(table) ?? [] };
}

function freePrefix(taken: ReadonlySet<string>): string {
  let prefix = 'q';
  while ([...taken].some((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))) prefix += 'q';
  return prefix;
}

/** The next numbers that are free, from 2 on; they are then taken. */
function freeAliases(base: string, taken: Set<string>): string[] {
  const found: string[] = [];
  for (let number = 2; found.length < ALIASES; number++) {
    const alias = numbered(base, number);
    if (taken.has(alias)) continue;
    taken.add(alias);
    found.push(alias);
  }
  return found;
}

/** `employees2`, its base cut off between characters where the number would not fit any more. */
function numbered(base: string, number: number): string {
  let length = MAX_NAME_BYTES - String(number).length;
  let kept = '';
  for (const character of base) {
    length -= new TextEncoder().encode(character).length;
    if (length < 0) break;
    kept += character;
  }
  return `${kept}${number}`;
}
