/** Patterns of dates, translated to those of Postgres' TO_CHAR and TO_TIMESTAMP. */

/** MySQL's DATE_FORMAT and STR_TO_DATE. */
const MYSQL: Readonly<Record<string, string>> = {
  Y: 'YYYY',
  y: 'YY',
  m: 'MM',
  c: 'FMMM',
  d: 'DD',
  e: 'FMDD',
  D: 'FMDDth',
  H: 'HH24',
  k: 'FMHH24',
  h: 'HH12',
  I: 'HH12',
  l: 'FMHH12',
  i: 'MI',
  s: 'SS',
  S: 'SS',
  f: 'US',
  p: 'AM',
  T: 'HH24:MI:SS',
  r: 'HH12:MI:SS AM',
  b: 'Mon',
  M: 'FMMonth',
  a: 'Dy',
  W: 'FMDay',
  j: 'DDD',
  v: 'IW',
  x: 'IYYY',
};

/** SQLite's strftime. */
const SQLITE: Readonly<Record<string, string>> = {
  Y: 'YYYY',
  m: 'MM',
  d: 'DD',
  e: 'FMDD',
  H: 'HH24',
  I: 'HH12',
  M: 'MI',
  S: 'SS',
  f: 'SS.MS',
  j: 'DDD',
  p: 'AM',
  F: 'YYYY-MM-DD',
  T: 'HH24:MI:SS',
  R: 'HH24:MI',
  V: 'IW',
  G: 'IYYY',
  u: 'ID',
};

/** Undefined where a part of the pattern has no equal. */
function fromPercentPattern(pattern: string, codes: Readonly<Record<string, string>>): string | undefined {
  let result = '';
  for (const [, code, literal] of pattern.matchAll(/%([\s\S])|([^%]+|%$)/g)) {
    if (literal !== undefined) result += quoteLetters(literal);
    else if (code === '%') result += '%';
    else if (code !== undefined && Object.hasOwn(codes, code)) result += codes[code];
    else return undefined;
  }
  return result;
}

export function fromMysqlPattern(pattern: string): string | undefined {
  return fromPercentPattern(pattern, MYSQL);
}

export function fromStrftime(pattern: string): string | undefined {
  return fromPercentPattern(pattern, SQLITE);
}

const DOTNET: Readonly<Record<string, string>> = {
  yyyy: 'YYYY',
  yy: 'YY',
  MMMM: 'FMMonth',
  MMM: 'Mon',
  MM: 'MM',
  M: 'FMMM',
  dddd: 'FMDay',
  ddd: 'Dy',
  dd: 'DD',
  d: 'FMDD',
  HH: 'HH24',
  H: 'FMHH24',
  hh: 'HH12',
  h: 'FMHH12',
  mm: 'MI',
  m: 'FMMI',
  ss: 'SS',
  s: 'FMSS',
  fff: 'MS',
  tt: 'AM',
};

/** T-SQL's FORMAT. */
export function fromDotnetPattern(pattern: string): string | undefined {
  let result = '';
  for (const [part, code] of pattern.matchAll(/([A-Za-z])\1*|[^A-Za-z]+/g)) {
    if (code === undefined) result += quoteLetters(part);
    else if (Object.hasOwn(DOTNET, part)) result += DOTNET[part];
    else return undefined;
  }
  return result;
}

/** Letters and digits would be read as patterns. */
function quoteLetters(text: string): string {
  return text.replaceAll(/["\\]/g, '\\$&').replaceAll(/[A-Za-z0-9][A-Za-z0-9 ]*/g, (letters) => `"${letters}"`);
}
