/** Models that this build carries: what `bundled:` in a catalogue entry's source stands for. */
import nanoUrl from '../../models/nano/nano.gguf?url';
import type { ModelEntry } from '../../src/engine/catalogue.ts';
import { AppError } from '../../src/platform/errors.ts';

const PREFIX = 'bundled:';
const URLS: ReadonlyMap<string, string> = new Map([['nano.gguf', nanoUrl]]);

/** Where the model's file is. @throws AppError `model/missing` */
export function modelUrl(model: ModelEntry): string {
  if (!model.source.startsWith(PREFIX)) return model.source;
  const url = URLS.get(model.source.slice(PREFIX.length));
  if (url === undefined) {
    throw new AppError({ code: 'model/missing', message: `${model.title} is not part of this build.` });
  }
  return new URL(url, import.meta.url).href;
}
