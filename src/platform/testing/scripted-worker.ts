import * as Comlink from 'comlink';

/** A worker whose other end is served by a script, through real message ports. */
export class ScriptedWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  isTerminated = false;
  readonly #channel = new MessageChannel();

  constructor(contract: object) {
    super();
    Comlink.expose(contract, this.#channel.port2);
    this.#channel.port1.addEventListener('message', ({ data, ports }) =>
      this.dispatchEvent(new MessageEvent('message', { data, ports: [...ports] })),
    );
    this.#channel.port1.start();
  }

  postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
    this.#channel.port1.postMessage(message, Array.isArray(transfer) ? transfer : []);
  }

  terminate(): void {
    this.isTerminated = true;
    this.#channel.port1.close();
  }

  crash(): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message: 'boom' }));
  }
}
