import type { DateOrder, MomentKind } from './column-type.ts';
import { allRows, type TypeDecision } from './decision.ts';
import type { FileHabits } from './habits.ts';
import type { OrderEvidence, Precision } from './moments.ts';
import type { ColumnTally } from './tally.ts';

const ORDERS: readonly OrderEvidence[] = ['ymd', 'dmy', 'mdy', 'either'];
const PRECISIONS: readonly Precision[] = ['day', 'naive', 'zoned'];

export function dateCounts(tally: ColumnTally) {
  const withOrder = (order: OrderEvidence) =>
    tally.countOf(...PRECISIONS.map((precision) => `${order} ${precision}` as const));
  const counts = { dmy: withOrder('dmy'), mdy: withOrder('mdy'), either: withOrder('either') };
  return { ...counts, moments: withOrder('ymd') + counts.dmy + counts.mdy + counts.either };
}

const NOUNS: Readonly<Record<MomentKind, string>> = {
  date: 'dates',
  timestamp: 'dates with times',
  timestamptz: 'dates with times and zones',
};
const ORDER_TEXTS: Readonly<Record<DateOrder, string>> = {
  ymd: 'year first',
  dmy: 'day before month',
  mdy: 'month before day',
};

export function momentType(tally: ColumnTally, habits: FileHabits): TypeDecision | undefined {
  const { dmy, mdy, either, moments } = dateCounts(tally);
  if (moments !== tally.values) return undefined;
  const kind = momentKind(tally);
  if (kind === undefined)
    return { type: { kind: 'text' }, evidence: 'dates, of which some have a zone and some have none' };
  if (dmy > 0 && mdy > 0) {
    return { type: { kind: 'text' }, evidence: 'dates, some with the day first and some with the month' };
  }
  const proven: DateOrder | undefined = dmy > 0 ? 'dmy' : mdy > 0 ? 'mdy' : either === 0 ? 'ymd' : undefined;
  const order = proven ?? habits.dateOrder;
  if (order === undefined) return ambiguous(tally);
  const source = proven === undefined ? ', as in other columns' : '';
  return { type: { kind, order }, evidence: `${NOUNS[kind]} in ${allRows(tally)}, ${ORDER_TEXTS[order]}${source}` };
}

/** Undefined when some have a zone and some have none: there is no type for both. */
function momentKind(tally: ColumnTally): MomentKind | undefined {
  const withPrecision = (precision: Precision) =>
    tally.countOf(...ORDERS.map((order) => `${order} ${precision}` as const));
  const zoned = withPrecision('zoned');
  if (zoned > 0) return zoned === tally.values ? 'timestamptz' : undefined;
  return withPrecision('naive') > 0 ? 'timestamp' : 'date';
}

function ambiguous(tally: ColumnTally): TypeDecision {
  const example =
    PRECISIONS.map((precision) => tally.shapes.get(`either ${precision}`)?.first.value).find(Boolean) ?? '';
  return {
    type: { kind: 'text' },
    evidence: 'dates that can be read in two ways',
    ambiguity: `“${example}” can be day before month or month before day, and no row tells which.`,
  };
}
