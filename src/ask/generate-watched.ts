import type { GenerateRequest, Generation } from '../engine/contract.ts';
import { cancelled, type ErrorData } from '../platform/errors.ts';
import { findLoop, type Loop } from './find-loop.ts';
import type { EnginePort } from './ports.ts';
import { tidy } from './tidy.ts';
import { Unfinished } from './unfinished.ts';

/**
 * Has the engine generate a query, and stops it once it goes round in circles. Rejects then with `ask/looping`.
 *
 * @param onSql called with all of the query so far, whenever it has grown
 */
export async function generateWatched(
  engine: EnginePort,
  request: GenerateRequest,
  onSql: (sql: string) => void,
  signal: AbortSignal,
): Promise<Generation> {
  const watch = new LoopWatch(signal);
  const onText = (piece: string) => {
    if (watch.signal.aborted) return;
    watch.add(piece);
    onSql(tidy(watch.text));
  };
  try {
    const generation = await engine.generate(request, onText, watch.signal);
    // It may have come to its end before it heard of the stop.
    if (watch.loop === null) return generation;
  } catch (thrown) {
    if (watch.loop === null || signal.aborted) throw thrown;
  } finally {
    watch.dispose();
  }
  throw new Unfinished(tidy(watch.text), looping(watch.loop));
}

/** Gathers a text, and aborts its signal with the outer one or when a loop shows. */
class LoopWatch {
  text = '';
  loop: Loop | null = null;
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal;

  constructor(outer: AbortSignal) {
    this.#outer = outer;
    outer.addEventListener('abort', this.#stop, { once: true });
    if (outer.aborted) this.#stop();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  add(piece: string): void {
    this.text += piece;
    this.loop = findLoop(this.text);
    if (this.loop) this.#stop();
  }

  dispose(): void {
    this.#outer.removeEventListener('abort', this.#stop);
  }

  readonly #stop = (): void => this.#controller.abort(cancelled());
}

function looping(loop: Loop): ErrorData {
  const hint = 'Put the question differently, or write the query by hand.';
  switch (loop.kind) {
    case 'repetition': {
      const unit = loop.unit.trim();
      return {
        code: 'ask/looping',
        message: `The model repeated itself without an end: “${unit}” again and again.`,
        hint,
        details: { unit },
      };
    }
    case 'endless-text':
      return { code: 'ask/looping', message: 'The model wrote a text without an end into the query.', hint };
  }
}
