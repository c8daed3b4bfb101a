/** A condition as ways to meet it, each a list of simple conditions that all hold (disjunctive normal form). */
import { columnsOf, type Expression, opposite } from './ast.ts';
import { evaluate } from './evaluate.ts';

export type Alternative = readonly Expression[];

/** Beyond it, conditions are met by trying. */
const MAX_ALTERNATIVES = 64;
/** Columns of which a condition may ask whether they are NULL for its patterns of NULLs to be listed: 2^6. */
const MAX_NULL_COLUMNS = 6;

/** Undefined when there are too many. */
export function alternatives(condition: Expression): readonly Alternative[] | undefined {
  switch (condition.kind) {
    case 'logic':
      return condition.operator === 'or' ? union(condition.operands) : product(condition.operands);
    case 'not':
      return alternativesToNot(condition.operand);
    case 'case':
      return branches(condition);
    case 'comparison':
      return equivalence(condition) ?? nullPatterns(condition) ?? [[condition]];
    default:
      return [[condition]];
  }
}

function alternativesToNot(operand: Expression): readonly Alternative[] | undefined {
  const not = (inner: Expression): Expression => ({ kind: 'not', operand: inner });
  switch (operand.kind) {
    case 'not':
      return alternatives(operand.operand);
    case 'logic':
      return operand.operator === 'or' ? product(operand.operands.map(not)) : union(operand.operands.map(not));
    case 'is':
      return alternatives({ ...operand, negated: !operand.negated });
    case 'comparison':
      return alternatives({ ...operand, operator: opposite(operand.operator) });
    case 'quantified':
      if (operand.operator !== '=' && operand.operator !== '<>') return [[not(operand)]];
      return [
        [
          {
            ...operand,
            operator: operand.operator === '=' ? '<>' : '=',
            quantifier: operand.quantifier === 'any' ? 'all' : 'any',
          },
        ],
      ];
    default:
      return [[not(operand)]];
  }
}

function union(operands: readonly Expression[]): readonly Alternative[] | undefined {
  const all: Alternative[] = [];
  for (const operand of operands) {
    const ways = alternatives(operand);
    if (!ways || all.length + ways.length > MAX_ALTERNATIVES) return undefined;
    all.push(...ways);
  }
  return all;
}

function product(operands: readonly Expression[]): readonly Alternative[] | undefined {
  let all: readonly Alternative[] = [[]];
  for (const operand of operands) {
    const ways = alternatives(operand);
    if (!ways || all.length * ways.length > MAX_ALTERNATIVES) return undefined;
    all = all.flatMap((before) => ways.map((way) => [...before, ...way]));
  }
  return all;
}

/** Each branch with its test, and without those before. */
function branches({
  branches: all,
  otherwise,
}: Expression & { readonly kind: 'case' }): readonly Alternative[] | undefined {
  const failed: Expression[] = [];
  const ways: Expression[] = [];
  for (const { when, result } of all) {
    ways.push({ kind: 'logic', operator: 'and', operands: [...failed, when, result] });
    failed.push({ kind: 'not', operand: when });
  }
  return union([...ways, { kind: 'logic', operator: 'and', operands: [...failed, otherwise] }]);
}

/** `(a = 'x') = (b IS NOT NULL)`: both sides hold, or neither; `<>`: one of them does. */
function equivalence({
  operator,
  left,
  right,
}: Expression & { kind: 'comparison' }): readonly Alternative[] | undefined {
  if ((operator !== '=' && operator !== '<>') || !isCondition(left) || !isCondition(right)) return undefined;
  const not = (operand: Expression): Expression => ({ kind: 'not', operand });
  const pair = (first: Expression, second: Expression): Expression => ({
    kind: 'logic',
    operator: 'and',
    operands: [first, second],
  });
  return operator === '='
    ? union([pair(left, right), pair(not(left), not(right))])
    : union([pair(left, not(right)), pair(not(left), right)]);
}

function isCondition({ kind }: Expression): boolean {
  return kind === 'is' || kind === 'comparison' || kind === 'logic' || kind === 'not' || kind === 'quantified';
}

/** `num_nonnulls(a, b) = 1`, `(a IS NULL)::int + (b IS NULL)::int = 1`: only which columns are NULL matters. */
function nullPatterns(condition: Expression): readonly Alternative[] | undefined {
  const columns = [...columnsOf(condition)];
  if (columns.length < 1 || columns.length > MAX_NULL_COLUMNS || !asksOnlyForNulls(condition)) return undefined;
  const ways: Alternative[] = [];
  for (let pattern = 0; pattern < 2 ** columns.length; pattern++) {
    const isNull = new Map(columns.map((column, index) => [column, Math.floor(pattern / 2 ** index) % 2 === 0]));
    const met = evaluate(condition, {
      operand: (column) => (isNull.get(column) ? null : true),
      text: (column) => (isNull.get(column) ? null : ''),
      kind: () => 'other',
    });
    if (met !== true) continue;
    ways.push(
      columns.map(
        (name): Expression => ({
          kind: 'is',
          test: 'null',
          negated: isNull.get(name) !== true,
          operand: { kind: 'column', name },
        }),
      ),
    );
  }
  return ways.length > 0 ? ways : undefined;
}

function asksOnlyForNulls(expression: Expression): boolean {
  switch (expression.kind) {
    case 'constant':
      return true;
    case 'is':
      return expression.test === 'null' && expression.operand.kind === 'column';
    case 'cast':
      return asksOnlyForNulls(expression.argument);
    case 'comparison':
      return asksOnlyForNulls(expression.left) && asksOnlyForNulls(expression.right);
    case 'call':
      return /^num_(non)?nulls$/.test(expression.name)
        ? expression.args.every(({ kind }) => kind === 'column')
        : expression.args.every(asksOnlyForNulls);
    default:
      return false;
  }
}
