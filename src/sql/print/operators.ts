/** Operators as the layout writes them, and how tightly they bind (Postgres' documentation, 4.1.6). */

/** From loose to tight. An expression stands where something at least as tight is asked for; elsewhere in parentheses. */
export const LEVEL = {
  or: 1,
  and: 2,
  not: 3,
  /** A comparison, a pattern, IS: never an operand without parentheses. */
  predicate: 4,
  /** Operators without a place of their own: `||`, `->>`, `@>`. */
  other: 5,
  sum: 6,
  product: 7,
  power: 8,
  /** A sign before a term. */
  sign: 9,
  /** Takes a cast behind it. */
  term: 10,
  /** Takes a subscript behind it. */
  closed: 11,
} as const;

export const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=']);

/** What LIKE and its kin are called inside Postgres. */
export const PATTERN_WORDS: ReadonlyMap<string, string> = new Map([
  ['~~', 'LIKE'],
  ['!~~', 'NOT LIKE'],
  ['~~*', 'ILIKE'],
  ['!~~*', 'NOT ILIKE'],
]);

const OTHER_OPERATORS: ReadonlySet<string> = new Set(
  '|| & | # << >> ~ ~* !~ !~* @> <@ && -> ->> #> #>> #- ? ?| ?& @? @@ <-> <=> <#> -|- &< &> <<= >>= <% %> ^@'.split(
    ' ',
  ),
);

const PREFIX_OPERATORS: ReadonlySet<string> = new Set(['-', '~', '@', '|/', '||/']);

/** The level of an operator between two values; null where the layout does not have it. */
export function binaryLevel(operator: string): number | null {
  if (operator === '+' || operator === '-') return LEVEL.sum;
  if (operator === '*' || operator === '/' || operator === '%') return LEVEL.product;
  if (operator === '^') return LEVEL.power;
  return OTHER_OPERATORS.has(operator) ? LEVEL.other : null;
}

export function isPrefixOperator(operator: string): boolean {
  return PREFIX_OPERATORS.has(operator);
}
