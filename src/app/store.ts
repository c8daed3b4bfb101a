import { useSyncExternalStore } from 'react';

/** What a component may do with a store: read it and hear of changes. */
export interface Readable<State> {
  get(): State;
  subscribe(listener: () => void): () => void;
}

/** One immutable value and those who want to know when it is replaced. */
export class Store<State> implements Readable<State> {
  #state: State;
  readonly #listeners = new Set<() => void>();

  constructor(initial: State) {
    this.#state = initial;
  }

  readonly get = (): State => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(state: State): void {
    if (Object.is(state, this.#state)) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  patch(part: Partial<State>): void {
    this.set({ ...this.#state, ...part });
  }
}

export function useStore<State>(store: Readable<State>): State {
  return useSyncExternalStore(store.subscribe, store.get);
}
