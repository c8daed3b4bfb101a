/** What was measured, as tables of Markdown. */
import { wilsonInterval } from '../../models/eval/wilson.ts';
import type { Measurement } from './measure.ts';

/** A line a schema size, a column a limit. */
export function recallTable(measured: readonly Measurement[]): string {
  const limits = distinct(measured.map(({ limit }) => limit));
  const rows = distinct(measured.map(({ size }) => size)).map((size) => {
    const ofSize = measured.filter((each) => each.size === size);
    const cells = limits.map((limit) =>
      limit < size ? recall(ofSize.filter((each) => each.limit === limit)) : 'all kept',
    );
    const matched = ofSize.filter((each) => each.matched).length / ofSize.length;
    return [String(size), ...cells, percent(100 * matched)];
  });
  return table(['tables in schema', ...limits.map((limit) => `${limit} kept`), 'matched'], rows);
}

/** How many tables are kept, and how long that takes. */
export function costTable(measured: readonly Measurement[]): string {
  const limits = distinct(measured.map(({ limit }) => limit));
  const rows = distinct(measured.map(({ size }) => size)).map((size) => {
    const ofSize = measured.filter((each) => each.size === size);
    const kept = limits.map((limit) => mean(ofSize.filter((each) => each.limit === limit).map(({ tables }) => tables)));
    const first = ofSize.filter(({ isFirst }) => isFirst).map(({ milliseconds }) => milliseconds);
    const later = ofSize.filter(({ isFirst }) => !isFirst).map(({ milliseconds }) => milliseconds);
    const times = [quantile(later, 0.5), quantile(later, 0.95), quantile(first, 0.5)].map((each) => each.toFixed(1));
    return [String(size), ...kept.map((each) => each.toFixed(1)), ...times];
  });
  const headings = limits.map((limit) => `mean kept of ${limit}`);
  return table(['tables in schema', ...headings, 'ms', 'ms, 95th percentile', 'ms, first question'], rows);
}

function recall(measured: readonly Measurement[]): string {
  const complete = measured.filter(({ missing }) => missing.length === 0).length;
  const { low, high } = wilsonInterval(complete, measured.length);
  return `${percent((100 * complete) / measured.length)} (${low.toFixed(1)}–${high.toFixed(1)})`;
}

function percent(value: number): string {
  return `${value.toFixed(1)} %`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)];
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---:'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
