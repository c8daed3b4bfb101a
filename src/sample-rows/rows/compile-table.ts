import type { ForeignKey, Schema, Table } from '../../schema/model.ts';
import type { Expression } from '../expressions/ast.ts';
import { columnsOf } from '../expressions/ast.ts';
import { type CatalogueFacts, tableKey } from '../facts.ts';
import { type CompiledCheck, compileCheck, drawOrder, partitionCondition, readChecks } from './compile-checks.ts';
import { type CompiledColumn, compileColumn } from './compile-column.ts';
import { counterColumns, uniqueRules } from './compile-rules.ts';
import type { KeyPool } from './key-pool.ts';
import type { KeyPools } from './key-pools.ts';
import type { RowShape } from './row-draft.ts';
import type { UniqueRule } from './unique-rule.ts';

export interface CompiledKey {
  readonly columns: readonly string[];
  readonly pool: KeyPool;
  /** How rows get their parent: from the pool, later (NULL until then), or once the other tables of the group have theirs. */
  readonly timing: 'now' | 'deferred' | 'together';
  readonly isSelf: boolean;
  /** Columns that may be NULL so that the row has no parent: those that no other key needs, if there are any. */
  readonly optional: readonly string[];
  /** Each parent may have but one row. */
  readonly isUnique: boolean;
  readonly referencedColumns: readonly string[];
}

export interface CompiledTable {
  readonly table: Table;
  readonly shape: RowShape;
  /** By name; those that get values alone. */
  readonly columns: ReadonlyMap<string, CompiledColumn>;
  /** In the order in which they are drawn. */
  readonly order: readonly CompiledColumn[];
  readonly keys: readonly CompiledKey[];
  readonly rules: readonly UniqueRule[];
  readonly checks: readonly CompiledCheck[];
  /** Of columns that count the rows of each parent: `line_no` of (order_id, line_no). */
  readonly counters: ReadonlyMap<string, UniqueRule>;
  /** Whether what lies in the table may differ from what was put in. */
  readonly isAltered: boolean;
}

export interface CompileContext {
  readonly schema: Schema;
  readonly facts: CatalogueFacts;
  readonly pools: KeyPools;
  readonly timing: (key: ForeignKey) => CompiledKey['timing'];
}

export function compileTable(table: Table, context: CompileContext): CompiledTable {
  const facts = context.facts.tables.get(tableKey(table));
  const all = table.columns.map((column) => compileColumn(column, table, context.schema, context.facts));
  const columns = new Map(all.filter(({ isLeftOut }) => !isLeftOut).map((column) => [column.name, column]));
  const rules = uniqueRules(table, columns, context.facts);
  const partition = partitionCondition(facts?.partitions ?? []);
  const conditions = [
    ...readChecks(table.checks.map(({ expression }) => expression)),
    ...all.flatMap(({ domainChecks }) => domainChecks),
    ...(partition ? [partition] : []),
  ];
  const keys = compileKeys(table, columns, rules, context);
  const foreign = new Set(keys.flatMap((key) => key.columns));
  const names = [...columns.keys()];
  const order = drawOrder(
    [...names.filter((name) => foreign.has(name)), ...names.filter((name) => !foreign.has(name))],
    conditions,
  );
  return {
    table,
    shape: {
      places: new Map(table.columns.map(({ name }, place) => [name, place])),
      types: all.map(({ type }) => type),
    },
    columns,
    order: order.flatMap((name) => columns.get(name) ?? []),
    keys,
    rules,
    checks: conditions.map((condition) => compileCheck(condition, order)),
    counters: counterColumns(columns, rules, foreign),
    isAltered: facts?.hasTriggers === true,
  };
}

function compileKeys(
  table: Table,
  columns: ReadonlyMap<string, CompiledColumn>,
  rules: readonly UniqueRule[],
  { pools, timing, facts }: CompileContext,
): readonly CompiledKey[] {
  const matchFull = facts.tables.get(tableKey(table))?.matchFull ?? [];
  const compiled = table.foreignKeys.map((key): CompiledKey => {
    const parent = { namespace: key.referencedNamespace, name: key.referencedTable };
    return {
      columns: key.columns,
      pool: pools.of(parent, key.referencedColumns),
      timing: timing(key),
      isSelf: tableKey(parent) === tableKey(table),
      optional: optionalColumns(key, table, columns, matchFull),
      isUnique: rules.some((rule) => rule.isPlain && [...rule.columns].every((column) => key.columns.includes(column))),
      referencedColumns: key.referencedColumns,
    };
  });
  // Wide keys first: what they settle, the narrower ones can follow, but not the other way round.
  return compiled.sort((a, b) => b.columns.length - a.columns.length);
}

/** Empty where every row needs a parent. */
export function optionalColumns(
  key: ForeignKey,
  table: Table,
  columns: ReadonlyMap<string, Pick<CompiledColumn, 'nullable'>>,
  matchFull: readonly string[],
): readonly string[] {
  const nullable = key.columns.filter((column) => columns.get(column)?.nullable === true);
  const isFull = key.columns.length > 1 && key.columns.every((column) => matchFull.includes(column));
  if (isFull) return nullable.length === key.columns.length ? nullable : [];
  const own = nullable.filter((column) =>
    table.foreignKeys.every((other) => other === key || !other.columns.includes(column)),
  );
  return own.length > 0 ? own : nullable;
}

/** Simple conditions about one column alone, which hold for every row. */
export function standingConditions(checks: readonly CompiledCheck[], column: string): readonly Expression[] {
  return checks.flatMap(({ ways }) => {
    const [only, second] = ways;
    if (!only || second) return [];
    return (only.get(column) ?? []).filter((condition) => columnsOf(condition).size === 1);
  });
}
