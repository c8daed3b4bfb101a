import type { Schema } from '../../schema/model.ts';
import { columnName } from '../../schema/names.ts';
import { queryNames } from '../../schema/query-names.ts';
import type { Allowed, ExplainOptions, Rejection, RejectionReason } from '../contract.ts';
import { allowedAt, isListOfTexts } from './allowed.ts';
import { type AllowedContext, functionNames } from './allowed-names.ts';
import { type Fault, faultOf } from './fault.ts';
import { firstOf } from './groups.ts';
import { keyConditions } from './join-clause.ts';
import type { MarkedGrammar } from './marked-grammar.ts';
import { type NextTokens, nextTokens } from './next-tokens.ts';
import { type Reach, reachAt } from './reach.ts';
import { reasonOf } from './reason.ts';

/** Where and why the grammar does not accept a canonical text; null when it does. Needs `loadParser`. */
export function rejectionOf(
  marked: MarkedGrammar,
  sql: string,
  schema: Schema,
  joins: ExplainOptions['joins'],
): Rejection | null {
  const fault = faultOf(marked.grammar, sql);
  if (fault === null) return null;
  const { place, before, found } = fault;
  const next = nextTokens(marked, before);
  const reach = reachAt(sql, place.from, schema);
  const allowed = allowedAt(marked, before, found, next, contextOf(sql, schema, reach));
  const reason = reasonOf(fault, next, allowed.some(isListOfTexts), marked, joins);
  const mending = mendingOf(reason, allowed, fault, next, reach, schema);
  return { place, reason, ...(mending ? { allowed: mending, more: 0 } : firstOf(allowed)) };
}

function contextOf(sql: string, schema: Schema, { columns }: Reach): AllowedContext {
  return {
    columns: schema.tables.flatMap((table) => table.columns.map((column) => columnName(table, column))),
    inReach: columns,
    hasDerived: new RegExp(`\\b${queryNames(schema).derivedPrefix}\\d`).test(sql),
  };
}

/** What is meant may be no function at all. */
function withFirst(name: string | null, functions: readonly string[], allowed: Allowed): Allowed {
  if (name === null || allowed.kind !== 'names' || !functions.includes(name)) return allowed;
  const { examples } = allowed;
  const others = examples.filter((each) => each !== name);
  return { ...allowed, examples: [name, ...others].slice(0, examples.length) };
}

/** What would set right what the reason tells of; null where that may be anything. */
function mendingOf(
  reason: RejectionReason,
  allowed: readonly Allowed[],
  { found }: Fault,
  next: NextTokens,
  { tables }: Reach,
  schema: Schema,
): readonly Allowed[] | null {
  const named = (what: string) => allowed.filter((each) => each.kind === 'names' && each.what === what);
  switch (reason.kind) {
    case 'listed-text':
      return allowed.filter(isListOfTexts);
    case 'function':
      return named('a function').map((each) => withFirst(reason.nearest, functionNames(next.names), each));
    case 'type':
      return named('a type');
    case 'arguments': {
      const sign = found === ')' ? ',' : ')';
      const signs = allowed.filter((each) => each.kind === 'text' && each.text === sign);
      return signs.length > 0 ? signs : named('a column');
    }
    case 'join': {
      const examples = keyConditions(tables, schema);
      return examples.length > 0 ? [{ kind: 'names', what: 'a declared key', examples, more: 0 }] : null;
    }
    default:
      return null;
  }
}
