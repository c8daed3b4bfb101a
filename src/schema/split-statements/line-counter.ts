/** Lines of positions that are asked for in rising order, so that the line breaks are counted once. */
export class LineCounter {
  readonly #text: string;
  #countedTo = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  /** From 1. `\r\n`, `\n` and `\r` each end a line. */
  at(position: number): number {
    for (let index = this.#countedTo; index < position; index++) {
      const code = this.#text.charCodeAt(index);
      if (code === 10 || (code === 13 && this.#text.charCodeAt(index + 1) !== 10)) this.#line++;
    }
    this.#countedTo = Math.max(this.#countedTo, position);
    return this.#line;
  }
}
