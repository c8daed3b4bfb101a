import { must } from '../../../../platform/assert.ts';

export interface SeededChoice {
  /** One of `items`; undefined when there are none. */
  one<Item>(items: readonly Item[]): Item | undefined;
}

/** Equal seeds choose equally. A linear congruential generator: constants of Numerical Recipes, upper bits used. */
export function seededChoice(seed: number): SeededChoice {
  let state = seed >>> 0;
  return {
    one(items) {
      if (items.length === 0) return undefined;
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return must(items[(state >>> 8) % items.length], 'an item in the list');
    },
  };
}
