import type { Generation } from '../../src/engine/contract.ts';

interface Ending {
  readonly finish: Generation['finish'];
  readonly promptTokens: number;
  readonly outputTokens: number;
}

/** Gathers a generation from the stream of a runtime, and times it as the person at the screen lives it. */
export class GenerationRecord {
  readonly #onText: (piece: string) => void;
  readonly #started = performance.now();
  #firstTokenAt: number | null = null;
  #text = '';

  constructor(onText: (piece: string) => void) {
    this.#onText = onText;
  }

  /** For each output token; the text of some is empty: control tokens, and parts of a character. */
  add(piece: string): void {
    this.#firstTokenAt ??= performance.now();
    if (piece === '') return;
    this.#text += piece;
    this.#onText(piece);
  }

  finish(ending: Ending): Generation {
    const ended = performance.now();
    const firstTokenAt = this.#firstTokenAt ?? ended;
    return {
      ...ending,
      text: this.#text,
      prefillMilliseconds: firstTokenAt - this.#started,
      decodeMilliseconds: ended - firstTokenAt,
    };
  }
}
