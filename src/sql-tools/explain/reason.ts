import type { ExplainOptions, RejectionReason } from '../contract.ts';
import { functionNames } from './allowed-names.ts';
import type { Fault } from './fault.ts';
import { functionLike } from './function-like.ts';
import { isInJoin } from './join-clause.ts';
import type { MarkedGrammar } from './marked-grammar.ts';
import type { NextTokens } from './next-tokens.ts';
import { type ArgumentCounts, argumentCounts, countsText, openCallIn } from './open-call.ts';
import { nameAtStart } from './tokens.ts';

const WRITES = /^(?:INSERT|UPDATE|DELETE)$/;

/** @param listed whether one of a list of texts can stand there */
export function reasonOf(
  fault: Fault,
  next: NextTokens,
  listed: boolean,
  marked: MarkedGrammar,
  joins: ExplainOptions['joins'],
): RejectionReason {
  const { before, found, after } = fault;
  const has = (kind: string) => next.names.some((name) => name.kind === kind);
  if (WRITES.test(found)) return { kind: 'writes' };
  if (listed && found.startsWith("'")) return { kind: 'listed-text' };
  if (after.startsWith('(') && has('function')) {
    return { kind: 'function', name: found, nearest: functionLike(found, functionNames(next.names)) };
  }
  if (before.endsWith('::') && has('type') && !isType(found + after, marked)) return { kind: 'type', name: found };
  if (before.endsWith('.') && has('new-name')) return { kind: 'name', name: found };
  const call = /^[,)]$/.test(found) || before.endsWith('(') ? openCallIn(before) : null;
  const counts = call && argumentCounts(marked.grammar, call);
  if (call && counts && isWrongCount(fault, call.given.length, counts)) {
    return { kind: 'arguments', function: call.name, takes: countsText(counts) };
  }
  if (joins === 'keys' && isInJoin(before, found)) return { kind: 'join' };
  const [only, another] = next.texts;
  const isForced = only !== undefined && another === undefined && next.names.length === 0 && !next.digits && !next.end;
  return isForced ? { kind: 'missing', text: only } : { kind: 'other' };
}

/** Whether it begins with a type: an enum is one, even where only other types can follow. */
function isType(text: string, { marks }: MarkedGrammar): boolean {
  const name = nameAtStart(text);
  return [...marks.values()].some(({ kind, texts }) => kind === 'type' && texts.includes(name));
}

/** A comma too many, an end too soon, or anything between the parentheses of what takes nothing. */
function isWrongCount({ before, found }: Fault, given: number, { least, most }: ArgumentCounts): boolean {
  if (before.endsWith('(') && found !== ')') return most === 0;
  return found === ',' ? given >= most : given < least;
}
