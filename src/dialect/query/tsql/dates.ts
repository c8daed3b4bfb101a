import { asDay, asMoment, type Expression, isWholeNumber } from '../expression.ts';
import { shifted, type TimeUnit, timeUnit } from '../moments.ts';
import { type Done, done, isParenthesised, isWord, type Node, splitAtCommas } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { CallRule } from '../rules.ts';

/** The word of a unit, which T-SQL takes as the first argument. */
function wordOf(nodes: readonly Node[] | undefined): string {
  const [word] = nodes ?? [];
  return word?.kind === 'leaf' ? word.value.toLowerCase() : '';
}

/** A number stands for so many days from the first of 1900. */
function momentOf(nodes: readonly Node[], rewriter: Rewriter): Expression {
  const expression = rewriter.expression(nodes);
  if (!isWholeNumber(expression)) return expression;
  const days = Number(expression.text);
  const day = new Date(Date.UTC(1900, 0, 1 + days));
  if (Number.isNaN(day.getTime())) return expression;
  return { ...expression, value: 'timestamp', literal: `${day.toISOString().slice(0, 10)} 00:00:00` };
}

/** DATEADD(month, DATEDIFF(month, 0, x), 0) is the first of the month: how SQL Server cut dates before DATETRUNC. */
function truncated(
  unit: TimeUnit,
  amount: readonly Node[],
  base: readonly Node[],
  rewriter: Rewriter,
): Done | undefined {
  const [name, group] = amount;
  if (amount.length !== 2 || !isWord(name, 'datediff') || !isParenthesised(group) || rewriter.text(base) !== '0')
    return undefined;
  const [word, from, to] = splitAtCommas(group.nodes);
  const counted = timeUnit(wordOf(word));
  if (!from || !to || rewriter.text(from) !== '0' || counted?.name !== unit.name || counted.times !== unit.times)
    return undefined;
  // Weeks are counted from Sundays, and begin where the first of 1900 did: on a Monday.
  if (unit.name === 'week') return undefined;
  return truncatedTo(unit, rewriter.expression(to));
}

function truncatedTo({ name, times }: TimeUnit, moment: Expression): Done {
  return done(`DATE_TRUNC('${times === 3 ? 'quarter' : name}', ${asMoment(moment, false)}::timestamp)`, {
    value: 'timestamp',
  });
}

export const dateTruncate: CallRule = ({ args: [word, value] }, rewriter) => {
  const unit = timeUnit(wordOf(word));
  if (!unit || !value) return undefined;
  return truncatedTo(unit, rewriter.expression(value));
};

export const dateAdd: CallRule = ({ args: [word, amount, base] }, rewriter) => {
  const unit = timeUnit(wordOf(word));
  if (!unit || !amount || !base) return undefined;
  const start = truncated(unit, amount, base, rewriter);
  if (start) return start;
  return shifted(momentOf(base, rewriter), { sign: '+', amount: rewriter.expression(amount), unit, untyped: false });
};

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3_600 };

/** Characters of an argument that may be written twice: calls inside calls would otherwise grow without limit. */
const MAX_REPEATED_CHARACTERS = 500;

/** DATEDIFF counts the bounds of units that are crossed, not whole units. */
export const dateDiff: CallRule = ({ args: [word, from, to] }, rewriter) => {
  const unit = timeUnit(wordOf(word));
  if (!unit || !from || !to) return undefined;
  const ends = [momentOf(to, rewriter), momentOf(from, rewriter)];
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
  if (value && /^(?:iso_week|isowk|isoww)$/.test(name))
    return done(`EXTRACT(WEEK FROM ${asMoment(rewriter.expression(value), false)})`, { value: 'integer' });
  if (!unit || !value) return undefined;
  const moment = asMoment(rewriter.expression(value), false);
  if (/^(?:weekday|dw)$/.test(name))
    return done(`EXTRACT(DOW FROM ${moment}) + 1`, { binds: 'loose', value: 'integer' });
  if (/^(?:dayofyear|dy|y)$/.test(name)) return done(`EXTRACT(DOY FROM ${moment})`, { value: 'integer' });
  if (unit.times === 3) return done(`EXTRACT(QUARTER FROM ${moment})`, { value: 'integer' });
  if (unit.name === 'week') {
    // Weeks begin on Sunday, and the first of January is in the first.
    const firstOfYear = `DATE_TRUNC('year', ${moment}::timestamp)`;
    return done(`(EXTRACT(DOY FROM ${moment}) + EXTRACT(DOW FROM ${firstOfYear}) + 6)::int / 7`, {
      binds: 'loose',
      value: 'integer',
    });
  }
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
