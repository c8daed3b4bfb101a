import { columnUse, type Expression, labelOf, type Output, type RowUse, retyped } from '../expression.ts';
import { isRejection, type Rejection, reject } from '../rejection.ts';
import { levelsOf } from '../rules/levels.ts';
import { behindPosition } from '../rules/output-position.ts';
import { columnTypeIn, findSource, lookUp, type Scope } from '../scope.ts';
import { isComparable } from '../types/coercion.ts';
import { TEXT, UNKNOWN } from '../types/types.ts';
import type { From } from './read-from.ts';
import { ALL_SOURCES, type Item } from './read-items.ts';
import type { Draft } from './read-select.ts';

/** The columns that a select list gives, once its sources are known. */
export interface SelectHead {
  /** With all sources. */
  readonly scope: Scope;
  readonly isDistinct: boolean;
  readonly distinctOn: readonly Expression[] | null;
  readonly items: readonly Item[];
}

export function settleItems({ scope, isDistinct, distinctOn, items }: SelectHead, from: From): Draft | Rejection {
  const outputs = outputsOf(items, from, scope);
  if (isRejection(outputs)) return outputs;
  const settledOn = distinctOn && settleAll(distinctOn, outputs.list, scope);
  if (settledOn && isRejection(settledOn)) return settledOn;
  const checked = [...(settledOn ?? []), ...outputs.expressions];
  const levels = levelsOf(checked, scope);
  if (isRejection(levels)) return levels;
  const odd = isDistinct && (settledOn ?? outputs.expressions).find(({ type }) => !isComparable(type));
  if (odd) return reject('type', odd.position, `DISTINCT cannot compare ${odd.type.title}.`);
  return {
    scope,
    isDistinct,
    distinctOn: settledOn,
    grouping: null,
    checked,
    windows: new Set(),
    hasAggregate: levels.hasAggregate,
    result: {
      outputs: isDistinct ? (outputs.list?.map(asText) ?? null) : outputs.list,
      outerUses: [...from.outerUses, ...levels.outerUses],
    },
  };
}

/** DISTINCT compares literals without a type as texts. */
function asText(output: Output): Output {
  const { expression, type } = output;
  if (type !== UNKNOWN || expression?.kind !== 'literal') return output;
  return { ...output, type: TEXT, expression: { ...expression, type: TEXT } };
}

export interface Outputs {
  /** Null when a star stands for columns that are not known. */
  readonly list: readonly Output[] | null;
  readonly expressions: readonly Expression[];
}

export function outputsOf(items: readonly Item[], from: Pick<From, 'columns'>, scope: Scope): Outputs | Rejection {
  const list: Output[] = [];
  const expressions: Expression[] = [];
  let isKnown = true;
  for (const { expression, alias } of items) {
    if (expression.kind === 'star') {
      const columns = starOutputs(expression, from, scope);
      if (columns && 'reason' in columns) return columns;
      if (columns) list.push(...columns);
      else isKnown = false;
      expressions.push(...(columns?.flatMap((column) => column.expression ?? []) ?? []));
      continue;
    }
    const settled = settleType(expression, scope);
    if (isRejection(settled)) return settled;
    expressions.push(settled);
    list.push({ name: alias ?? labelOf(settled), type: settled.type, expression: settled });
  }
  return { list: isKnown ? list : null, expressions };
}

/** Null when they are not known. */
function starOutputs(
  { qualifier, position }: RowUse,
  from: Pick<From, 'columns'>,
  scope: Scope,
): readonly Output[] | null | Rejection {
  if (qualifier === ALL_SOURCES) {
    const here = (output: Output): Output => ({
      ...output,
      expression: output.expression && { ...output.expression, position },
    });
    if (scope.sources.length > 0) return from.columns?.map(here) ?? null;
    return reject('unknown-source', position, 'Without FROM there are no columns that * could stand for.');
  }
  const found = lookUp(scope, qualifier);
  if (found.kind === 'none') {
    const message = `${qualifier} is not among the tables of this query.`;
    return reject('not-in-scope', position, message);
  }
  const relation = found.kind === 'source' ? found.source.relation : found.relation;
  if (!relation?.columns) return null;
  return relation.columns.map(({ name, type }): Output => {
    const expression = columnUse({ qualifier, name: name ?? '?column?', type, position });
    return { name, type, expression };
  });
}

function settleAll(
  expressions: readonly Expression[],
  outputs: readonly Output[] | null,
  scope: Scope,
): readonly Expression[] | Rejection {
  const settled: Expression[] = [];
  for (const expression of expressions) {
    const meant = behindPosition(expression, outputs, 'DISTINCT ON');
    const each = isRejection(meant) ? meant : settleType(meant, scope);
    if (isRejection(each)) return each;
    settled.push(each);
  }
  return settled;
}

/** With the types of columns that had to wait for FROM. */
export function settleType(expression: Expression, scope: Scope): Expression | Rejection {
  return retyped(expression, (use) => {
    const source = findSource(scope.sources, use.qualifier);
    const type = source && columnTypeIn(source.relation, use);
    return type && 'reason' in type ? undefined : type;
  });
}
