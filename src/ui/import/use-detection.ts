import { useEffect, useState } from 'react';
import type { Detection } from '../../dialect/detect.ts';
import { detectInSlices } from './detect-in-slices.ts';

/** Milliseconds after a keystroke: nobody reads the outcome while typing. */
const DELAY = 200;

/** The dialect of a text that may still be written; null until it is known. */
export function useDetection(text: string): Detection | null {
  const [found, setFound] = useState<{ readonly text: string; readonly detection: Detection } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      detectInSlices(text, controller.signal).then(
        (detection) => setFound({ text, detection }),
        () => undefined,
      );
    }, DELAY);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text]);
  if (text.trim() === '') return null;
  // While more is written, what was found before holds: it hardly ever changes.
  return found?.detection ?? null;
}
