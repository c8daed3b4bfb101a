import { AppError, cancelled } from '../../src/platform/errors.ts';

/** A host that does not answer a small request within this time will not deliver a model either. */
const ANSWER_TIMEOUT_MS = 15_000;

/**
 * Asks for each file's headers, so that a host that is blocked or down is named at once; libraries that download by
 * themselves say no more than "Failed to fetch".
 *
 * @param modelTitle for messages
 * @throws AppError `model/host-unreachable`, `model/missing` or `cancelled`
 */
export async function checkHosts(urls: readonly string[], modelTitle: string, signal: AbortSignal): Promise<void> {
  await Promise.all(urls.map((url) => checkHost(url, modelTitle, signal)));
}

async function checkHost(url: string, modelTitle: string, signal: AbortSignal): Promise<void> {
  const { host } = new URL(url);
  let status: number;
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
    ({ status } = await fetch(url, { method: 'HEAD', signal: limit }));
  } catch (error) {
    if (signal.aborted) throw cancelled();
    throw unreachable(host, modelTitle, String(error));
  }
  if (status === 404) {
    throw new AppError({
      code: 'model/missing',
      message: `${host} no longer has ${modelTitle}.`,
      details: { host, url },
    });
  }
  if (status >= 400) throw unreachable(host, modelTitle, `status ${status}`);
}

function unreachable(host: string, modelTitle: string, why: string): AppError {
  return new AppError({
    code: 'model/host-unreachable',
    message: `${host}, which serves ${modelTitle}, cannot be reached.`,
    hint: 'The network may block it. The model that comes with the page needs no other host.',
    details: { host, why },
  });
}
