import type { Checker, CheckState } from '../checker/check.ts';
import { isRejection, type Rejection } from '../checker/rejection.ts';
import type { GenerateRequest, Generation } from '../engine/contract.ts';
import { cancelled, type ErrorData } from '../platform/errors.ts';
import { findLoop, type Loop } from './find-loop.ts';
import type { EnginePort } from './ports.ts';
import { tidy } from './tidy.ts';
import { Unfinished } from './unfinished.ts';

/**
 * Has the engine generate a query, and stops it once it goes round in circles. Rejects then with `ask/looping`.
 *
 * @param checker stops a query as soon as it can no longer become one that Postgres prepares, and its rejection is the
 * result; null to let the query come to its end
 * @param onSql called with all of the query so far, whenever it has grown
 */
export async function generateWatched(
  engine: EnginePort,
  request: GenerateRequest,
  checker: Checker | null,
  onSql: (sql: string) => void,
  signal: AbortSignal,
): Promise<Generation | Rejection> {
  const watch = new Watch(checker, signal);
  const onText = (piece: string) => {
    if (watch.signal.aborted) return;
    watch.add(piece);
    onSql(tidy(watch.text));
  };
  try {
    const generation = await engine.generate(request, onText, watch.signal);
    // It may have come to its end before it heard of the stop.
    if (watch.loop === null) return watch.rejection ?? generation;
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    if (watch.rejection) return watch.rejection;
    if (watch.loop === null) throw thrown;
  } finally {
    watch.dispose();
  }
  throw new Unfinished(tidy(watch.text), looping(watch.loop));
}

/** Gathers a text, and aborts its signal with the outer one, when a loop shows or when the checker refuses the text. */
class Watch {
  text = '';
  loop: Loop | null = null;
  rejection: Rejection | null = null;
  /** Null when nothing is checked any more. */
  #checked: CheckState | null;
  readonly #checker: Checker | null;
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal;

  constructor(checker: Checker | null, outer: AbortSignal) {
    this.#checker = checker;
    this.#checked = checker?.start ?? null;
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
    if (this.loop === null) this.#check(piece);
    if (this.loop || this.rejection) this.#stop();
  }

  #check(piece: string): void {
    if (!this.#checker || !this.#checked) return;
    const next = this.#checker.advance(this.#checked, piece);
    if (!isRejection(next)) {
      this.#checked = next;
      return;
    }
    this.#checked = null;
    // Whatever is not canonical SQL the checker cannot judge: a code fence, another spelling.
    if (next.reason !== 'syntax') this.rejection = next;
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
