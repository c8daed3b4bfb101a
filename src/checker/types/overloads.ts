/**
 * Which of several operators or functions of one name a call means: Postgres' rules (documentation, 10.2 and 10.3), so
 * that what is rejected here is what Postgres finds missing or ambiguous.
 */
import { type Binding, bind } from './polymorphic.ts';
import { type SqlType, UNKNOWN } from './types.ts';

export interface Overload {
  readonly parameters: readonly SqlType[];
}

export type Choice<T> =
  | { readonly kind: 'chosen'; readonly overload: T; readonly binding: Binding }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous' };

/** @param actual types of the arguments, none of them UNSURE; equally many as each overload has parameters */
export function choose<T extends Overload>(actual: readonly SqlType[], overloads: readonly T[]): Choice<T> {
  let rest: readonly T[] = overloads.filter(({ parameters }) => bind(actual, parameters) !== null);
  if (rest.length === 0) return { kind: 'none' };
  for (const narrow of [mostExact, mostExactOrPreferred, byCategory, likeTheKnown]) {
    if (rest.length === 1) break;
    rest = narrow(actual, rest);
  }
  const [overload] = rest;
  if (rest.length !== 1 || !overload) return { kind: 'ambiguous' };
  const binding = bind(actual, overload.parameters);
  return binding ? { kind: 'chosen', overload, binding } : { kind: 'none' };
}

function mostExact<T extends Overload>(actual: readonly SqlType[], overloads: readonly T[]): readonly T[] {
  return best(overloads, ({ parameters }) => count(actual, (type, index) => type === parameters[index]));
}

function mostExactOrPreferred<T extends Overload>(actual: readonly SqlType[], overloads: readonly T[]): readonly T[] {
  return best(overloads, ({ parameters }) =>
    count(actual, (type, index) => {
      const parameter = parameters[index];
      return type === parameter || (parameter?.isPreferred === true && parameter.category === type.category);
    }),
  );
}

/** An untyped literal goes to the one category that all overloads take there, texts before others. */
function byCategory<T extends Overload>(actual: readonly SqlType[], overloads: readonly T[]): readonly T[] {
  const slots: { index: number; category: string; needsPreferred: boolean }[] = [];
  for (const [index, type] of actual.entries()) {
    if (type !== UNKNOWN) continue;
    const parameters = overloads.flatMap((overload) => overload.parameters[index] ?? []);
    const categories = new Set(parameters.map((parameter) => parameter.category));
    const category = categories.has('S') ? 'S' : [...categories][0];
    if (category === undefined || (categories.size > 1 && category !== 'S')) return overloads;
    const needsPreferred = parameters.some((parameter) => parameter.category === category && parameter.isPreferred);
    slots.push({ index, category, needsPreferred });
  }
  const kept = overloads.filter(({ parameters }) =>
    slots.every(({ index, category, needsPreferred }) => {
      const parameter = parameters[index];
      return parameter?.category === category && (!needsPreferred || parameter.isPreferred);
    }),
  );
  return kept.length > 0 ? kept : overloads;
}

/** Where all typed arguments have one type, the untyped are taken to have it as well. */
function likeTheKnown<T extends Overload>(actual: readonly SqlType[], overloads: readonly T[]): readonly T[] {
  const known = new Set(actual.filter((type) => type !== UNKNOWN));
  const [type] = known;
  if (known.size !== 1 || type === undefined || !actual.includes(UNKNOWN)) return overloads;
  const all = actual.map(() => type);
  const kept = overloads.filter(({ parameters }) => bind(all, parameters) !== null);
  return kept.length === 1 ? kept : overloads;
}

/** Typed arguments only. */
function count(actual: readonly SqlType[], test: (type: SqlType, index: number) => boolean): number {
  let matches = 0;
  for (const [index, type] of actual.entries()) if (type !== UNKNOWN && test(type, index)) matches++;
  return matches;
}

function best<T>(items: readonly T[], score: (item: T) => number): readonly T[] {
  const scores = items.map(score);
  const most = Math.max(...scores);
  return items.filter((_, index) => scores[index] === most);
}
