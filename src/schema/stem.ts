/**
 * The words of a text or of a name, reduced so that `customerIds`, `customer_id` and “Customers'” share one: lower
 * case, without accents, plural and verb endings off. Crude on purpose: it only ever compares words with each other.
 */
export function stems(text: string): string[] {
  return words(text).map(stem);
}

/** Lower-case words without accents; snake_case and camelCase names are taken apart. */
export function words(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/['’]s\b/g, '')
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Letters that must be left for an ending to be taken off: `red` is not `r` + `ed`. */
const SHORTEST_STEM = 3;

export function stem(word: string): string {
  const singular = withoutPlural(word);
  const root = withoutEnding(withoutEnding(singular, 'ing'), 'ed');
  // `shipped` leaves `shipp`.
  const undoubled = root !== singular && /([bdgmnprt])\1$/.test(root) ? root.slice(0, -1) : root;
  return withoutEnding(undoubled, 'e');
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > SHORTEST_STEM + 1) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return withoutEnding(word, 'es');
  // `status`, `address` and `analysis` are singular.
  return /(?:ss|us|is)$/.test(word) ? word : withoutEnding(word, 's');
}

function withoutEnding(word: string, ending: string): string {
  return word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM ? word.slice(0, -ending.length) : word;
}
