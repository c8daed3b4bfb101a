/** Tells a script from a file that is none, before it is taken apart. */
import { AppError } from '../platform/errors.ts';

/** Characters that are looked at: enough of any binary file to hold a zero byte. */
const LOOKED_AT = 100_000;

/** First characters of files that people have in place of a script, and what makes one out of them. */
const FORMATS: readonly (readonly [start: string, what: string, hint: string])[] = [
  ['PGDMP', 'an archive of pg_dump', 'Make a script of it first: pg_restore --file=dump.sql <archive>'],
  ['SQLite format 3', 'an SQLite database', 'Make a script of it first: sqlite3 <file> .dump > dump.sql'],
  ['PK\u0003\u0004', 'a ZIP archive', 'Unpack it first.'],
  ['\u001f', 'a compressed file', 'Unpack it first (gunzip).'],
  ['BZh', 'a compressed file', 'Unpack it first (bunzip2).'],
];
const NO_TEXT_HINT = 'A script is a text file, such as pg_dump, mysqldump or sqlite3 .dump write.';

/** Throws `pg/22021`, as Postgres would for the first byte that is no text. */
export function refuseBinary(script: string): void {
  const zero = script.slice(0, LOOKED_AT).indexOf('\0');
  if (zero < 0) return;
  const [, what, hint] = FORMATS.find(([start]) => script.startsWith(start)) ?? textOrNot(script);
  throw new AppError({ code: 'pg/22021', message: `This is ${what}, and no script as it is.`, hint });
}

/** Read as UTF-8, every other character of UTF-16 is a zero. */
function textOrNot(script: string): (typeof FORMATS)[number] {
  const isUtf16 = /^\ufffd*(?:[^\0]\0){4}|^\ufffd*(?:\0[^\0]){4}/.test(script);
  return isUtf16 ? ['', 'text in UTF-16', 'Save it as UTF-8 first.'] : ['', 'a binary file', NO_TEXT_HINT];
}
