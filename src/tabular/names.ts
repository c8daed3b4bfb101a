/**
 * Names of files and headers as names in SQL: lower case, words joined by `_`, without accents, so that they need no
 * quotes and yet are recognised. What changed is kept as the column's comment. Letters of other scripts stay.
 */

/** Postgres cuts identifiers off after this many bytes (documentation, 4.1.1). */
const MAX_NAME_BYTES = 63;
/** Columns that every table has (documentation, 5.6); no other may have their names. */
const SYSTEM_COLUMNS: ReadonlySet<string> = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid']);
/** Letters that are not a letter with an accent. */
const SPELLED_OUT: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['þ', 'th'],
  ['ð', 'd'],
  ['%', ' percent '],
  ['#', ' number '],
  ['&', ' and '],
  ['@', ' at '],
]);

/** One name each, all different, in the same order; `column_3` where there is nothing to make a name of. */
export function columnNames(headers: readonly (string | null)[]): string[] {
  return uniqueNames(headers.map((header, index) => sqlName(header ?? '') || `column_${index + 1}`));
}

/** @param fileName with or without folders and ending; may be a key of a JSON file */
export function tableNames(titles: readonly string[]): string[] {
  return uniqueNames(titles.map((title) => sqlName(title) || 'table'));
}

/** `orders` of `C:\\data\\Orders.csv` */
export function titleOfFile(fileName: string): string {
  const base = fileName.split(/[/\\]/).at(-1) ?? '';
  return base.replace(/\.(?:csv|tsv|tab|psv|txt|json|jsonl|ndjson|geojson)$/i, '');
}

function sqlName(title: string): string {
  const plain = title
    // `orderId`, `HTTPStatus`
    .replaceAll(/(\p{Ll}|\d)(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$2_')
    .toLowerCase()
    .replaceAll(/[^\x20-\x7e]|[%#&@]/gu, (character) => SPELLED_OUT.get(character) ?? character)
    .normalize('NFKD')
    .replaceAll(/\p{Script=Latin}\p{M}+/gu, (letter) => letter.slice(0, 1))
    .normalize('NFC')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
  return cutOff(/^\p{N}/u.test(plain) ? `_${plain}` : plain, MAX_NAME_BYTES);
}

function uniqueNames(names: readonly string[]): string[] {
  const given = new Set<string>();
  // Those that come up once keep their name, whatever number a duplicate before them would get.
  const wanted = new Set(names);
  return names.map((name) => {
    let unique = name;
    for (
      let number = 2;
      given.has(unique) || SYSTEM_COLUMNS.has(unique) || (unique !== name && wanted.has(unique));
      number++
    ) {
      const ending = `_${number}`;
      unique = `${cutOff(name, MAX_NAME_BYTES - ending.length)}${ending}`;
    }
    given.add(unique);
    return unique;
  });
}

/** Between characters. */
function cutOff(name: string, maxBytes: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > maxBytes) break;
    kept += character;
  }
  return kept;
}
