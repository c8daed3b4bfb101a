import { unreachable } from '../../platform/assert.ts';
import { measureOf } from '../types/measures.ts';
import type { ValueType } from '../types/resolve-type.ts';
import type { Operand } from './ast.ts';
import { parseInterval, parseMoment, parseTime } from './moments.ts';

/** A value's text as what it stands for; undefined where that is not known. */
export function toOperand(text: string | null, type: ValueType): Operand | undefined {
  if (text === null) return null;
  switch (type.kind) {
    case 'enum':
      return text;
    case 'array':
      return arrayOperand(text, type.element);
    case 'composite':
    case 'range':
    case 'multirange':
      return undefined;
    case 'scalar':
      return scalarOperand(text, type);
    default:
      return unreachable(type);
  }
}

const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'character varying', 'citext', 'uuid', 'name']);

function isTextType(type: ValueType): boolean {
  return type.kind === 'scalar' && (TEXT_TYPES.has(type.name) || isPadded(type));
}

/** `char(n)`, whose blanks at the end mean nothing. */
export function isPadded(type: ValueType): boolean {
  return type.kind === 'scalar' && (type.name === 'character' || type.name === 'bpchar');
}

function scalarOperand(text: string, type: ValueType & { readonly kind: 'scalar' }): Operand | undefined {
  if (type.name === 'boolean') return /^(t|true|1|yes|on)$/i.test(text);
  if (type.name === 'interval') return parseInterval(text);
  if (isPadded(type)) return text.trimEnd();
  if (isTextType(type)) return text;
  const measure = measureOf(type);
  switch (measure?.kind) {
    case undefined:
      return undefined;
    case 'integer':
    case 'decimal':
      return numberOperand(text.replaceAll(/[$,]/g, ''));
    case 'date':
    case 'timestamp':
      return parseMoment(text);
    case 'time':
      return parseTime(text);
  }
}

function numberOperand(text: string): number | undefined {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? undefined : number;
}

/** One dimension, and items that need no quotes within. */
function arrayOperand(text: string, element: ValueType): Operand | undefined {
  if (!/^\{[^{}\\]*\}$/.test(text)) return undefined;
  if (text === '{}') return [];
  const items: Operand[] = [];
  for (const [item, quoted] of text.slice(1, -1).matchAll(/"([^"]*)"|[^,]+/g)) {
    const operand = toOperand(quoted ?? (item === 'NULL' ? null : item), element);
    if (operand === undefined) return undefined;
    items.push(operand);
  }
  return items;
}
