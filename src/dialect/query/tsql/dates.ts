import { textLiteral } from '../../../schema/names.ts';
import { fromDotnetPattern } from '../date-formats.ts';
import { asDay, asMoment, type Expression } from '../expression.ts';
import { shifted, type TimeUnit, timeUnit } from '../moments.ts';
import { done, type Node } from '../node.ts';
import type { CallRule } from '../rules.ts';

/** The word of a unit, which T-SQL takes as the first argument. */
function wordOf(nodes: readonly Node[] | undefined): string {
  const [word] = nodes ?? [];
  return word?.kind === 'leaf' ? word.value.toLowerCase() : '';
}

export const dateAdd: CallRule = ({ args: [word, amount, base] }, rewriter) => {
  const unit = timeUnit(wordOf(word));
  if (!unit || !amount || !base) return undefined;
  return shifted(rewriter.expression(base), { sign: '+', amount: rewriter.expression(amount), unit, untyped: false });
};

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3_600 };

/** Characters of an argument that may be written twice: calls inside calls would otherwise grow without limit. */
const MAX_REPEATED_CHARACTERS = 500;

/** DATEDIFF counts the bounds of units that are crossed, not whole units. */
export const dateDiff: CallRule = ({ args: [word, from, to] }, rewriter) => {
  const unit = timeUnit(wordOf(word));
  if (!unit || !from || !to) return undefined;
  const ends = [rewriter.expression(to), rewriter.expression(from)];
  const isShort = ends.every((end) => end.text.length <= MAX_REPEATED_CHARACTERS);
  const text = isShort || unit.name === 'day' ? difference(unit, ends) : undefined;
  if (text === undefined) rewriter.note(`DATEDIFF(${wordOf(word)}, …) stays as written.`);
  return text === undefined ? undefined : done(text, { binds: 'loose', value: 'integer' });
};

function difference(unit: TimeUnit, ends: readonly Expression[]): string | undefined {
  const part = (name: string) => ends.map((end) => `EXTRACT(${name} FROM ${asMoment(end, false)})`).join(' - ');
  switch (unit.name) {
    case 'day':
      return ends.map(asDay).join(' - ');
    case 'week':
      // Weeks begin on Sunday.
      return `(${ends.map((end) => `DATE_TRUNC('week', ${asDay(end)} + 1)::date`).join(' - ')}) / 7`;
    case 'month':
      return unit.times === 3
        ? `(${part('YEAR')}) * 4 + ${part('QUARTER')}`
        : `(${part('YEAR')}) * 12 + ${part('MONTH')}`;
    case 'year':
      return part('YEAR');
    default: {
      const seconds = SECONDS[unit.name];
      if (seconds === undefined) return undefined;
      const truncated = ends.map((end) => `DATE_TRUNC('${unit.name}', ${asMoment(end, false)}::timestamp)`);
      return `EXTRACT(EPOCH FROM ${truncated.join(' - ')})${seconds === 1 ? '' : ` / ${seconds}`}`;
    }
  }
}

const PARTS: Readonly<Record<string, string>> = {
  year: 'YEAR',
  month: 'MONTH',
  day: 'DAY',
  week: 'WEEK',
  hour: 'HOUR',
  minute: 'MINUTE',
  second: 'SECOND',
};

export const datePart: CallRule = ({ args: [word, value] }, rewriter) => {
  const name = wordOf(word);
  const unit = timeUnit(name);
  if (!unit || !value) return undefined;
  const moment = asMoment(rewriter.expression(value), false);
  if (/^(?:weekday|dw)$/.test(name))
    return done(`EXTRACT(DOW FROM ${moment}) + 1`, { binds: 'loose', value: 'integer' });
  if (/^(?:dayofyear|dy|y)$/.test(name)) return done(`EXTRACT(DOY FROM ${moment})`, { value: 'integer' });
  if (unit.times === 3) return done(`EXTRACT(QUARTER FROM ${moment})`, { value: 'integer' });
  if (unit.name === 'week') rewriter.note('DATEPART(week, …) becomes the week of ISO 8601.');
  const part = PARTS[unit.name];
  if (part === undefined) return undefined;
  const text = `EXTRACT(${part} FROM ${moment})`;
  return done(part === 'SECOND' ? `FLOOR(${text})` : text, { value: 'integer' });
};

export const dateName: CallRule = ({ args: [word, value] }, rewriter) => {
  const name = wordOf(word);
  const unit = timeUnit(name);
  if (!unit || !value) return undefined;
  const moment = asMoment(rewriter.expression(value), false);
  if (/^(?:weekday|dw)$/.test(name)) return done(`TO_CHAR(${moment}, 'FMDay')`, { value: 'text' });
  if (unit.name === 'month' && unit.times === 1) return done(`TO_CHAR(${moment}, 'FMMonth')`, { value: 'text' });
  const part = PARTS[unit.name];
  return part === undefined ? undefined : done(`EXTRACT(${part} FROM ${moment})::text`, { value: 'text' });
};

/** FORMAT(value, 'yyyy-MM-dd'), and the two patterns of numbers that are used most. */
export const format: CallRule = ({ args: [value, pattern] }, rewriter) => {
  const text = pattern && rewriter.expression(pattern).literal;
  if (!value || text === undefined) return undefined;
  const number = /^[NnCc](\d?)$/.exec(text);
  if (number) {
    const digits = Number(number[1] || 2);
    const sign = /^c/i.test(text) ? '"$"' : '';
    const fraction = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
    return done(`TO_CHAR(${rewriter.text(value)}, ${textLiteral(`FM${sign}999,999,999,999,990${fraction}`)})`, {
      value: 'text',
    });
  }
  const translated = fromDotnetPattern(text);
  if (translated === undefined || /^[#0]/.test(text)) {
    rewriter.note(`FORMAT(…, ${textLiteral(text)}) stays as written.`);
    return undefined;
  }
  return done(`TO_CHAR(${asMoment(rewriter.expression(value), false)}, ${textLiteral(translated)})`, { value: 'text' });
};

/** Styles of CONVERT (SQL Server's documentation, "Date and time styles"). */
export const DATE_STYLES: Readonly<Record<string, string>> = {
  1: 'MM/DD/YY',
  3: 'DD/MM/YY',
  101: 'MM/DD/YYYY',
  102: 'YYYY.MM.DD',
  103: 'DD/MM/YYYY',
  104: 'DD.MM.YYYY',
  105: 'DD-MM-YYYY',
  106: 'DD Mon YYYY',
  107: 'Mon DD, YYYY',
  108: 'HH24:MI:SS',
  110: 'MM-DD-YYYY',
  111: 'YYYY/MM/DD',
  112: 'YYYYMMDD',
  120: 'YYYY-MM-DD HH24:MI:SS',
  121: 'YYYY-MM-DD HH24:MI:SS.MS',
  126: 'YYYY-MM-DD"T"HH24:MI:SS',
};
