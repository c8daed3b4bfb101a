import { useCallback, useState } from 'react';
import type { Databases } from '../../app/databases.ts';

/** A change in words for people: before, while and after it is made. */
export interface ChangeWords {
  /** What undo would take back: `the deletion of orders`. */
  readonly what: string;
  /** `Deleting orders…` */
  readonly doing: string;
  /** `Deleted orders.` */
  readonly done: string;
}

export interface Changes {
  /** What is being changed from here; null when nothing is. */
  readonly doing: string | null;
  /** The last change that was made from here. */
  readonly done: ChangeWords | null;
  readonly undo: () => Promise<void>;
  /** Resolves with what the change does, however it ends. */
  readonly make: <Result>(words: ChangeWords, change: () => Promise<Result>) => Promise<Result>;
}

const IN_A_COPY = 'This is your own copy now; the sample is as it was.';

/** Changes of the open database, one after the other, with what to say about them. */
export function useChanges(databases: Databases): Changes {
  const [doing, setDoing] = useState<string | null>(null);
  const [done, setDone] = useState<ChangeWords | null>(null);
  const make = useCallback(
    async <Result>(words: ChangeWords, change: () => Promise<Result>): Promise<Result> => {
      const before = databases.store.get().source;
      setDoing(words.doing);
      const result = await change();
      setDoing(null);
      const { undoable, source } = databases.store.get();
      // What failed or was cancelled cannot be undone.
      if (undoable === words.what) {
        const isCopy = before.kind === 'sample' && source.kind !== 'sample';
        setDone(isCopy ? { ...words, done: `${words.done} ${IN_A_COPY}` } : words);
      }
      return result;
    },
    [databases],
  );
  const undo = async () => {
    setDoing(`Undoing ${databases.store.get().undoable}…`);
    await databases.undo();
    setDoing(null);
  };
  return { doing, done, make, undo };
}
