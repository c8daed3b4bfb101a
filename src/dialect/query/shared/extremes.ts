import { operand } from '../expression.ts';
import { done } from '../node.ts';
import type { CallRule } from '../rules.ts';
import { mayBeNull } from './null-values.ts';

/** Characters that may be written twice: calls inside calls would otherwise grow without limit. */
const MAX_REPEATED_CHARACTERS = 500;

/** GREATEST and LEAST: one NULL among the values makes the result NULL, where Postgres passes over it. */
export function extremeOf(name: 'GREATEST' | 'LEAST'): CallRule {
  return ({ args }, rewriter) => {
    if (args.length < 2) return undefined;
    const list = args.map((nodes) => rewriter.text(nodes)).join(', ');
    const value = rewriter.expression(args[0] ?? []).value;
    if (args.every((nodes) => mayBeNull(nodes, rewriter) === false)) return done(`${name}(${list})`, { value });
    if (list.length <= MAX_REPEATED_CHARACTERS && !rewriter.isDatabaseUnknown)
      return done(`CASE WHEN NUM_NULLS(${list}) = 0 THEN ${name}(${list}) END`, { value });
    rewriter.note(`${name} passes over NULLs in Postgres; in the source one makes the result NULL.`);
    return done(`${name}(${list})`, { value });
  };
}

/** MAX and MIN of truth values, which Postgres has no order for. */
export function extremeTruth(name: 'BOOL_OR' | 'BOOL_AND'): CallRule {
  return ({ args: [arg, ...more] }, rewriter) => {
    if (!arg || more.length > 0) return undefined;
    const expression = rewriter.expression(arg);
    return expression.value === 'boolean' ? done(`${name}(${operand(expression)})`, { value: 'boolean' }) : undefined;
  };
}
