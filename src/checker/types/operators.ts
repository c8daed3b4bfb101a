import { OPERATORS } from './catalogue-data.ts';
import { choose, type Overload } from './overloads.ts';
import { type Binding, bind, bound } from './polymorphic.ts';
import { BOOLEAN, builtInType, type SqlType, UNKNOWN, UNSURE } from './types.ts';

interface Operator extends Overload {
  readonly result: SqlType;
}

interface OperatorFamily {
  /** With two operands, by their types: `int4,int8`. */
  readonly exact: ReadonlyMap<string, Operator>;
  readonly binary: readonly Operator[];
  readonly prefix: readonly Operator[];
  /** Whether each type can stand on the left: filled as types occur. */
  readonly lefts: Map<SqlType, boolean>;
}

/** What an operator gives, and the types its operands are taken as, in order. */
export type OperatorUse =
  | { readonly kind: 'found'; readonly result: SqlType; readonly operands: readonly SqlType[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous' };

const COMPARISONS = new Set('= <> < > <= >= ~~ !~~ ~~* !~~* ~ ~* !~ !~*'.split(' '));

const families: ReadonlyMap<string, OperatorFamily> = new Map(
  OPERATORS.trim()
    .split('\n')
    .map((line): [string, OperatorFamily] => {
      const [name = '', ...texts] = line.split(' ');
      const all = texts.map((text): Operator => {
        const [left = '', right = '', result = ''] = text.split(/[,=]/);
        return {
          parameters: [left, right].filter((type) => type !== '').map(builtInType),
          result: builtInType(result),
        };
      });
      const binary = all.filter(({ parameters }) => parameters.length === 2);
      const exact = new Map(binary.map((each) => [each.parameters.map((type) => type.name).join(), each]));
      const prefix = all.filter(({ parameters }) => parameters.length === 1);
      return [name, { exact, binary, prefix, lefts: new Map() }];
    }),
);

/** Whether it is one of those that give a truth value for any two operands they take. */
export function isComparison(operator: string): boolean {
  return COMPARISONS.has(operator);
}

/** @param left null for an operator that stands in front of its one operand */
export function resolveOperator(name: string, left: SqlType | null, right: SqlType): OperatorUse {
  const family = families.get(name);
  const types = left === null ? [right] : [left, right];
  // An extension may have made one for its type.
  if (!family || types.includes(UNSURE)) {
    const result = left !== null && isComparison(name) ? BOOLEAN : UNSURE;
    return { kind: 'found', result, operands: types.map(() => UNSURE) };
  }
  const exact = left && exactOperator(family, left, right);
  if (exact) return { kind: 'found', result: exact.result, operands: exact.parameters };
  const choice = choose(types, left === null ? family.prefix : family.binary);
  if (choice.kind !== 'chosen') return choice;
  return { kind: 'found', ...inCall(choice.overload, choice.binding) };
}

/** Whether the operator takes such a value on its left, whatever is on its right. */
export function takesOnLeft(name: string, left: SqlType): boolean {
  const family = families.get(name);
  if (!family || left === UNKNOWN || left === UNSURE) return true;
  let isTaken = family.lefts.get(left);
  if (isTaken === undefined) {
    isTaken = family.binary.some(({ parameters }) => bind([left, UNSURE], parameters) !== null);
    family.lefts.set(left, isTaken);
  }
  return isTaken;
}

/** An untyped operand is first taken to be like the other. */
function exactOperator(family: OperatorFamily, left: SqlType, right: SqlType): Operator | undefined {
  const key = `${(left === UNKNOWN ? right : left).name},${(right === UNKNOWN ? left : right).name}`;
  return family.exact.get(key);
}

function inCall(operator: Operator, binding: Binding): { result: SqlType; operands: readonly SqlType[] } {
  return {
    result: bound(operator.result, binding),
    operands: operator.parameters.map((parameter) => bound(parameter, binding)),
  };
}
