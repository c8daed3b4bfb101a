import { useCallback, useEffect, useRef, useState } from 'react';
import { cancelled, type ErrorData, toErrorData } from '../../platform/errors.ts';
import type { DroppedFile } from './dropped-files.ts';
import type { ScriptPart } from './join-scripts.ts';
import { takeFiles } from './take-files.ts';

export type TakingState =
  | { readonly kind: 'settled'; readonly leftOut: readonly string[] }
  | { readonly kind: 'reading'; readonly files: number }
  | { readonly kind: 'failed'; readonly files: number; readonly error: ErrorData };

interface Receivers {
  readonly onScript: (script: { title: string; text: string; parts: readonly ScriptPart[] }) => void;
  readonly onRows: (files: readonly File[]) => void;
  readonly onSmartQueryResult: (text: string) => void;
  readonly onDatabase: (file: File, title: string) => void;
}

const NOTHING: TakingState = { kind: 'settled', leftOut: [] };

/** Takes files that are dropped or chosen to where they belong. Later ones take the place of those still being read. */
export function useTaking(receivers: Receivers) {
  const [state, setState] = useState<TakingState>(NOTHING);
  const running = useRef<AbortController | null>(null);
  const latest = useRef(receivers);
  useEffect(() => {
    latest.current = receivers;
  });

  const take = useCallback(async (files: readonly DroppedFile[]) => {
    running.current?.abort(cancelled());
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'reading', files: files.length });
    try {
      const { taken, leftOut } = await takeFiles(files, controller.signal);
      if (controller.signal.aborted) return;
      setState({ kind: 'settled', leftOut });
      const { onScript, onRows, onSmartQueryResult, onDatabase } = latest.current;
      if (taken.kind === 'script') onScript({ title: taken.title, text: taken.text, parts: taken.parts });
      if (taken.kind === 'rows') onRows(taken.files);
      if (taken.kind === 'smart-query') onSmartQueryResult(taken.text);
      if (taken.kind === 'database') onDatabase(taken.file, taken.title);
    } catch (thrown) {
      if (!controller.signal.aborted) setState({ kind: 'failed', files: files.length, error: toErrorData(thrown) });
    }
  }, []);

  const stop = useCallback(() => {
    running.current?.abort(cancelled());
    setState(NOTHING);
  }, []);

  /** Once what was left out, or went wrong, is about something that is not there any more. */
  const forget = useCallback(() => setState((current) => (current.kind === 'reading' ? current : NOTHING)), []);

  return { state, take: useCallback((files: readonly DroppedFile[]) => void take(files), [take]), stop, forget };
}
