import type { SelectStmt } from 'libpg-query';
import type { Schema, Table } from '../../schema/model.ts';
import { quoteName, tableName } from '../../schema/names.ts';
import { parseStatement } from '../../sql/parse-sql.ts';
import { knownNames } from '../../sql/resolve/faults.ts';
import type { QueryScope, Source } from '../../sql/resolve/model.ts';
import { resolveStatement } from '../../sql/resolve/resolve.ts';
import { isClause } from './join-clause.ts';
import { tokensOf } from './tokens.ts';

export interface Reach {
  /** Of the query and of those around it, as canonical SQL writes them. */
  readonly columns: readonly string[];
  /** In the FROM of the query itself. */
  readonly tables: readonly Table[];
}

/** What is read by the query around `index` of a canonical text. Needs `loadParser`. */
export function reachAt(sql: string, index: number, schema: Schema): Reach {
  const parsed = parseStatement(sql);
  const { outputs, scopeOf } = resolveStatement(parsed, schema);
  const start = selectAround(sql, index);
  const around = [...outputs.keys()].find((query) => {
    const place = parsed.text.positionOfByte(firstItem(query));
    return place !== undefined && selectAround(sql, place - 1) === start;
  });
  const scope = around && scopeOf.get(around);
  const own = scope?.sources.filter(isReadBefore(sql, index)) ?? [];
  const sources = [...own, ...sourcesOutwards(scope?.outer ?? null)];
  return {
    columns: sources.flatMap(columnsOf),
    tables: (scope?.sources ?? []).flatMap((source) => (source.kind === 'table' ? source.table : [])),
  };
}

function sourcesOutwards(scope: QueryScope | null): readonly Source[] {
  return scope ? [...scope.sources, ...sourcesOutwards(scope.outer)] : [];
}

/** FROM knows what stands before in it; all else knows all that it reads. */
function isReadBefore(sql: string, index: number): (source: Source) => boolean {
  const from = clauseAround(sql, index);
  if (from === null) return () => true;
  const words = tokensOf(sql.slice(from, index)).map((token) => sql.slice(from + token.from, from + token.to));
  return (source) => words.includes(quoteName(source.name));
}

/** Where the FROM around `index` begins; null where another clause does. */
function clauseAround(sql: string, index: number): number | null {
  let depth = 0;
  for (const { from, to } of tokensOf(sql.slice(0, index)).reverse()) {
    const word = sql.slice(from, to);
    if (word === ')') depth++;
    if (word === '(') depth = Math.max(0, depth - 1);
    if (depth === 0 && isClause(word)) return word === 'FROM' ? from : null;
  }
  return null;
}

function columnsOf(source: Source): readonly string[] {
  const name = source.kind === 'table' && !source.hasAlias ? tableName(source.table) : quoteName(source.name);
  return knownNames(source.columns).map((column) => `${name}.${quoteName(column)}`);
}

/** The byte at which the first item of a SELECT stands; -1 for what has none. */
function firstItem({ targetList }: SelectStmt): number {
  const [item] = targetList ?? [];
  return item && 'ResTarget' in item ? (item.ResTarget.location ?? 0) : -1;
}

/** Where the SELECT around `index` begins; 0 where there is none. */
function selectAround(sql: string, index: number): number {
  let depth = 0;
  for (const { from, to } of tokensOf(sql.slice(0, index)).reverse()) {
    const word = sql.slice(from, to);
    if (word === ')') depth++;
    if (word === '(') depth = Math.max(0, depth - 1);
    if (word === 'SELECT' && depth === 0) return from;
  }
  return 0;
}
