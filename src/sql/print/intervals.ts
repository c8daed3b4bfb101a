/** `INTERVAL '7 days'`: the one constant with its type in front. */
import type { Node, TypeName } from 'libpg-query';
import { integerIn, namesIn } from '../tree.ts';

const UNIT = '(?:year|month|week|day|hour|minute|second)s?';
const PART = `\\d+(?:\\.\\d+)? ${UNIT}`;
const WHOLE_WORDS = new RegExp(`^${PART}(?: ${PART})*$`);

/** Units from large to small, with the bit that restricts an interval to one (datetime.h). A week is days. */
const FIELDS: ReadonlyMap<string, number> = new Map([
  ['year', 1 << 2],
  ['month', 1 << 1],
  ['week', 0],
  ['day', 1 << 3],
  ['hour', 1 << 10],
  ['minute', 1 << 11],
  ['second', 1 << 12],
]);

/** Numbers of fields that follow each other: `1-6`, `3 04:05:06`, `10:30`. */
const FIELD_NUMBERS = /^\d+(?:[- :]\d+)*$/;

/** The constant in whole words where `arg::type` is one; null for any other cast. */
export function intervalLiteral(arg: Node | undefined, type: TypeName): string | null {
  const isInterval = namesIn(type.names).at(-1) === 'interval' && !type.arrayBounds;
  if (!isInterval || !arg || !('A_Const' in arg) || !arg.A_Const.sval) return null;
  const text = (arg.A_Const.sval.sval ?? '').trim();
  const words = type.typmods ? fieldWords(text, type.typmods) : wholeWords(text);
  return words === null ? null : `INTERVAL '${words}'`;
}

/** `7 days`, `1 year 6 months`, whatever the case and the blanks. */
function wholeWords(text: string): string | null {
  const words = text.replace(/\s+/g, ' ').toLowerCase();
  return WHOLE_WORDS.test(words) ? words : null;
}

/** `INTERVAL '3' DAY` and `INTERVAL '1-6' YEAR TO MONTH`: a number for each field, or words that need no fields. */
function fieldWords(text: string, typmods: readonly Node[]): string | null {
  const [fields, precision] = typmods;
  const mask = fields && 'A_Const' in fields ? integerIn(fields.A_Const) : null;
  if (precision || mask === null) return null;
  const units = [...FIELDS.keys()].filter((unit) => (mask & (FIELDS.get(unit) ?? 0)) !== 0);
  const numbers = FIELD_NUMBERS.test(text) ? text.split(/[- :]/).map(Number) : [];
  if (units.length > 0 && units.length === numbers.length) {
    return numbers.map((number, index) => `${number} ${units[index]}${number === 1 ? '' : 's'}`).join(' ');
  }
  const words = wholeWords(text);
  return words !== null && isWithin(words, units.at(-1)) ? words : null;
}

/** Whether nothing in `words` is smaller than `unit`: the last field cuts off what is. */
function isWithin(words: string, unit: string | undefined): boolean {
  const order = [...FIELDS.keys()];
  const named = words.match(/[a-z]+/g) ?? [];
  return (
    unit !== undefined &&
    !words.includes('.') &&
    named.every((word) => order.indexOf(word.replace(/s$/, '')) <= order.indexOf(unit))
  );
}
