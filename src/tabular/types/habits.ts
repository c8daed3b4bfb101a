/** How a file writes numbers and dates, as far as any of its columns proves it: it settles what other columns leave open. */
import type { DateOrder, DecimalMark } from './column-type.ts';
import { dateCounts } from './decide-moment.ts';
import { numberCounts } from './decide-number.ts';
import type { ColumnTally } from './tally.ts';

export interface FileHabits {
  /** Undefined when no column proves one, or columns contradict each other. */
  readonly decimalMark: DecimalMark | undefined;
  readonly dateOrder: DateOrder | undefined;
}

export function habitsOf(tallies: readonly ColumnTally[]): FileHabits {
  const marks = new Set<DecimalMark>();
  const orders = new Set<DateOrder>();
  for (const tally of tallies) {
    const { saysPoint, saysComma, numbers } = numberCounts(tally);
    // A column of numbers through and through; a word with a comma in it proves nothing.
    if (numbers === tally.values && saysPoint > 0 !== saysComma > 0) marks.add(saysPoint > 0 ? '.' : ',');
    const { dmy, mdy, moments } = dateCounts(tally);
    if (moments === tally.values && dmy > 0 !== mdy > 0) orders.add(dmy > 0 ? 'dmy' : 'mdy');
  }
  return { decimalMark: onlyOne(marks), dateOrder: onlyOne(orders) };
}

function onlyOne<Value>(values: ReadonlySet<Value>): Value | undefined {
  const [first, ...others] = values;
  return others.length === 0 ? first : undefined;
}
