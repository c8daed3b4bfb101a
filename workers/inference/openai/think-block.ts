/**
 * Qwen3 and its like put what they think before their answer, and an empty block where thinking is switched off but the
 * server leaves the tags in. Neither is part of the answer.
 */
const OPEN = '<think>';
const CLOSE = '</think>';

/** Takes a block at the start of an answer away, while the answer arrives piece by piece. */
export class ThinkBlockFilter {
  /** What may still turn out to be a block; null once the answer has begun. */
  #held: string | null = '';

  /** The part of the answer that is certain with this piece. */
  push(piece: string): string {
    if (this.#held === null) return piece;
    this.#held += piece;
    const start = this.#held.trimStart();
    if (OPEN.startsWith(start)) return '';
    if (!start.startsWith(OPEN)) return this.#release(this.#held);
    const close = start.indexOf(CLOSE);
    if (close === -1) return '';
    // Blanks that follow the block may come with a later piece.
    const answer = start.slice(close + CLOSE.length).trimStart();
    return answer === '' ? '' : this.#release(answer);
  }

  /** What was held back at the end of the answer and is no block. */
  end(): string {
    const held = this.#held ?? '';
    this.#held = null;
    return held.trimStart().startsWith(OPEN) ? '' : held;
  }

  #release(text: string): string {
    this.#held = null;
    return text;
  }
}
