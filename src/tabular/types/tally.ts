/** What a column's cells look like, counted: all that is kept of them. */
import type { Cell, JsonCell } from '../cells.ts';
import { isStorableCell, isStorableText } from '../json/documents.ts';
import { readMoment, readTime } from './moments.ts';
import { fitsDouble, fitsInteger, numberShape } from './numbers.ts';
import { isUuid, type Shape, shapeOf, withoutBlanks } from './shapes.ts';

export interface Place {
  readonly line: number;
  readonly value: string;
}

export interface ShapeCount {
  count: number;
  /** Where the shape came up first. */
  readonly first: Place;
}

export class ColumnTally {
  readonly shapes = new Map<Shape, ShapeCount>();
  /** Cells with something in them, weak nulls included. */
  filled = 0;
  /** Whether any integer lies outside of Postgres' integer, and of its bigint. */
  readonly beyond = { integer: false, bigint: false };
  /** An integer of more than three digits without a mark between them: this column does not group thousands. */
  hasLongInteger = false;
  /** Cells that no text column takes: they hold a NUL or half a character. */
  unstorable = 0;
  /** Whether they are all values of JSON, and such as jsonb takes. */
  isStorableAsJson = true;

  add(cell: Cell | undefined, line: number): void {
    if (cell === null || cell === undefined) return;
    this.filled++;
    if (typeof cell === 'string') {
      this.isStorableAsJson = false;
      this.#count(shapeOf(cell), cell, line);
    } else {
      this.isStorableAsJson &&= isStorableCell(cell);
      this.#count(shapeOfJson(cell), cell, line);
    }
  }

  countOf(...shapes: readonly Shape[]): number {
    return shapes.reduce((sum, shape) => sum + (this.shapes.get(shape)?.count ?? 0), 0);
  }

  /** Cells that are a value whatever the type. */
  get values(): number {
    return this.filled - this.countOf('weak null');
  }

  #count(shape: Shape, cell: string | JsonCell, line: number): void {
    const text = typeof cell === 'string' ? cell : cell.text;
    if (shape === 'integer') this.#measure(withoutBlanks(text));
    if (shape === 'text' && !isStorableText(cell)) this.unstorable++;
    const counted = this.shapes.get(shape);
    if (counted) counted.count++;
    else this.shapes.set(shape, { count: 1, first: { line, value: text } });
  }

  #measure(text: string): void {
    if (text.length > 3) this.hasLongInteger ||= !text.startsWith('-') || text.length > 4;
    if (text.length <= 9) return;
    this.beyond.integer ||= !fitsInteger(text, 'integer');
    this.beyond.bigint ||= !fitsInteger(text, 'bigint');
  }
}

/** A text of a JSON file is a number only where the file says so; dates and the like have no other way to be written. */
function shapeOfJson({ kind, text }: JsonCell): Shape {
  switch (kind) {
    case 'boolean':
      return text === 'true' ? 'true true' : 'true false';
    case 'nested':
      return isStorableCell({ kind, text }) ? 'document' : 'text';
    case 'number':
      return jsonNumberShape(text);
    case 'string': {
      const moment = readMoment(text);
      if (moment) return `${moment.order} ${moment.precision}`;
      if (readTime(text) !== undefined) return 'time';
      return isUuid(text) ? 'uuid' : 'text';
    }
  }
}

/** In JSON a point always begins a fraction. */
function jsonNumberShape(text: string): Shape {
  const shape = numberShape(text) ?? 'text';
  if (shape === 'point-either') return 'point-decimal';
  return shape === 'exponent' && !fitsDouble(text) ? 'text' : shape;
}
