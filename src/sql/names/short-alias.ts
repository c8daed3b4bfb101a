import { quoteName } from '../../schema/names.ts';

/** Short words that Postgres allows as a name, and a reader stumbles over; OLD and NEW mean rows in RETURNING. */
const MISLEADING: ReadonlySet<string> = new Set([
  'at',
  'by',
  'go',
  'if',
  'new',
  'no',
  'of',
  'off',
  'old',
  'row',
  'set',
]);

/** `c` of customers, `oi` of order_items and OrderItems; never a keyword or a name in `taken`, to which it is added. */
export function shortAlias(name: string, taken: Set<string>): string {
  const words = name.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  const initials = words
    .filter((word) => /^[a-z]/i.test(word))
    .map((word) => word.charAt(0).toLowerCase())
    .join('');
  const base = [initials, words[0]?.slice(0, 3).toLowerCase(), 't'].find((text) => text && isGood(text)) ?? 't';
  let alias = base;
  for (let number = 2; taken.has(alias); number++) alias = `${base}${number}`;
  taken.add(alias);
  return alias;
}

function isGood(alias: string): boolean {
  return /^[a-z]/.test(alias) && quoteName(alias) === alias && !MISLEADING.has(alias);
}
