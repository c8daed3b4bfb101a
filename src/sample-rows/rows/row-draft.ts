import type { Operand } from '../expressions/ast.ts';
import type { Values } from '../expressions/evaluate.ts';
import { type Kind, kindOfType } from '../expressions/kinds.ts';
import { toOperand } from '../expressions/operands.ts';
import type { ValueType } from '../types/resolve-type.ts';

/** Names and types of the columns of a table, by place. */
export interface RowShape {
  readonly places: ReadonlyMap<string, number>;
  readonly types: readonly ValueType[];
}

/** A row in the making: values as text in Postgres' input syntax. */
export class RowDraft implements Values {
  readonly #shape: RowShape;
  readonly #texts: (string | null | undefined)[];
  readonly #operands: (Operand | undefined)[] = [];
  readonly #hasOperand: boolean[] = [];

  constructor(shape: RowShape) {
    this.#shape = shape;
    this.#texts = new Array(shape.types.length).fill(undefined);
  }

  has(column: string): boolean {
    return this.text(column) !== undefined;
  }

  set(column: string, text: string | null): void {
    const place = this.#shape.places.get(column);
    if (place === undefined) return;
    this.#texts[place] = text;
    this.#hasOperand[place] = false;
  }

  text(column: string): string | null | undefined {
    const place = this.#shape.places.get(column);
    return place === undefined ? undefined : this.#texts[place];
  }

  kind(column: string): Kind {
    const place = this.#shape.places.get(column);
    const type = place === undefined ? undefined : this.#shape.types[place];
    return type?.kind === 'scalar' ? kindOfType(type.name) : 'other';
  }

  operand(column: string): Operand | undefined {
    const place = this.#shape.places.get(column);
    const type = place === undefined ? undefined : this.#shape.types[place];
    if (place === undefined || !type) return undefined;
    if (!this.#hasOperand[place]) {
      const text = this.#texts[place];
      this.#operands[place] = text === undefined ? undefined : toOperand(text, type);
      this.#hasOperand[place] = true;
    }
    return this.#operands[place];
  }
}
