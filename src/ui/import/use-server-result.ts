import { useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../platform/errors.ts';
import type { SmartQueryResult } from '../../schema/smart-query/read-result.ts';
import type { ImportTools } from './import-ports.ts';

export type ServerReading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly result: SmartQueryResult }
  | { readonly kind: 'failed'; readonly error: ErrorData };

/** Milliseconds after a change of the text: a paste is one, and nobody types such a result. */
const DELAY = 150;

/** What the text of a result holds, a moment after it was pasted. */
export function useServerResult(tools: ImportTools, text: string): ServerReading {
  const [reading, setReading] = useState<ServerReading>({ kind: 'nothing' });
  useEffect(() => {
    if (text.trim() === '') {
      setReading({ kind: 'nothing' });
      return;
    }
    const controller = new AbortController();
    const show = (next: ServerReading) => {
      if (!controller.signal.aborted) setReading(next);
    };
    const timer = setTimeout(() => {
      show({ kind: 'reading' });
      tools.smartQueryResult(text, controller.signal).then(
        (result) => show({ kind: 'read', result }),
        (thrown) => show({ kind: 'failed', error: toErrorData(thrown) }),
      );
    }, DELAY);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [tools, text]);
  return reading;
}
