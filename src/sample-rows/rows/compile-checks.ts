import { type Alternative, alternatives } from '../expressions/alternatives.ts';
import { columnsOf, type Expression } from '../expressions/ast.ts';
import { parseCheck, parseExpression } from '../expressions/parse.ts';

/** A condition that every row has to meet, made ready. */
export interface CompiledCheck {
  readonly condition: Expression;
  /** Ways to meet it, each with its simple conditions by the column that is drawn last among theirs. */
  readonly ways: readonly ReadonlyMap<string, readonly Expression[]>[];
}

/** Leaves out what is not understood: Postgres judges it. */
export function readChecks(definitions: readonly string[]): readonly Expression[] {
  return definitions.flatMap((definition) => parseCheck(definition) ?? []);
}

/** A row has to lie in one of the partitions; undefined when it may lie anywhere, or nobody can tell. */
export function partitionCondition(partitions: readonly string[]): Expression | undefined {
  const operands: Expression[] = [];
  for (const text of partitions) {
    const condition = parseExpression(text);
    if (!condition) return undefined;
    operands.push(condition);
  }
  return operands.length === 0 ? undefined : { kind: 'logic', operator: 'or', operands };
}

/** A domain's check as one of the column's: `VALUE` is the column. */
export function ofColumn(expression: Expression, column: string): Expression {
  const replaced = (part: Expression): Expression => ofColumn(part, column);
  switch (expression.kind) {
    case 'constant':
      return expression;
    case 'column':
      return expression.name.toUpperCase() === 'VALUE' ? { kind: 'column', name: column } : expression;
    case 'call':
      return { ...expression, args: expression.args.map(replaced) };
    case 'cast':
      return { ...expression, argument: replaced(expression.argument) };
    case 'array':
      return { ...expression, items: expression.items.map(replaced) };
    case 'comparison':
    case 'quantified':
      return { ...expression, left: replaced(expression.left), right: replaced(expression.right) };
    case 'logic':
      return { ...expression, operands: expression.operands.map(replaced) };
    case 'not':
    case 'is':
      return { ...expression, operand: replaced(expression.operand) };
    case 'case':
      return {
        kind: 'case',
        branches: expression.branches.map(({ when, result }) => ({ when: replaced(when), result: replaced(result) })),
        otherwise: replaced(expression.otherwise),
      };
  }
}

/** The order in which columns are drawn: what an equation computes comes after what it is computed from. */
export function drawOrder(columns: readonly string[], conditions: readonly Expression[]): readonly string[] {
  const before = new Map<string, Set<string>>();
  for (const condition of conditions.flatMap((whole) => alternatives(whole)?.flat() ?? [])) {
    if (condition.kind !== 'comparison' || condition.operator !== '=') continue;
    for (const [result, source] of [
      [condition.left, condition.right],
      [condition.right, condition.left],
    ] as const) {
      const sources = columnsOf(source);
      if (result.kind !== 'column' || sources.size < 2 || sources.has(result.name)) continue;
      before.set(result.name, new Set([...(before.get(result.name) ?? []), ...sources]));
    }
  }
  const ordered = new Set<string>();
  const visited = new Set<string>();
  const visit = (column: string): void => {
    if (visited.has(column)) return;
    visited.add(column);
    for (const source of before.get(column) ?? []) visit(source);
    ordered.add(column);
  };
  for (const column of columns) visit(column);
  return [...ordered].filter((column) => columns.includes(column));
}

export function compileCheck(condition: Expression, order: readonly string[]): CompiledCheck {
  const ways = alternatives(condition) ?? [];
  return { condition, ways: ways.map((way) => byLastColumn(way, order)) };
}

function byLastColumn(way: Alternative, order: readonly string[]): ReadonlyMap<string, readonly Expression[]> {
  const byColumn = new Map<string, Expression[]>();
  for (const condition of way) {
    const last = Math.max(...[...columnsOf(condition)].map((column) => order.indexOf(column)), -1);
    const column = order[last];
    if (column !== undefined) byColumn.set(column, [...(byColumn.get(column) ?? []), condition]);
  }
  return byColumn;
}
