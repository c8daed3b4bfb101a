import { textLiteral } from '../../../schema/names.ts';
import { fromMysqlPattern } from '../date-formats.ts';
import { asMoment } from '../expression.ts';
import { type Done, done, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { CallRule } from '../rules.ts';

/** Parts that TO_CHAR does not have: weeks that do not follow ISO 8601, and days of the week from 0. */
const COMPUTED_CODES: Readonly<Record<string, (moment: string) => string>> = {
  // Weeks begin on Sunday; days before the first are in week 00.
  '%U': (moment) => twoDigits(`(EXTRACT(DOY FROM ${moment}) + 6 - EXTRACT(DOW FROM ${moment}))::int / 7`),
  // Weeks begin on Monday, and the first has four days of the year; the last days of December stay in theirs.
  '%u': (moment) => twoDigits(`(EXTRACT(DOY FROM ${moment}) + 10 - EXTRACT(ISODOW FROM ${moment}))::int / 7`),
  // Those of %U, but days before the first are in the last week of the year before, %X.
  '%V': (moment) => twoDigits(`(EXTRACT(DOY FROM ${sunday(moment)})::int + 6) / 7`),
  '%X': (moment) => `TO_CHAR(${sunday(moment)}, 'YYYY')`,
  '%w': (moment) => `EXTRACT(DOW FROM ${moment})::text`,
};

function sunday(moment: string): string {
  return `(${moment} - EXTRACT(DOW FROM ${moment})::int * INTERVAL '1 day')`;
}

function twoDigits(number: string): string {
  return `LPAD((${number})::text, 2, '0')`;
}

/** Characters of a date that may be written several times: calls inside calls would otherwise grow without limit. */
const MAX_REPEATED_CHARACTERS = 500;

/** DATE_FORMAT and TIME_FORMAT. */
export const formatRule: CallRule = ({ args: [value, format] }, rewriter) => {
  if (!value || !format) return undefined;
  return formatted(asMoment(rewriter.expression(value), false), format, rewriter);
};

/** FROM_UNIXTIME(seconds, format). */
export const fromUnixTime: CallRule = ({ args: [seconds, format] }, rewriter) => {
  if (!seconds || !format) return undefined;
  return formatted(`TO_TIMESTAMP(${rewriter.text(seconds)})`, format, rewriter);
};

function formatted(moment: string, format: readonly Node[], rewriter: Rewriter): Done | undefined {
  const pattern = rewriter.expression(format).literal ?? '%';
  const texts = partsOf(pattern).map((part) => {
    if (Object.hasOwn(COMPUTED_CODES, part))
      return moment.length > MAX_REPEATED_CHARACTERS ? undefined : COMPUTED_CODES[part]?.(moment);
    if (!part.includes('%')) return textLiteral(part);
    const translated = fromMysqlPattern(part);
    return translated === undefined ? undefined : `TO_CHAR(${moment}, ${textLiteral(translated)})`;
  });
  if (texts.length === 0 || texts.includes(undefined)) {
    rewriter.note('A pattern of dates that Postgres has no equal for stays as written.');
    return undefined;
  }
  return done(texts.join(' || '), { value: 'text', binds: texts.length > 1 ? 'loose' : 'tight' });
}

/** The computed codes by themselves, and what stands between them; `%%` is no beginning of a code. */
function partsOf(pattern: string): readonly string[] {
  const parts: string[] = [];
  for (const [part] of pattern.matchAll(/%[\s\S]|[^%]+|%$/g)) {
    const last = parts.at(-1);
    const joins = last !== undefined && !Object.hasOwn(COMPUTED_CODES, part) && !Object.hasOwn(COMPUTED_CODES, last);
    if (joins) parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
}
