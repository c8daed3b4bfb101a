import { evaluate } from '../expressions/evaluate.ts';
import { copyLimits, type Limits } from '../expressions/limits.ts';
import { narrow } from '../expressions/narrow.ts';
import { CAPITALS, DIGITS } from '../random.ts';
import { DAY, measureOf, stepOf } from '../types/measures.ts';
import type { ValueType } from '../types/resolve-type.ts';
import { printOperand } from '../values/draw-value.ts';
import { boundsOf } from '../values/numbers.ts';
import type { CompiledColumn } from './compile-column.ts';
import { type CompiledTable, standingConditions } from './compile-table.ts';
import { RowDraft } from './row-draft.ts';
import type { UniqueRule } from './unique-rule.ts';

/** Values that some columns of a key may take together. */
interface Choice {
  readonly columns: readonly string[];
  readonly size: () => number;
  readonly at: (index: number) => readonly string[] | undefined;
}

/** Beyond so many combinations, one that is free is found by chance. */
const MAX_COMBINATIONS = 1e9;
/** Combinations looked at for one row. */
const MAX_STEPS = 20_000;
/** Numbers and days that a check leaves open, to be listed. */
const MAX_LISTED = 2_000;
/** Of texts of so few characters, all can be listed. */
const MAX_LISTED_LENGTH = 2;
/** Coprime to any number of combinations that it does not divide. */
const STRIDES = [999_983, 999_979, 999_961];

/** Goes through all combinations of values that a unique key can have, each once, for when chance finds no free one. */
export class SystematicSearch {
  readonly rule: UniqueRule;
  readonly #choices: readonly Choice[];
  #walked = 0;

  private constructor(rule: UniqueRule, choices: readonly Choice[]) {
    this.rule = rule;
    this.#choices = choices;
  }

  /** Undefined where the key has a column with more values than anyone could list. */
  static over(rule: UniqueRule, table: CompiledTable): SystematicSearch | undefined {
    const choices: Choice[] = [];
    const covered = new Set<string>();
    for (const key of table.keys) {
      if (key.timing !== 'now' || key.isSelf || !key.columns.some((column) => rule.columns.has(column))) continue;
      choices.push({ columns: key.columns, size: () => key.pool.size, at: (index) => key.pool.at(index) });
      for (const column of key.columns) covered.add(column);
    }
    for (const name of rule.columns) {
      if (covered.has(name)) continue;
      const column = table.columns.get(name);
      const values = column && listedValues(column, table);
      if (!values) return undefined;
      choices.push({ columns: [name], size: () => values.length, at: (index) => [values[index] ?? ''] });
    }
    return new SystematicSearch(rule, choices);
  }

  get combinations(): number {
    return this.#choices.reduce((product, choice) => product * choice.size(), 1);
  }

  get isWorthwhile(): boolean {
    return this.combinations <= MAX_COMBINATIONS;
  }

  /** Undefined once all were given. */
  next(table: CompiledTable): ReadonlyMap<string, string> | undefined {
    const total = this.combinations;
    const stride = STRIDES.find((prime) => total % prime !== 0) ?? 1;
    for (let step = 0; step < MAX_STEPS && this.#walked < total; step++) {
      const combination = this.#combination((this.#walked++ * stride) % total);
      if (!combination) continue;
      const draft = new RowDraft(table.shape);
      for (const [column, text] of combination) draft.set(column, text);
      const isRefused =
        this.rule.isTaken(draft) || table.checks.some(({ condition }) => evaluate(condition, draft) === false);
      if (!isRefused) return combination;
    }
    return undefined;
  }

  /** Undefined where two keys would have to give one column two values. */
  #combination(index: number): ReadonlyMap<string, string> | undefined {
    const values = new Map<string, string>();
    let rest = index;
    for (const choice of this.#choices) {
      const size = choice.size();
      const tuple = choice.at(rest % size);
      rest = Math.floor(rest / size);
      for (const [place, column] of choice.columns.entries()) {
        const text = tuple?.[place];
        if (text === undefined || (values.get(column) ?? text) !== text) return undefined;
        values.set(column, text);
      }
    }
    return values;
  }
}

const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'character varying', 'character', 'bpchar', 'citext']);

function isText(type: ValueType): boolean {
  return type.kind === 'scalar' && TEXT_TYPES.has(type.name);
}

/** All of letters and digits. */
function shortTexts({ minLength, maxLength, letterCase }: Limits): readonly string[] {
  const small = CAPITALS.toLowerCase();
  const letters = { lower: small, upper: CAPITALS, any: CAPITALS + small }[letterCase ?? 'any'];
  let texts: readonly string[] = [''];
  const found: string[] = [];
  for (let length = 1; length <= maxLength; length++) {
    texts = texts.flatMap((text) => [...(letters + DIGITS)].map((character) => text + character));
    if (length >= minLength) found.push(...texts);
  }
  return found;
}

function listedValues(column: CompiledColumn, table: CompiledTable): readonly string[] | undefined {
  const { type } = column;
  const limits: Limits = copyLimits(column.limits);
  const nothing = new RowDraft(table.shape);
  for (const condition of standingConditions(table.checks, column.name))
    narrow(limits, condition, column.name, nothing);
  if (limits.allowed) {
    return limits.allowed
      .filter((value) => !limits.excluded.includes(value))
      .flatMap((value) => printOperand(value, type) ?? []);
  }
  if (type.kind === 'enum') return type.labels;
  if (type.kind === 'scalar' && type.name === 'boolean') return ['true', 'false'];
  if (limits.maxLength === 1 && limits.firstLetter !== undefined && limits.lastLetter !== undefined) {
    const [first, last] = [limits.firstLetter.charCodeAt(0), limits.lastLetter.charCodeAt(0)];
    return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => String.fromCharCode(first + index));
  }
  if (isText(type) && limits.maxLength <= MAX_LISTED_LENGTH) return shortTexts(limits);
  const measure = measureOf(type);
  if (!measure || measure.kind === 'timestamp' || measure.kind === 'time') return undefined;
  const step = stepOf(measure);
  const least = measure.kind === 'date' ? Number.NEGATIVE_INFINITY : measure.min;
  const most = measure.kind === 'date' ? Number.POSITIVE_INFINITY : measure.max;
  const bounds = boundsOf(limits, least, most, measure.kind === 'date' ? DAY : step);
  const count = bounds ? Math.round((bounds.max - bounds.min) / step) + 1 : 0;
  if (!bounds || !(count <= MAX_LISTED)) return undefined;
  return Array.from({ length: count }, (_, index) => printOperand(bounds.min + index * step, type) ?? '');
}
