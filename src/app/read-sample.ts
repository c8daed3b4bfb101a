import { AppError } from '../platform/errors.ts';
import type { Sample } from '../schema/samples.ts';

/** The sample's script: a static file beside the page. */
export async function readSample(sample: Sample): Promise<string> {
  const response = await fetch(new URL(`samples/${sample.file}`, document.baseURI)).catch(() => null);
  if (response?.ok) return await response.text();
  throw new AppError({
    code: 'database/start-failed',
    message: `The sample “${sample.title}” could not be fetched.`,
    hint: 'Check the connection and start again, or use your own schema.',
  });
}
