import { useCallback, useEffect, useRef, useState } from 'react';
import { cancelled, type ErrorData, toErrorData } from '../../platform/errors.ts';
import type { ReadProgress } from '../../tabular/pacing.ts';
import type { ReadChoices, TabularPreview } from '../../tabular/preview-model.ts';
import type { ImportTools } from './import-ports.ts';

interface FileReading {
  /** How far the reading is; null when none is going on. */
  readonly progress: ReadProgress | null;
  /** The latest one that was completed. */
  readonly preview: TabularPreview | null;
  /** Why the latest reading came to nothing; `cancelled` when a person stopped it. */
  readonly error: ErrorData | null;
}

export interface FilePreviewing extends FileReading {
  readonly choices: ReadChoices;
  /** Reads the file once more. */
  readonly read: (choices: ReadChoices) => void;
  readonly cancel: () => void;
}

/** Reads a file at once, and again whenever somebody wants it read otherwise. */
export function useFilePreview(file: File, tools: ImportTools): FilePreviewing {
  const [choices, setChoices] = useState<ReadChoices>({});
  const [reading, setReading] = useState<FileReading>({ progress: null, preview: null, error: null });
  const running = useRef<AbortController | null>(null);

  const read = useCallback(
    async (chosen: ReadChoices) => {
      running.current?.abort(cancelled());
      const controller = new AbortController();
      running.current = controller;
      let isSettled = false;
      const show = (part: Partial<FileReading>) => {
        if (running.current === controller) setReading((current) => ({ ...current, ...part }));
      };
      const settle = (part: Partial<FileReading>) => {
        isSettled = true;
        show({ progress: null, ...part });
      };
      setChoices(chosen);
      show({ progress: { doneBytes: 0, totalBytes: file.size }, error: null });
      try {
        // The worker's reports come by a way of their own, and the last one may be overtaken by the result.
        const onProgress = (progress: ReadProgress) => {
          if (!isSettled) show({ progress });
        };
        const preview = await tools.previewFile(file, chosen, onProgress, controller.signal);
        settle({ preview });
      } catch (thrown) {
        settle({ error: toErrorData(thrown) });
      }
    },
    [file, tools],
  );

  useEffect(() => {
    void read({});
    return () => {
      const controller = running.current;
      running.current = null;
      controller?.abort(cancelled());
    };
  }, [read]);

  const cancel = useCallback(() => running.current?.abort(cancelled()), []);
  return { ...reading, choices, read: (chosen) => void read(chosen), cancel };
}
