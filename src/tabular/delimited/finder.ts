/** Looks for a character, and for the same one only once: with positions that rise, all searches together are one pass. */
export class Finder {
  readonly #needle: string;
  #text = '';
  #found = -1;
  /** Where the last search began: before it, nothing is known. */
  #since = 0;

  constructor(needle: string) {
    this.#needle = needle;
  }

  reset(text: string): void {
    this.#text = text;
    this.#found = -1;
    this.#since = 0;
  }

  /** The next place at or after `position`; the length of the text when there is none. */
  from(position: number): number {
    if (position > this.#found || position < this.#since) {
      const found = this.#text.indexOf(this.#needle, position);
      this.#found = found < 0 ? this.#text.length : found;
      this.#since = position;
    }
    return this.#found;
  }
}
