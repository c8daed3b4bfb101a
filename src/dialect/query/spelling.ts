import { quoteName } from '../../schema/names.ts';
import type { KnownNames } from './known-names.ts';

/**
 * Spells names for Postgres, where `Total` and `total` are two names once one of them is quoted: every name of a query
 * is spelled as the database does, or else as it was first written.
 */
export class Spelling {
  readonly #known: KnownNames;
  readonly #first = new Map<string, string>();

  constructor(known: KnownNames) {
    this.#known = known;
  }

  spell(name: string): string {
    const known = this.#known.spelling(name);
    if (known !== undefined) return quoteName(known);
    const key = name.toLowerCase();
    const first = this.#first.get(key) ?? name;
    this.#first.set(key, first);
    return quoteName(first);
  }
}
