/** A controller that aborts with `signal`, and can be aborted alone. `release` is to be called when it is done with. */
export function linkedAbort(signal: AbortSignal): { readonly controller: AbortController; release(): void } {
  const controller = new AbortController();
  const onAbort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  return { controller, release: () => signal.removeEventListener('abort', onAbort) };
}
