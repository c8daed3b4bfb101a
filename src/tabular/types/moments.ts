/** Dates, timestamps and times of day, and what their spelling says about the order of day and month. */
import type { DateOrder } from './column-type.ts';

/** What a date says of the order in its file; `either` where both readings are days of the calendar. */
export type OrderEvidence = DateOrder | 'either';
/** `zoned`: a time with its distance from UTC; `naive`: a time without. */
export type Precision = 'day' | 'naive' | 'zoned';

export interface Moment {
  readonly order: OrderEvidence;
  readonly precision: Precision;
  readonly year: string;
  /** The two numbers beside the year, as they follow on one another. */
  readonly first: number;
  readonly second: number;
  /** `13:45:00.5`; empty for a day. */
  readonly time: string;
  /** `Z`, `+02:00`; empty where there is none. */
  readonly zone: string;
}

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(?: ?([AaPp])\.?[Mm]\.?)?`;
const ZONE = String.raw` ?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)`;
const DATE = String.raw`(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\6(\d{4}))`;
const MOMENT = new RegExp(`^${DATE}(?:(?:[Tt]|,? )${TIME}(?:${ZONE})?)?$`);
const TIME_OF_DAY = new RegExp(`^${TIME}$`);

/** @param text without blanks around it */
export function readMoment(text: string): Moment | undefined {
  if (text.length < 8 || text.length > 40) return undefined;
  const match = MOMENT.exec(text);
  if (!match) return undefined;
  const yearFirst = match[1] !== undefined;
  const year = match[1] ?? match[8] ?? '';
  const first = Number(yearFirst ? match[3] : match[5]);
  const second = Number(yearFirst ? match[4] : match[7]);
  const order = yearFirst ? orderOfYearFirst(year, first, second) : orderOfYearLast(year, first, second, match[6]);
  if (!order) return undefined;
  const day = { order, year, first, second };
  if (match[9] === undefined) return { ...day, precision: 'day', time: '', zone: '' };
  const time = timeOfDay(match[9], match[10], match[11], match[12], match[13]);
  const zone = zoneText(match[14]);
  if (time === undefined || zone === undefined) return undefined;
  return { ...day, precision: zone === '' ? 'naive' : 'zoned', time, zone };
}

/** `2024-01-31`; undefined when the moment has no such day in this order. */
export function isoDate({ order: evidence, year, first, second }: Moment, order: DateOrder): string | undefined {
  if (evidence === 'ymd') return `${year}-${padded(first)}-${padded(second)}`;
  if (order === 'ymd' || (evidence !== 'either' && evidence !== order)) return undefined;
  return order === 'dmy' ? `${year}-${padded(second)}-${padded(first)}` : `${year}-${padded(first)}-${padded(second)}`;
}

/** `13:45:00`; undefined for what is no time of day. */
export function readTime(text: string): string | undefined {
  if (text.length < 4 || text.length > 24) return undefined;
  const match = TIME_OF_DAY.exec(text);
  return match ? timeOfDay(match[1], match[2], match[3], match[4], match[5]) : undefined;
}

function orderOfYearFirst(year: string, month: number, day: number): OrderEvidence | undefined {
  return isDay(year, month, day) ? 'ymd' : undefined;
}

/** Points are only written between day, month and year; slashes and dashes in either order. */
function orderOfYearLast(
  year: string,
  first: number,
  second: number,
  mark: string | undefined,
): OrderEvidence | undefined {
  const dayFirst = isDay(year, second, first);
  if (mark === '.') return dayFirst ? 'dmy' : undefined;
  const monthFirst = isDay(year, first, second);
  if (dayFirst && monthFirst) return 'either';
  return dayFirst ? 'dmy' : monthFirst ? 'mdy' : undefined;
}

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** By the Gregorian calendar, as Postgres counts (documentation, appendix B.6); it has no year 0. */
function isDay(yearText: string, month: number, day: number): boolean {
  const year = Number(yearText);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0);
  return year > 0 && day >= 1 && day <= days;
}

function timeOfDay(
  hourText: string | undefined,
  minute: string | undefined,
  second = '00',
  fraction = '',
  half: string | undefined = undefined,
): string | undefined {
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${padded(hour)}:${minute}:${second}${fraction}`;
}

/** Undefined for a zone that does not exist; Postgres goes up to 15:59. */
function zoneText(zone: string | undefined): string | undefined {
  if (zone === undefined) return '';
  if (/^[a-z]/i.test(zone)) return 'Z';
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(':', ''))];
  return hours <= 15 && minutes <= 59 ? zone : undefined;
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
