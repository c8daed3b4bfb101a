import { asMoment, type Expression, isDay, isWholeNumber, operand } from './expression.ts';
import { type Done, done } from './node.ts';

/** A unit of time: Postgres' word for it, and how many of those it is. */
export interface TimeUnit {
  readonly name: 'microsecond' | 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
  readonly times: number;
}

function unit(name: TimeUnit['name'], times = 1): TimeUnit {
  return { name, times };
}

/** Words for units in MySQL, SQLite's modifiers and T-SQL. */
const UNITS: ReadonlyMap<string, TimeUnit> = new Map([
  ...(['microsecond', 'millisecond', 'second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const).flatMap(
    (name) => [[name, unit(name)] as const, [`${name}s`, unit(name)] as const],
  ),
  ['quarter', unit('month', 3)],
  ['yy', unit('year')],
  ['yyyy', unit('year')],
  ['qq', unit('month', 3)],
  ['q', unit('month', 3)],
  ['mm', unit('month')],
  ['m', unit('month')],
  ['dd', unit('day')],
  ['d', unit('day')],
  ['dy', unit('day')],
  ['y', unit('day')],
  ['dayofyear', unit('day')],
  ['weekday', unit('day')],
  ['dw', unit('day')],
  ['wk', unit('week')],
  ['ww', unit('week')],
  ['hh', unit('hour')],
  ['mi', unit('minute')],
  ['n', unit('minute')],
  ['ss', unit('second')],
  ['s', unit('second')],
  ['ms', unit('millisecond')],
  ['mcs', unit('microsecond')],
]);

export function timeUnit(word: string): TimeUnit | undefined {
  return UNITS.get(word.toLowerCase());
}

const CALENDAR_UNITS: ReadonlySet<string> = new Set(['day', 'week', 'month', 'year']);

export interface Shift {
  readonly sign: '+' | '-';
  readonly amount: Expression;
  readonly unit: TimeUnit;
  /** Columns of dates may hold text. */
  readonly untyped: boolean;
}

/** A point in time some days or months before or after another; a day stays a day. */
export function shifted(base: Expression, { sign, amount, unit, untyped }: Shift): Done {
  const staysDay = isDay(base) && CALENDAR_UNITS.has(unit.name);
  const moment = asMoment(base, untyped);
  const literal = amount.literal?.trim() ?? amount.text;
  const isNumber = isWholeNumber({ ...amount, text: literal });
  const isNegative = isNumber && literal.startsWith('-');
  const direction = isNegative ? (sign === '+' ? '-' : '+') : sign;
  const number = isNumber ? Math.abs(Number(literal)) * unit.times : undefined;
  if (staysDay && unit.name === 'day') {
    return done(`${moment} ${direction} ${number ?? operand(amount)}`, { binds: 'loose', value: 'date' });
  }
  const interval =
    number === undefined
      ? `${operand(amount)} * INTERVAL '${plural(unit.times, unit.name)}'`
      : `INTERVAL '${plural(number, unit.name)}'`;
  const sum = `${moment} ${direction} ${interval}`;
  return staysDay ? done(`(${sum})::date`, { value: 'date' }) : done(sum, { binds: 'loose', value: 'timestamp' });
}

function plural(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? '' : 's'}`;
}
