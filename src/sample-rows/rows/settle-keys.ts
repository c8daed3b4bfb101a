import type { Limits } from '../expressions/limits.ts';
import type { Random } from '../random.ts';
import { printOperand } from '../values/draw-value.ts';
import type { CompiledColumn } from './compile-column.ts';
import type { CompiledKey, CompiledTable } from './compile-table.ts';
import type { DrawOptions } from './draw-row.ts';
import type { Tuple } from './key-pool.ts';
import type { RowDraft } from './row-draft.ts';

/** How often rows of a table that refer to their own kind stand at the top. */
const ROOT_SHARE = 0.12;
const NULL_SHARE = 0.1;

interface Context {
  readonly random: Random;
  readonly options: DrawOptions;
  readonly limitsOf: (column: CompiledColumn) => Limits;
}

/** Gives the row its parents. Returns the first column of a key for which there is none, or undefined. */
export function settleKeys(table: CompiledTable, draft: RowDraft, context: Context): string | undefined {
  for (const key of table.keys) {
    if (!settleKey(table, key, draft, context)) return key.columns[0];
  }
  return undefined;
}

function settleKey(table: CompiledTable, key: CompiledKey, draft: RowDraft, context: Context): boolean {
  const open = key.columns.filter((column) => !draft.has(column));
  if (open.length === 0) return true;
  // A key of which a part is NULL asks for no parent.
  if (key.columns.some((column) => draft.text(column) === null)) return leaveEmpty(key, open, draft, table);
  const presence = presenceOf(table, open, context);
  const isOptional = key.optional.length > 0 && presence !== 'present';
  if (key.timing === 'deferred') return isOptional && leaveEmpty(key, open, draft, table);
  if (key.timing === 'together') return true;
  // As many parents as rows, and each row has one: every row is its own.
  if (key.isSelf && key.isUnique && key.optional.length === 0) return true;
  if (presence === 'null') return isOptional && leaveEmpty(key, open, draft, table);
  const share = key.isSelf ? ROOT_SHARE : NULL_SHARE;
  const mustBeEmpty = open.some((column) => context.options.emptyColumns.has(column));
  if (isOptional && (mustBeEmpty || context.random.chance(share))) return leaveEmpty(key, open, draft, table);
  const tuple = pickParent(table, key, draft, context);
  if (tuple) {
    for (const [place, column] of key.columns.entries()) draft.set(column, tuple[place] ?? null);
    return true;
  }
  if (isOptional) return leaveEmpty(key, open, draft, table);
  // The first row of its kind becomes its own parent.
  return key.isSelf;
}

/** What is left of the key, and must have a value, is drawn like any other column. */
function leaveEmpty(key: CompiledKey, open: readonly string[], draft: RowDraft, { columns }: CompiledTable): boolean {
  const empty = key.optional.filter((column) => open.includes(column));
  for (const column of empty.length > 0 ? empty : open) {
    if (columns.get(column)?.nullable) draft.set(column, null);
  }
  return true;
}

/** Whether a check asks for a parent, or for none. */
function presenceOf({ columns }: CompiledTable, open: readonly string[], { limitsOf }: Context): Limits['presence'] {
  for (const name of open) {
    const column = columns.get(name);
    const presence = column ? limitsOf(column).presence : 'any';
    if (presence !== 'any') return presence;
  }
  return 'any';
}

/** Lists of values that a check allows a column, to find parents by: not more, as each is looked up. */
const MAX_LOOKED_UP = 12;

function pickParent(table: CompiledTable, key: CompiledKey, draft: RowDraft, context: Context): Tuple | undefined {
  const { random, options } = context;
  const settled = new Map<number, string>();
  for (const [place, column] of key.columns.entries()) {
    const text = draft.text(column);
    if (typeof text === 'string') settled.set(place, text);
  }
  const { pool } = key;
  if (pool.size === 0) return undefined;
  for (const [place, name] of key.columns.entries()) {
    const column = settled.has(place) ? undefined : table.columns.get(name);
    const allowed = column && context.limitsOf(column).allowed;
    if (!column || !allowed || allowed.length > MAX_LOOKED_UP) continue;
    const start = random.integer(0, Math.max(allowed.length - 1, 0));
    for (const index of allowed.keys()) {
      const text = printOperand(allowed[(start + index) % allowed.length] ?? null, column.type);
      const tuple = text === undefined ? undefined : pool.pickMatching(new Map([...settled, [place, text]]), random);
      if (tuple) return tuple;
    }
    return undefined;
  }
  if (settled.size > 0) return pool.pickMatching(settled, random);
  // One parent after the other, where each may have but one row; of its own kind, the latest.
  const freshness = Math.max(...key.columns.map(options.freshness));
  if (key.isUnique && freshness < 4) {
    const index = key.isSelf ? pool.size - 1 - freshness : options.number - 1 + freshness;
    return pool.at(Math.max(index, 0) % pool.size);
  }
  return pool.pick(random);
}
