/** Which database was open last, to begin the next visit with. */

const STORAGE_KEY = 'expert-sql/database';

export interface LastOpened {
  readonly kind: 'sample' | 'workspace';
  readonly id: string;
}

/** Null on a first visit, and where the browser keeps nothing. */
export function lastOpened(): LastOpened | null {
  try {
    const [, kind, id] = /^(sample|workspace):(.{1,64})$/.exec(localStorage.getItem(STORAGE_KEY) ?? '') ?? [];
    return id !== undefined && (kind === 'sample' || kind === 'workspace') ? { kind, id } : null;
  } catch {
    return null;
  }
}

export function rememberOpened({ kind, id }: LastOpened): void {
  try {
    localStorage.setItem(STORAGE_KEY, `${kind}:${id}`);
  } catch {
    // The next visit begins with a sample.
  }
}
