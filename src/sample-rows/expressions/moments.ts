/** Postgres' dates, times and intervals, as text and as milliseconds. */
import { DAY, HOUR, MINUTE, SECOND, YEAR } from '../types/measures.ts';

/** Of `2024-02-29`, `2024-02-29 10:00:00.5`, `2024-02-29 10:00:00+02`; undefined for `infinity` and other spellings. */
export function parseMoment(text: string): number | undefined {
  const parts =
    /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:([-+])(\d\d)(?::?(\d\d))?|Z)?$/.exec(
      text.trim(),
    );
  if (!parts) return undefined;
  const [, year, month, day, hour = 0, minute = 0, second = 0, sign, zoneHour = 0, zoneMinute = 0] = parts;
  const zone = Number(zoneHour) * HOUR + Number(zoneMinute) * MINUTE;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const time = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
  return days + time - (sign === '-' ? -zone : zone);
}

export function parseTime(text: string): number | undefined {
  const parts = /^(\d\d?):(\d\d)(?::(\d\d(?:\.\d+)?))?/.exec(text.trim());
  if (!parts) return undefined;
  const [, hour, minute, second = 0] = parts;
  return Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['sec', SECOND],
  ['min', MINUTE],
  ['hour', HOUR],
  ['day', DAY],
  ['week', 7 * DAY],
  // As long as Postgres takes them when it compares intervals.
  ['mon', 30 * DAY],
  ['year', YEAR],
]);

/** Of `1 day`, `2 years 3 mons`, `-01:30:00`, `1 day 02:00:00`. */
export function parseInterval(text: string): number | undefined {
  let total = 0;
  for (const [part, amount, unit, sign, hours, minutes, seconds] of text.matchAll(
    /(-?\d+(?:\.\d+)?)\s*([a-z]+)|(-?)(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?|\S+/g,
  )) {
    if (unit !== undefined) {
      const length = [...UNITS].find(([name]) => unit.startsWith(name))?.[1];
      if (length === undefined) return undefined;
      total += Number(amount) * length;
    } else if (hours !== undefined) {
      const time = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds ?? 0) * SECOND;
      total += sign === '-' ? -time : time;
    } else if (part !== '0') return undefined;
  }
  return total;
}

export function printDate(moment: number): string {
  const text = new Date(moment).toISOString();
  // Years before 0 and beyond 9999 have a sign and six digits; the plans stay within.
  return text.slice(0, 10);
}

export function printTimestamp(moment: number, hasZone: boolean): string {
  const text = new Date(moment).toISOString().slice(0, 19).replace('T', ' ');
  return hasZone ? `${text}+00` : text;
}

export function printTime(time: number, hasZone: boolean): string {
  const text = new Date(Math.min(Math.max(time, 0), DAY - SECOND)).toISOString().slice(11, 19);
  return hasZone ? `${text}+00` : text;
}
