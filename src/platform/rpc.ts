/**
 * The one way page and workers talk: comlink, plus three transfer handlers that it lacks.
 * Errors cross as `ErrorData` and arrive as `AppError`; an `AbortSignal` argument is mirrored on the other side;
 * a function argument (a progress callback) is proxied.
 */
import * as Comlink from 'comlink';
import { AppError, cancelled, type ErrorData, toErrorData } from './errors.ts';

let installed = false;

function install(): void {
  if (installed) return;
  installed = true;
  const isThrown = Comlink.transferHandlers.get('throw')?.canHandle;
  Comlink.transferHandlers.set('throw', {
    canHandle: (value): value is { value: unknown } => isThrown?.(value) ?? false,
    serialize: ({ value }: { value: unknown }): [ErrorData, Transferable[]] => [toErrorData(value), []],
    deserialize: (data: ErrorData): never => {
      throw new AppError(data);
    },
  });
  Comlink.transferHandlers.set('signal', {
    canHandle: (value): value is AbortSignal => value instanceof AbortSignal,
    serialize: (signal: AbortSignal): [{ aborted: boolean; port: MessagePort }, Transferable[]] => {
      const { port1, port2 } = new MessageChannel();
      signal.addEventListener('abort', () => port1.postMessage('abort'), { once: true });
      return [{ aborted: signal.aborted, port: port2 }, [port2]];
    },
    deserialize: ({ aborted, port }: { aborted: boolean; port: MessagePort }): AbortSignal => {
      const controller = new AbortController();
      if (aborted) controller.abort(cancelled());
      port.onmessage = () => controller.abort(cancelled());
      return controller.signal;
    },
  });
  Comlink.transferHandlers.set('callback', {
    canHandle: (value): value is (...args: never[]) => void => typeof value === 'function',
    serialize: (callback: (...args: never[]) => void): [MessagePort, Transferable[]] => {
      const { port1, port2 } = new MessageChannel();
      Comlink.expose(callback, port1);
      return [port2, [port2]];
    },
    deserialize: (port: MessagePort) => Comlink.wrap(port),
  });
}

/** In a worker: serve `contract` to the page that started it. */
export function serve(contract: object): void {
  install();
  Comlink.expose(contract);
}

/** In the page: the remote form of a worker's contract. Every method becomes asynchronous. */
export function connect<Contract>(worker: Worker): Comlink.Remote<Contract> {
  install();
  return Comlink.wrap<Contract>(worker);
}

export type { Remote } from 'comlink';
