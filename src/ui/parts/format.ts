/** Numbers as people read them. */

const COUNT = new Intl.NumberFormat('en');

export function count(value: number): string {
  return COUNT.format(value);
}

/** `1 row`, `2,000 rows`. */
export function counted(value: number, one: string, many?: string): string {
  return `${count(value)} ${noun(value, one, many)}`;
}

/** The word alone, where the number stands apart: `row`, `rows`. */
export function noun(value: number, one: string, many = `${one}s`): string {
  return value === 1 ? one : many;
}

/** Decimal units, as download sizes are told: `6.3 MB`, `351 MB`. */
export function bytes(value: number): string {
  if (value < 1_000) return `${value} B`;
  if (value < 1_000_000) return `${Math.round(value / 1_000)} kB`;
  const megabytes = value / 1_000_000;
  if (megabytes < 1_000) return `${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB`;
  return `${(megabytes / 1_000).toFixed(1)} GB`;
}

/** `12 ms`, `1.4 s`, `75 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1) return '< 1 ms';
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1_000;
  return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
}

const TIME = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });
const DAY_AND_YEAR = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });

/** `today at 14:03`, `Nov 3`, `Nov 3, 2023`: as exact as one wants to know it after so long. */
export function moment(when: Date, now: Date): string {
  if (when.toDateString() === now.toDateString()) return `today at ${TIME.format(when)}`;
  return (when.getFullYear() === now.getFullYear() ? DAY : DAY_AND_YEAR).format(when);
}
