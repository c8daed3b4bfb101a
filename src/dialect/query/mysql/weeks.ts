import { asDay, asMoment } from '../expression.ts';
import { done, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { CallRule } from '../rules.ts';

/** WEEK(date, mode): the modes that are used most. MySQL's own is 0: weeks begin on Sunday, and the first has one. */
export const weekRule: CallRule = ({ args: [value, mode] }, rewriter) => {
  if (!value) return undefined;
  const moment = asMoment(rewriter.expression(value), false);
  switch (modeOf(mode, rewriter)) {
    case '0':
      return whole(`(EXTRACT(DOY FROM ${moment}) + 6 - EXTRACT(DOW FROM ${moment}))::int / 7`);
    case '1':
      // As in ISO 8601, but days before the first week are in week 0.
      return whole(`(EXTRACT(DOY FROM ${moment}) + 10 - EXTRACT(ISODOW FROM ${moment}))::int / 7`);
    case '3':
      return done(`EXTRACT(WEEK FROM ${moment})`, { value: 'integer' });
    default:
      rewriter.note('WEEK with a mode other than 0, 1 and 3 stays as written.');
      return undefined;
  }
};

/** YEARWEEK(date, mode): days before the first week are in the last of the year before. */
export const yearWeek: CallRule = ({ args: [value, mode] }, rewriter) => {
  if (!value) return undefined;
  const expression = rewriter.expression(value);
  switch (modeOf(mode, rewriter)) {
    case '0': {
      const sunday = `(${asDay(expression)} - EXTRACT(DOW FROM ${asMoment(expression, false)})::int)`;
      return whole(`EXTRACT(YEAR FROM ${sunday})::int * 100 + (EXTRACT(DOY FROM ${sunday})::int + 6) / 7`);
    }
    case '1':
    case '3':
      return done(`TO_CHAR(${asMoment(expression, false)}, 'IYYYIW')::int`, { value: 'integer' });
    default:
      rewriter.note('YEARWEEK with a mode other than 0, 1 and 3 stays as written.');
      return undefined;
  }
};

function modeOf(mode: readonly Node[] | undefined, rewriter: Rewriter): string {
  return mode ? rewriter.text(mode) : '0';
}

function whole(text: string) {
  return done(text, { value: 'integer', binds: 'loose' });
}

const TWO_UNITS: Readonly<Record<string, string>> = { year_month: 'YYYYMM', day_hour: 'DDHH24', hour_minute: 'HH24MI' };

/** EXTRACT(YEAR_MONTH FROM date). */
export const extract: CallRule = ({ args: [arg] }, rewriter) => {
  const [unit, , ...value] = arg ?? [];
  const pattern = unit?.kind === 'leaf' ? TWO_UNITS[unit.value] : undefined;
  if (pattern === undefined || value.length === 0) return undefined;
  return done(`TO_CHAR(${asMoment(rewriter.expression(value), false)}, '${pattern}')::int`, { value: 'integer' });
};
