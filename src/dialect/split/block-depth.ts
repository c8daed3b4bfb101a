const ROUTINES: ReadonlySet<string> = new Set(['trigger', 'procedure', 'function', 'event']);
/** Words kept to tell what a statement creates: `CREATE DEFINER = user @ host SQL SECURITY INVOKER PROCEDURE`. */
const KEPT_WORDS = 12;
/** `END IF` closes what was not counted when it opened. */
const UNCOUNTED: ReadonlySet<string> = new Set(['if', 'while', 'loop', 'repeat', 'for']);

/** Follows BEGIN … END and CASE … END in the body of a trigger or a routine, where semicolons end no statement. */
export class BlockDepth {
  readonly #words: string[] = [];
  #isRoutine = false;
  #previous = '';
  #depth = 0;

  get isInside(): boolean {
    return this.#depth > 0;
  }

  word(word: string): void {
    if (this.#words.length < KEPT_WORDS) {
      this.#words.push(word);
      this.#isRoutine ||= this.#words[0] === 'create' && ROUTINES.has(word);
    }
    if (!this.#isRoutine) return;
    if (this.#previous === 'end' && word === 'case') {
      // The END before it has closed the CASE.
    } else if (this.#previous === 'end' && UNCOUNTED.has(word)) {
      this.#depth++;
    } else if (word === 'begin' || (word === 'case' && this.#depth > 0)) {
      this.#depth++;
    } else if (word === 'end') {
      this.#depth = Math.max(0, this.#depth - 1);
    }
    this.#previous = word;
  }
}
