import { accepts } from '../../grammar/accepts.ts';
import type { Grammar } from '../../grammar/rule-tree.ts';
import { must } from '../../platform/assert.ts';
import { tokensOf } from './tokens.ts';

/** A call whose arguments are open at the end of a text. */
export interface OpenCall {
  readonly name: string;
  /** The arguments as far as they stand there, the last one perhaps unfinished. */
  readonly given: readonly string[];
}

export function openCallIn(text: string): OpenCall | null {
  const tokens = tokensOf(text);
  const commas: number[] = [];
  let depth = 0;
  for (let index = tokens.length - 1; index > 0; index--) {
    const { from, to } = must(tokens[index], 'a token');
    const sign = text.slice(from, to);
    if (sign === ')' || sign === ']') depth++;
    if (sign === ',' && depth === 0) commas.unshift(from);
    if (sign !== '(' && sign !== '[') continue;
    if (depth > 0) {
      depth--;
      continue;
    }
    const name = /(?:[\p{L}\p{N}_$.]|"(?:[^"]|"")*")+$/u.exec(text.slice(0, from))?.[0];
    return sign === '(' && name !== undefined ? { name, given: parts(text, to, commas) } : null;
  }
  return null;
}

function parts(text: string, from: number, commas: readonly number[]): readonly string[] {
  const starts = [from, ...commas.map((comma) => comma + 1)];
  return starts.map((start, index) => text.slice(start, commas[index]).trim()).filter((part) => part !== '');
}

export interface ArgumentCounts {
  readonly least: number;
  /** Infinity when there is no limit. */
  readonly most: number;
}

/** Nothing needs more. */
const MOST_NEEDED = 20;
/** One more than Postgres itself can take (FUNC_MAX_ARGS): what has these takes any number. */
const TOO_MANY = 101;

/** How many arguments the grammar has in a call: those given as they are, and NULL for those that are not. */
export function argumentCounts(grammar: Grammar, call: OpenCall): ArgumentCounts | null {
  const takes = (count: number) => takesSoMany(grammar, call, count);
  let least = 0;
  while (!takes(least)) if (++least > MOST_NEEDED) return null;
  if (takes(TOO_MANY)) return { least, most: Number.POSITIVE_INFINITY };
  let most = least;
  while (takes(most + 1)) most++;
  return { least, most };
}

function takesSoMany(grammar: Grammar, { name, given }: OpenCall, count: number): boolean {
  const call = `${name}(${Array.from({ length: count }, (_, index) => given[index] ?? 'NULL').join(', ')})`;
  return ['SELECT', 'SELECT * FROM'].some((before) => {
    const acceptance = accepts(grammar, `${before} ${call}`);
    return acceptance.ok || acceptance.position > before.length + call.length;
  });
}

/** `no`, `1`, `1 or 2`, `2 to 4`, `at least 1`. */
export function countsText({ least, most }: ArgumentCounts): string {
  if (most === Number.POSITIVE_INFINITY) return `at least ${least}`;
  if (least === most) return least === 0 ? 'no' : String(least);
  return `${least} ${most === least + 1 ? 'or' : 'to'} ${most}`;
}
