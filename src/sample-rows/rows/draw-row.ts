import type { Expression } from '../expressions/ast.ts';
import { evaluate } from '../expressions/evaluate.ts';
import { copyLimits, type Limits } from '../expressions/limits.ts';
import { narrow } from '../expressions/narrow.ts';
import { toOperand } from '../expressions/operands.ts';
import { Scene } from '../meaning/scene.ts';
import type { Random } from '../random.ts';
import { printOperand } from '../values/draw-value.ts';
import type { CompiledColumn } from './compile-column.ts';
import type { CompiledTable } from './compile-table.ts';
import { RowDraft } from './row-draft.ts';
import { settleKeys } from './settle-keys.ts';

export interface DrawOptions {
  readonly random: Random;
  /** From 1. */
  readonly number: number;
  /** How often the row was drawn before. */
  readonly attempt: number;
  /** How often a value of the column was not distinct. */
  readonly freshness: (column: string) => number;
  /** The next number of a column that counts. */
  readonly count: (column: string, draft: RowDraft) => number | undefined;
  /** The next number of a sequence. */
  readonly sequence: (column: string) => number;
  /** Values that are settled beforehand, by column. */
  readonly settled: ReadonlyMap<string, string>;
  /** Keep columns of unique keys empty where they may be: nothing distinct was found. */
  readonly emptyColumns: ReadonlySet<string>;
}

export type DrawFailure = { readonly kind: 'no-parent' | 'no-value' | 'check'; readonly column?: string };

/** One attempt at a row: keys first, then the other columns, each within what is left open by those before. */
export function drawRow(table: CompiledTable, options: DrawOptions): RowDraft | DrawFailure {
  const draft = new RowDraft(table.shape);
  const { random } = options;
  for (const [column, text] of options.settled) draft.set(column, text);
  const scene = new Scene(random);
  const chosen = table.checks.map(({ ways }) => (ways.length > 1 ? random.pick(ways) : ways[0]));
  const conditionsOn = (column: string): readonly Expression[] => chosen.flatMap((way) => way?.get(column) ?? []);
  const limitsOf = (column: CompiledColumn): Limits => {
    const conditions = conditionsOn(column.name);
    if (conditions.length === 0) return column.limits;
    const limits = copyLimits(column.limits);
    for (const condition of conditions) narrow(limits, condition, column.name, draft);
    return limits;
  };
  const missing = settleKeys(table, draft, { random, options, limitsOf });
  if (missing !== undefined) return { kind: 'no-parent', column: missing };
  for (const column of table.order) {
    if (draft.has(column.name) || isAwaited(table, column.name)) continue;
    const limits = limitsOf(column);
    const text = drawCell(column, limits, { draft, scene, options, isConstrained: limits !== column.limits });
    if (text === undefined) return { kind: 'no-value', column: column.name };
    draft.set(column.name, text);
  }
  settleOwn(table, draft);
  const isRefused = table.checks.some(({ condition }) => evaluate(condition, draft) === false);
  return isRefused ? { kind: 'check' } : draft;
}

/** Set later: by the rest of the group, or from the row itself. */
function isAwaited({ keys }: CompiledTable, column: string): boolean {
  return keys.some(
    (key) => key.columns.includes(column) && key.optional.length === 0 && (key.timing === 'together' || key.isSelf),
  );
}

/** A row without a parent among those before it, that needs one, is its own. */
function settleOwn({ keys }: CompiledTable, draft: RowDraft): void {
  for (const key of keys) {
    if (!key.isSelf) continue;
    for (const [place, column] of key.columns.entries()) {
      const own = key.referencedColumns[place];
      if (!draft.has(column) && own !== undefined) draft.set(column, draft.text(own) ?? null);
    }
  }
}

const DEFAULT_SHARE = 0.3;
const FLAG_DEFAULT_SHARE = 0.5;

interface CellContext {
  readonly draft: RowDraft;
  readonly scene: Scene;
  readonly options: DrawOptions;
  readonly isConstrained: boolean;
}

/** Null for NULL; undefined where no value is found. */
function drawCell(column: CompiledColumn, limits: Limits, context: CellContext): string | null | undefined {
  const { draft, scene, options, isConstrained } = context;
  const { random, number } = options;
  const freshness = options.freshness(column.name);
  if (limits.presence === 'null') return column.nullable ? null : undefined;
  const mayBeNull = column.nullable && limits.presence !== 'present';
  if (mayBeNull && (options.emptyColumns.has(column.name) || (!column.isSequence && random.chance(column.nullShare))))
    return null;
  if (column.isSequence) return String(fromLowerBound(options.sequence(column.name), limits));
  const counted = options.count(column.name, draft);
  if (counted !== undefined && freshness <= 2) return String(fromLowerBound(counted, limits));
  const { defaultText } = column;
  const share = column.type.kind === 'scalar' && column.type.name === 'boolean' ? FLAG_DEFAULT_SHARE : DEFAULT_SHARE;
  if (defaultText !== undefined && !isConstrained && freshness === 0 && random.chance(share)) return defaultText;
  const listed = listedOf(column, limits);
  // Each value comes at least once: what is only for some of them finds its rows.
  const isFirstRound = options.attempt === 0 && number <= listed.length && listed.length <= MAX_IN_TURN;
  if (isFirstRound && freshness === 0) return listed[number - 1];
  const drawn =
    listed.length > 0 || limits.allowed
      ? listed[random.skewed(listed.length)]
      : drawFree(column, limits, { random, scene, number, freshness });
  return drawn ?? (mayBeNull ? null : undefined);
}

/** Numbers begin at 1, or where a check lets them. */
function fromLowerBound(number: number, { min, minExcluded }: Limits): number {
  const least = Number.isFinite(min) ? Math.floor(min) + (minExcluded || !Number.isInteger(min) ? 1 : 0) : 1;
  return least > 1 && number < least ? least + number - 1 : number;
}

/** Labels of an enum or values that a check lists, as far as they are open; empty for columns without a list. */
function listedOf({ type }: CompiledColumn, { allowed, excluded, min, max }: Limits): readonly string[] {
  const values = allowed ?? (type.kind === 'enum' ? type.labels : []);
  const open = values.filter(
    (value) => !excluded.includes(value) && (typeof value !== 'number' || (value >= min && value <= max)),
  );
  return open.flatMap((value) => printOperand(value, type) ?? []);
}

/** Longer lists need not come whole. */
const MAX_IN_TURN = 10;

/** How often a value is drawn anew because a check names it as the one it must not be. */
const EXCLUDED_DRAWS = 20;

function drawFree(
  { draw, type }: CompiledColumn,
  limits: Limits,
  cell: { readonly random: Random; readonly scene: Scene; readonly number: number; readonly freshness: number },
): string | undefined {
  for (let attempt = 0; attempt < EXCLUDED_DRAWS; attempt++) {
    const text = draw?.({ ...cell, limits, freshness: cell.freshness + attempt });
    if (text === undefined || limits.excluded.length === 0) return text;
    const operand = toOperand(text, type);
    if (operand === undefined || !limits.excluded.includes(operand)) return text;
  }
  return undefined;
}
