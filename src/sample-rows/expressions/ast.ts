/** Conditions of checks and indexes, as far as they are understood: what is not is left to Postgres to judge. */
export type Operand = string | number | boolean | null | readonly Operand[];

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Expression =
  | { readonly kind: 'constant'; readonly value: Operand }
  | { readonly kind: 'column'; readonly name: string }
  /** Functions in lower case; other operators by their sign, prefix ones with one argument. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'cast'; readonly argument: Expression; readonly type: string }
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  | Comparison
  /** `= ANY (array)`, `<> ALL (array)` */
  | {
      readonly kind: 'quantified';
      readonly operator: string;
      readonly quantifier: 'any' | 'all';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly operands: readonly Expression[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'is'; readonly test: IsTest; readonly negated: boolean; readonly operand: Expression }
  | {
      readonly kind: 'case';
      readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
      readonly otherwise: Expression;
    };

export interface Comparison {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export type IsTest = 'null' | 'true' | 'false';

const OPPOSITE = { '=': '<>', '<>': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;
const MIRRORED = { '=': '=', '<>': '<>', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** Holds where `operator` does not. */
export function opposite(operator: ComparisonOperator): ComparisonOperator {
  return OPPOSITE[operator];
}

/** `a < b` is `b > a`. */
export function mirrored(operator: ComparisonOperator): ComparisonOperator {
  return MIRRORED[operator];
}

export function isComparisonOperator(sign: string): sign is ComparisonOperator {
  return Object.hasOwn(OPPOSITE, sign);
}

/** The expressions directly inside. */
function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'constant':
    case 'column':
      return [];
    case 'call':
      return expression.args;
    case 'cast':
      return [expression.argument];
    case 'array':
      return expression.items;
    case 'comparison':
    case 'quantified':
      return [expression.left, expression.right];
    case 'logic':
      return expression.operands;
    case 'not':
    case 'is':
      return [expression.operand];
    case 'case':
      return [...expression.branches.flatMap(({ when, result }) => [when, result]), expression.otherwise];
  }
}

export function columnsOf(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (part: Expression): void => {
    if (part.kind === 'column') names.add(part.name);
    for (const child of childrenOf(part)) visit(child);
  };
  visit(expression);
  return names;
}
