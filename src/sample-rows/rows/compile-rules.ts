import type { Table } from '../../schema/model.ts';
import { quoteName } from '../../schema/names.ts';
import { isPadded } from '../expressions/operands.ts';
import { parseExpression } from '../expressions/parse.ts';
import { type CatalogueFacts, tableKey } from '../facts.ts';
import { nameWords } from '../meaning/name-words.ts';
import { measureOf } from '../types/measures.ts';
import type { CompiledColumn } from './compile-column.ts';
import { UniqueRule } from './unique-rule.ts';

/** What must be distinct: every unique index where the catalogue tells of them, the schema's keys otherwise. */
export function uniqueRules(
  table: Table,
  columns: ReadonlyMap<string, CompiledColumn>,
  facts: CatalogueFacts,
): readonly UniqueRule[] {
  const indexes = facts.tables.get(tableKey(table))?.uniqueIndexes;
  const fold = (column: string, text: string): string => {
    const type = columns.get(column)?.type;
    if (type?.kind === 'scalar' && type.name === 'citext') return text.toLowerCase();
    return type && isPadded(type) ? text.trimEnd() : text;
  };
  const sources =
    indexes ??
    [table.primaryKey, ...table.uniqueKeys].map((key) => ({
      expressions: key.map(quoteName),
      predicate: null,
      nullsNotDistinct: false,
    }));
  return sources.flatMap(({ expressions, predicate, nullsNotDistinct }) => {
    const keys = expressions.flatMap((text) => parseExpression(text) ?? []);
    const condition = predicate === null ? undefined : parseExpression(predicate);
    const isUnderstood = keys.length === expressions.length && keys.length > 0 && (predicate === null || condition);
    return isUnderstood ? [new UniqueRule({ keys, predicate: condition, nullsNotDistinct, fold })] : [];
  });
}

/** Names of what is counted within something else, as lines are within an order. */
const COUNTED =
  /(^|_)(id|no|nr|num|number|seq|sequence|sequence_number|position|ordinal|line|version|revision|index|idx|order|sort_order|rank|step|place|round)$/;

/** Columns that number rows within the rest of their unique key. */
export function counterColumns(
  columns: ReadonlyMap<string, CompiledColumn>,
  rules: readonly UniqueRule[],
  foreign: ReadonlySet<string>,
): ReadonlyMap<string, UniqueRule> {
  const counters = new Map<string, UniqueRule>();
  for (const rule of rules) {
    if (!rule.isPlain || rule.columns.size < 2) continue;
    const counted = [...rule.columns].filter((name) => {
      const column = columns.get(name);
      const isInteger = column !== undefined && measureOf(column.type)?.kind === 'integer';
      return isInteger && !column.isSequence && !foreign.has(name) && COUNTED.test(nameWords(name));
    });
    const [only, second] = counted;
    if (only !== undefined && second === undefined) counters.set(only, rule);
  }
  return counters;
}
