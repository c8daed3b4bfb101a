/** A cell as Postgres reads it into a column of some type. */
import type { Cell } from '../cells.ts';
import { isStorableCell, isStorableDocument, isStorableText } from '../json/documents.ts';
import type { ColumnType, DateOrder, MomentKind, NumberKind } from './column-type.ts';
import { isoDate, readMoment, readTime } from './moments.ts';
import { fitsDouble, fitsInteger, plainNumber } from './numbers.ts';
import { isUuid, withoutBlanks } from './shapes.ts';
import { isWeakNull, truthWord } from './words.ts';

/** The text that Postgres' input function takes; null for no value; undefined when the cell does not fit the type. */
export type Converter = (cell: Cell | undefined) => string | null | undefined;

export function converterOf(type: ColumnType): Converter {
  switch (type.kind) {
    case 'integer':
    case 'bigint':
    case 'numeric':
    case 'double precision':
      return trimmed((text) => inRange(plainNumber(text, type.decimalMark), type.kind));
    case 'date':
    case 'timestamp':
    case 'timestamptz':
      return trimmed((text) => momentText(text, type.kind, type.order));
    case 'boolean':
      return trimmed(booleanText);
    case 'time':
      return trimmed(readTime);
    case 'uuid':
      return trimmed((text) => (isUuid(text) ? text : undefined));
    case 'jsonb':
      return toJson;
    case 'text':
      return toText;
  }
}

/** Blanks around a value mean nothing, and some words no value. */
function trimmed(read: (text: string) => string | undefined): Converter {
  return (cell) => {
    if (cell === null || cell === undefined) return null;
    const text = withoutBlanks(typeof cell === 'string' ? cell : cell.text);
    // Read first: what is nothing among numbers (`-`, `NA`) is no number anyway.
    return read(text) ?? (isWeakNull(text) ? null : undefined);
  };
}

function toText(cell: Cell | undefined): string | null | undefined {
  if (cell === null || cell === undefined) return null;
  if (!isStorableText(cell)) return undefined;
  return typeof cell === 'string' ? cell : cell.text;
}

function toJson(cell: Cell | undefined): string | null | undefined {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'string') {
    const text = withoutBlanks(cell);
    if (isStorableDocument(text)) return text;
    return isWeakNull(text) ? null : undefined;
  }
  if (!isStorableCell(cell)) return undefined;
  return cell.kind === 'string' ? JSON.stringify(cell.text) : cell.text;
}

/** `12.0` counts as whole: programs write whole numbers so once a column has a gap. */
function inRange(number: string | undefined, kind: NumberKind): string | undefined {
  if (number === undefined || kind === 'numeric') return number;
  if (kind === 'double precision') return fitsDouble(number) ? number : undefined;
  const whole = /^(-?\d+)(?:\.0+)?$/.exec(number)?.[1];
  return whole !== undefined && fitsInteger(whole, kind) ? whole : undefined;
}

function momentText(text: string, kind: MomentKind, order: DateOrder): string | undefined {
  const moment = readMoment(text);
  const date = moment && isoDate(moment, order);
  if (!moment || date === undefined) return undefined;
  if (kind === 'date') return moment.precision === 'day' ? date : undefined;
  if (kind === 'timestamptz') return moment.precision === 'zoned' ? `${date} ${moment.time}${moment.zone}` : undefined;
  // A day among times is its beginning. Postgres would drop a zone without a word.
  if (moment.precision === 'zoned') return undefined;
  return moment.precision === 'day' ? `${date} 00:00:00` : `${date} ${moment.time}`;
}

/** By hand one may also have 0 and 1 read as truth values. */
function booleanText(text: string): string | undefined {
  if (text === '1') return 't';
  if (text === '0') return 'f';
  const word = truthWord(text);
  return word && (word.value ? 't' : 'f');
}
