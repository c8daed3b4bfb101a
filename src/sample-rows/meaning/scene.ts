import { must } from '../../platform/assert.ts';
import type { Random } from '../random.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../types/measures.ts';
import { COMPANY_FIELDS, COMPANY_FORMS, COMPANY_WORDS, FIRST_NAMES, LAST_NAMES } from '../words/people.ts';
import { PLACES, type Place } from '../words/places.ts';
import { capitalised, headline, word } from '../words/sentences.ts';
import { ADJECTIVES, COLOURS, MATERIALS, PRODUCTS } from '../words/things.ts';

/** Where rows' dates end. Not today: the same seed has to give the same rows next year. */
export const LAST_MOMENT = Date.UTC(2025, 11, 31, 18);
const FIRST_MOMENT = Date.UTC(2021, 0, 4);

/** What the values of one row have in common: one person, one place, one product, one beginning. */
export class Scene {
  readonly #random: Random;
  #person: { readonly first: string; readonly last: string } | undefined;
  #place: Place | undefined;
  #company: string | undefined;
  #product: string | undefined;
  #headline: string | undefined;
  #start: number | undefined;

  constructor(random: Random) {
    this.#random = random;
  }

  get person(): { readonly first: string; readonly last: string } {
    this.#person ??= { first: word(this.#random, FIRST_NAMES), last: word(this.#random, LAST_NAMES) };
    return this.#person;
  }

  get place(): Place {
    this.#place ??= must(this.#random.pick(PLACES), 'a place');
    return this.#place;
  }

  get company(): string {
    const random = this.#random;
    this.#company ??= `${word(random, COMPANY_WORDS)} ${word(random, COMPANY_FIELDS)} ${word(random, COMPANY_FORMS)}`;
    return this.#company;
  }

  get product(): string {
    const random = this.#random;
    this.#product ??= random.chance(0.5)
      ? `${word(random, ADJECTIVES)} ${word(random, MATERIALS)} ${word(random, PRODUCTS)}`
      : `${word(random, ADJECTIVES)} ${word(random, PRODUCTS)}, ${word(random, COLOURS)}`;
    return this.#product;
  }

  get headline(): string {
    this.#headline ??= capitalised(headline(this.#random));
    return this.#headline;
  }

  /** When what the row tells of began: on a working hour, the more often the later. */
  get start(): number {
    if (this.#start === undefined) {
      const random = this.#random;
      const days = (LAST_MOMENT - FIRST_MOMENT) / DAY;
      const day = Math.floor(days * Math.sqrt(random.next()));
      this.#start = FIRST_MOMENT + day * DAY + random.integer(7, 19) * HOUR + random.integer(0, 59) * MINUTE;
      this.#start = Math.min(this.#start + random.integer(0, 59) * SECOND, LAST_MOMENT);
    }
    return this.#start;
  }
}
