/**
 * What one cell looks like by itself. Every cell has exactly one shape; the type of a column follows from how many
 * cells it has of each (`decide.ts`), so that one pass over the rows is enough and every row counts.
 */
import { isStorableDocument } from '../json/documents.ts';
import { type OrderEvidence, type Precision, readMoment, readTime } from './moments.ts';
import { type NumberShape, numberShape } from './numbers.ts';
import { isWeakNull, type TruthFamily, truthWord } from './words.ts';

export type Shape =
  | NumberShape
  | `${OrderEvidence} ${Precision}`
  | `${TruthFamily} ${'true' | 'false'}`
  | 'time'
  | 'uuid'
  | 'document'
  /** A word for no value, an empty text, or blanks alone. */
  | 'weak null'
  | 'text';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const UUID_LENGTH = 36;

/** @param cell as the file has it */
export function shapeOf(cell: string): Shape {
  const text = withoutBlanks(cell);
  const code = text.charCodeAt(0);
  // Digits, minus and point begin numbers and dates; most cells are decided by their first character.
  const isNumeric = (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 44;
  if (isNumeric) {
    const number = numberShape(text);
    if (number) return number;
    const moment = readMoment(text);
    if (moment) return `${moment.order} ${moment.precision}`;
    if (readTime(text) !== undefined) return 'time';
  }
  if (isUuid(text)) return 'uuid';
  if (isWeakNull(text)) return 'weak null';
  const truth = truthWord(text);
  if (truth) return `${truth.family} ${truth.value ? 'true' : 'false'}`;
  if ((code === 123 || code === 91) && isStorableDocument(text)) return 'document';
  return 'text';
}

/** Cheap where there are none, which is nearly everywhere. */
export function withoutBlanks(text: string): string {
  return isBlank(text.charCodeAt(0)) || isBlank(text.charCodeAt(text.length - 1)) ? text.trim() : text;
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0;
}

export function isUuid(text: string): boolean {
  return text.length === UUID_LENGTH && UUID.test(text);
}
