import type { Expression } from '../expressions/ast.ts';
import { columnsOf } from '../expressions/ast.ts';
import { evaluate, type Values } from '../expressions/evaluate.ts';

export interface UniqueRuleSource {
  readonly keys: readonly Expression[];
  readonly predicate: Expression | undefined;
  readonly nullsNotDistinct: boolean;
  /** Columns whose texts are alike for Postgres where they differ in capitals (citext) or blanks at the end (char). */
  readonly fold: (column: string, text: string) => string;
}

/** What a unique index has taken already. */
export class UniqueRule {
  readonly columns: ReadonlySet<string>;
  /** The columns themselves, none but plain ones, and all rows alike. */
  readonly isPlain: boolean;
  readonly #source: UniqueRuleSource;
  readonly #taken = new Set<string>();

  constructor(source: UniqueRuleSource) {
    this.#source = source;
    this.columns = new Set(source.keys.flatMap((key) => [...columnsOf(key)]));
    this.isPlain = source.predicate === undefined && source.keys.every(({ kind }) => kind === 'column');
  }

  isTaken(values: Values): boolean {
    const key = this.keyOf(values);
    return key !== undefined && this.#taken.has(key);
  }

  take(values: Values): void {
    const key = this.keyOf(values);
    if (key !== undefined) this.#taken.add(key);
  }

  release(values: Values): void {
    const key = this.keyOf(values);
    if (key !== undefined) this.#taken.delete(key);
  }

  clear(): void {
    this.#taken.clear();
  }

  /** Undefined for a row that the index does not constrain, or that only Postgres can judge. */
  keyOf(values: Values): string | undefined {
    const { keys, predicate, nullsNotDistinct, fold } = this.#source;
    if (predicate) {
      const applies = evaluate(predicate, values);
      if (applies === false || applies === null) return undefined;
    }
    let whole = '';
    for (const key of keys) {
      const part = key.kind === 'column' ? values.text(key.name) : evaluate(key, values);
      if (part === undefined || (part === null && !nullsNotDistinct)) return undefined;
      const text = key.kind === 'column' && typeof part === 'string' ? fold(key.name, part) : JSON.stringify(part);
      whole += `${text}\u0000`;
    }
    return whole;
  }
}
