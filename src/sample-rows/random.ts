/**
 * Random numbers that are the same on every machine: Math.random has no seed. The generator is sfc32 (Chris
 * Doty-Humphrey, PractRand), of 32-bit integers alone; its state is filled from FNV-1a hashes.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** The same parts give the same numbers; a row has its own, so that drawing one anew leaves all others as they are. */
  constructor(...parts: readonly (string | number)[]) {
    const text = parts.join('\u0000');
    this.#a = fnv1a(text, 0x811c9dc5);
    this.#b = fnv1a(text, 0x9e3779b9);
    this.#c = fnv1a(text, 0x85ebca6b);
    for (let round = 0; round < 12; round++) this.next();
  }

  /** From 0, below 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  integer(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  between(min: number, max: number): number {
    return min + this.next() * (max - min);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  pick<Item>(items: readonly Item[]): Item | undefined;
  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.next() * items.length)];
  }

  /** An index below `count`, of which the first come far more often: half of all draws fall in the first quarter. */
  skewed(count: number): number {
    return Math.floor(this.next() ** 2 * count);
  }

  /** Digits and letters as `alphabet` has them. */
  characters(alphabet: string, length: number): string {
    let text = '';
    for (let index = 0; index < length; index++) text += alphabet[Math.floor(this.next() * alphabet.length)] ?? '';
    return text;
  }

  /** Each `#` becomes a digit, each `?` a capital letter. */
  pattern(mask: string): string {
    return mask.replace(/[#?]/g, (mark) => (mark === '#' ? this.characters(DIGITS, 1) : this.characters(CAPITALS, 1)));
  }
}

export const DIGITS = '0123456789';
export const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const HEX = '0123456789abcdef';

function fnv1a(text: string, basis: number): number {
  let hash = basis;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}
