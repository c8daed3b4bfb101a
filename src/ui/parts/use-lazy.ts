import { type ComponentType, useState } from 'react';

export interface Lazy<Props> {
  /** Null until it has been fetched. */
  readonly Part: ComponentType<Props> | null;
  /** It could not be fetched: the network is away, or a new version of the page has taken its place. */
  readonly isMissing: boolean;
  /** Resolves with whether it is there. */
  readonly fetch: () => Promise<boolean>;
}

/** What to say then, where the button that wanted it has no room for it. */
export const PART_MISSING = 'A part of the page could not be fetched. Check the connection and try again.';

/** A part of the page that is fetched when somebody first wants to see it. */
export function useLazy<Props>(load: () => Promise<ComponentType<Props>>): Lazy<Props> {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  const [isMissing, setMissing] = useState(false);
  const fetch = async () => {
    try {
      const part = await load();
      setPart(() => part);
      setMissing(false);
      return true;
    } catch {
      setMissing(true);
      return false;
    }
  };
  return { Part, isMissing, fetch };
}
