import { useCallback, useState } from 'react';
import type { Databases } from '../../app/databases.ts';
import { type ErrorData, toErrorData } from '../../platform/errors.ts';
import { fileNameOf, saveFile } from '../parts/save-file.ts';

export type SavingState =
  | { readonly kind: 'saving'; readonly as: SavedAs; readonly cancel: () => void }
  | { readonly kind: 'failed'; readonly error: ErrorData };

/** A script with or without rows, or the data directory. */
export type SavedAs = 'script' | 'schema' | 'file';

export interface Saving {
  readonly state: SavingState | null;
  readonly save: (as: SavedAs) => Promise<void>;
  readonly dismiss: () => void;
}

/** Saves the open database as a file of the person's. */
export function useSaving(databases: Databases): Saving {
  const [state, setState] = useState<SavingState | null>(null);
  const save = useCallback(
    async (as: SavedAs) => {
      const { title } = databases;
      const controller = new AbortController();
      const { signal } = controller;
      const cancel = () => {
        controller.abort();
        setState(null);
      };
      setState({ kind: 'saving', as, cancel });
      try {
        const contents = await contentsOf(databases, as, signal);
        if (signal.aborted) return;
        saveFile(contents, fileNameOf(title, EXTENSIONS[as]));
        setState(null);
      } catch (thrown) {
        if (!signal.aborted) setState({ kind: 'failed', error: toErrorData(thrown) });
      }
    },
    [databases],
  );
  return { state, save, dismiss: () => setState(null) };
}

const EXTENSIONS: Readonly<Record<SavedAs, string>> = { script: 'sql', schema: 'schema.sql', file: 'tar.gz' };

async function contentsOf(databases: Databases, as: SavedAs, signal: AbortSignal): Promise<Blob> {
  if (as === 'file') return await databases.exportFile();
  return new Blob([await databases.exportSql({ withRows: as === 'script' }, signal)], { type: 'application/sql' });
}
