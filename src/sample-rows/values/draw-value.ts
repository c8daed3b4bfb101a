import { unreachable } from '../../platform/assert.ts';
import type { Operand } from '../expressions/ast.ts';
import { copyLimits, type Limits, noLimits } from '../expressions/limits.ts';
import type { Cell } from '../meaning/cell.ts';
import { flagShare } from '../meaning/flag-rules.ts';
import { meaningOfText } from '../meaning/meaning-of-text.ts';
import { meaningOfMoment } from '../meaning/moment-rules.ts';
import { coordinate, meaningOfNumber } from '../meaning/number-rules.ts';
import { type Measure, measureOf } from '../types/measures.ts';
import type { ScalarType, ValueType } from '../types/resolve-type.ts';
import { drawJson } from './json.ts';
import { drawMoment, drawTime, printMoment, printTimeOfDay } from './moments.ts';
import { drawNumber, printNumber } from './numbers.ts';
import { drawOther } from './other-types.ts';
import { drawRange } from './ranges.ts';
import { drawText } from './texts.ts';

/** A value as text in Postgres' input syntax; undefined when none is found within the cell's limits. */
export type DrawValue = (cell: Cell) => string | undefined;

export interface ColumnNames {
  /** As words (`nameWords`). */
  readonly column: string;
  readonly table: string;
}

/** Undefined for a type of which no value is known. */
export function valueDrawer(type: ValueType, names: ColumnNames): DrawValue | undefined {
  switch (type.kind) {
    case 'enum':
      return type.labels.length === 0 ? undefined : ({ random }) => type.labels[random.skewed(type.labels.length)];
    case 'array':
      return arrayDrawer(type.element, names);
    case 'composite':
      return compositeDrawer(type.attributes, names);
    case 'range':
    case 'multirange':
      return (cell) => drawRange(cell, type.subtype, names.column, type.kind === 'multirange');
    case 'scalar':
      return scalarDrawer(type, names);
    default:
      return unreachable(type);
  }
}

function scalarDrawer(type: ScalarType, names: ColumnNames): DrawValue | undefined {
  const measure = measureOf(type);
  if (measure) return measuredDrawer(measure, names);
  switch (type.name) {
    case 'text':
    case 'character varying':
    case 'character':
    case 'bpchar':
    case 'citext':
    case 'name':
    case '"char"': {
      const meaning = meaningOfText(names.column, names.table);
      return (cell) => drawText(cell, meaning);
    }
    case 'boolean': {
      const share = flagShare(names.column);
      return ({ random }) => (random.chance(share) ? 'true' : 'false');
    }
    case 'interval': {
      const isShort = /(^|_)(duration|length|took|time|elapsed|runtime|delay|estimate)/.test(names.column);
      return ({ random }) =>
        isShort ? `0${random.integer(0, 9)}:${random.integer(10, 59)}:00` : `${random.integer(1, 60)} days`;
    }
    case 'json':
    case 'jsonb':
      return (cell) => drawJson(cell, names.column);
    default: {
      const draw = drawOther(type.name);
      return draw && ((cell) => draw(cell, type.modifiers));
    }
  }
}

function measuredDrawer(measure: Measure, { column }: ColumnNames): DrawValue {
  switch (measure.kind) {
    case 'integer':
    case 'decimal': {
      const meaning = meaningOfNumber(column);
      const place = measure.kind === 'decimal' ? coordinate(column) : undefined;
      return (cell) => {
        const drawn = place && cell.freshness === 0 ? place(cell) : drawNumber(cell, measure, meaning);
        return drawn === undefined ? undefined : printNumber(drawn, measure);
      };
    }
    case 'date':
    case 'timestamp': {
      const meaning = meaningOfMoment(column);
      return (cell) => {
        const drawn = drawMoment(cell, measure, meaning);
        return drawn === undefined ? undefined : printMoment(drawn, measure);
      };
    }
    case 'time':
      return (cell) => {
        const drawn = drawTime(cell, column);
        return drawn === undefined ? undefined : printTimeOfDay(drawn, measure);
      };
    default:
      return unreachable(measure);
  }
}

/** Items of an array where a check does not say how many. */
const MAX_ITEMS = 3;

function arrayDrawer(element: ValueType, { column, table }: ColumnNames): DrawValue | undefined {
  // `tags` holds one tag an item.
  const draw = valueDrawer(element, { column: column.replace(/s$/, ''), table });
  if (!draw) return undefined;
  return (cell) => {
    const { minLength, maxLength } = cell.limits;
    const least = Math.max(minLength, 1);
    const count = Math.min(cell.random.integer(least, Math.max(least, MAX_ITEMS)), maxLength);
    const items: string[] = [];
    const limits = typeLimits(element, noLimits());
    for (let index = 0; index < count; index++) {
      const item = draw({ ...cell, limits, number: cell.number + index });
      if (item === undefined) return undefined;
      items.push(item);
    }
    // Boxes alone are parted by semicolons.
    const comma = element.kind === 'scalar' && element.name === 'box' ? ';' : ',';
    return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(comma)}}`;
  };
}

function compositeDrawer(attributes: readonly ValueType[], names: ColumnNames): DrawValue {
  const draws = attributes.map((attribute) => ({ draw: valueDrawer(attribute, names), attribute }));
  return (cell) => {
    const fields = draws.map(({ draw, attribute }) => {
      const field = draw?.({ ...cell, limits: typeLimits(attribute, noLimits()) });
      return field === undefined ? '' : `"${field.replace(/["\\]/g, '$&$&')}"`;
    });
    return `(${fields.join(',')})`;
  };
}

/** `limits` within what the type itself sets: the length of a text. */
export function typeLimits(type: ValueType, limits: Limits): Limits {
  if (type.kind !== 'scalar') return limits;
  const own = copyLimits(limits);
  const length = type.name === '"char"' ? 1 : type.name === 'name' ? 63 : Number(type.modifiers[0]);
  const hasLength = /^(character varying|character|bpchar|"char"|name)$/.test(type.name) && Number.isFinite(length);
  if (hasLength) own.maxLength = Math.min(own.maxLength, length);
  return own;
}

/** What a check compares with, as text in Postgres' input syntax. */
export function printOperand(operand: Operand, type: ValueType): string | undefined {
  if (typeof operand === 'string') return operand;
  if (typeof operand === 'boolean') return String(operand);
  if (typeof operand !== 'number') return undefined;
  const measure = measureOf(type);
  switch (measure?.kind) {
    case undefined:
      return String(operand);
    case 'integer':
    case 'decimal':
      return printNumber(operand, measure);
    case 'date':
    case 'timestamp':
      return printMoment(operand, measure);
    case 'time':
      return printTimeOfDay(operand, measure);
  }
}
