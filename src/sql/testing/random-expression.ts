/** Expressions in which every part has its own parentheses, so that they can be read in one way only. */
import { must } from '../../platform/assert.ts';

const VALUES = ['orders.id', 'orders.total', '5', '2.5', '-3', "'x'", 'NULL', 'TRUE', '(SELECT 1)', 'CURRENT_DATE'];
const BINARY = '+ - * / % ^ || & | # << >> ~ ~* !~ @> && -> ->> <-> ^@ = <> < >= AND OR'.split(' ');
const PREFIX = ['- ', '~ ', '@ ', '|/ ', 'NOT '];
const SUFFIX = [
  ' IS NULL',
  ' IS NOT TRUE',
  ' IS UNKNOWN',
  '::text',
  '::numeric(4, 1)',
  '::integer[]',
  ' COLLATE "C"',
  ' IS NOT JSON ARRAY',
];

/** @param random gives numbers from 0 up to 1 */
export function randomExpression(random: () => number, depth = 4): string {
  const pick = <T>(options: readonly T[]): T => must(options[Math.floor(random() * options.length)], 'an option');
  if (depth === 0 || random() < 0.1) return pick(VALUES);
  const part = () => {
    const inner = randomExpression(random, depth - 1);
    return `(${inner})`;
  };
  const forms: readonly (() => string)[] = [
    () => `${part()} ${pick(BINARY)} ${part()}`,
    () => `${part()} ${pick(BINARY)} ${part()}`,
    () => `${part()} ${pick(BINARY)} ${part()}`,
    () => pick(PREFIX) + part(),
    () => part() + pick(SUFFIX),
    () => `${part()} ${pick(['BETWEEN', 'NOT BETWEEN', 'BETWEEN SYMMETRIC'])} ${part()} AND ${part()}`,
    () => `${part()} ${pick(['LIKE', 'NOT ILIKE', 'SIMILAR TO'])} ${part()}${random() < 0.3 ? " ESCAPE ('!')" : ''}`,
    () => `${part()} ${pick(['IN', 'NOT IN'])} (${part()}, ${part()})`,
    () => `${part()} ${pick(['=', '>', 'LIKE'])} ${pick(['ANY', 'ALL'])} (${part()}::text[])`,
    () => `${part()} IS DISTINCT FROM ${part()}`,
    () => `${part()} AT TIME ZONE ${part()}`,
    () => `CASE WHEN ${part()} THEN ${part()} ELSE ${part()} END`,
    () => `CASE ${part()} WHEN ${part()} THEN ${part()} END`,
    () => `COALESCE(${part()}, ${part()})`,
    () => `${part()}[${part()}]`,
    () => `${part()}.name`,
    () => `ARRAY[${part()}, ${part()}]`,
    () => `(${part()}, ${part()})`,
    () => `EXISTS (SELECT 1 WHERE ${part()})`,
    () => `POSITION(${part()} IN ${part()})`,
    () =>
      `SUM(${part()}) FILTER (WHERE ${part()}) OVER (ORDER BY ${part()} ROWS BETWEEN ${part()} PRECEDING AND ${part()} FOLLOWING)`,
  ];
  return pick(forms)();
}
