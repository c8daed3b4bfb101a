/** How the values of a type lie on a line, so that bounds of checks mean something to it. */
import type { ScalarType, ValueType } from './resolve-type.ts';

export type Measure =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  /** Multiples of 10^-scale. */
  | { readonly kind: 'decimal'; readonly scale: number; readonly min: number; readonly max: number }
  /** Milliseconds since 1970, UTC; in whole days, or in whole seconds. */
  | { readonly kind: 'date' }
  | { readonly kind: 'timestamp'; readonly hasZone: boolean }
  /** Milliseconds since midnight. */
  | { readonly kind: 'time'; readonly hasZone: boolean };

/** Beyond it not every integer is a JavaScript number. */
const MAX_SAFE = 9_000_000_000_000_000;
/** Digits behind the point where a type sets none. */
const DEFAULT_SCALE = 2;

export function measureOf(type: ValueType): Measure | undefined {
  return type.kind === 'scalar' ? scalarMeasure(type) : undefined;
}

function scalarMeasure({ name, modifiers }: ScalarType): Measure | undefined {
  switch (name) {
    case 'smallint':
      return { kind: 'integer', min: -32_768, max: 32_767 };
    case 'integer':
      return { kind: 'integer', min: -2_147_483_648, max: 2_147_483_647 };
    case 'bigint':
      return { kind: 'integer', min: -MAX_SAFE, max: MAX_SAFE };
    case 'oid':
    case 'xid':
    case 'cid':
      return { kind: 'integer', min: 0, max: 4_294_967_295 };
    case 'xid8':
      return { kind: 'integer', min: 0, max: MAX_SAFE };
    case 'numeric':
      return numericMeasure(modifiers);
    case 'money':
      return { kind: 'decimal', scale: 2, min: -MAX_SAFE / 1000, max: MAX_SAFE / 1000 };
    case 'real':
      return { kind: 'decimal', scale: 2, min: -1e6, max: 1e6 };
    case 'double precision':
      return { kind: 'decimal', scale: 4, min: -1e12, max: 1e12 };
    case 'date':
      return { kind: 'date' };
    case 'timestamp without time zone':
    case 'timestamp with time zone':
      return { kind: 'timestamp', hasZone: name.endsWith('with time zone') };
    case 'time without time zone':
    case 'time with time zone':
      return { kind: 'time', hasZone: name.endsWith('with time zone') };
    default:
      return undefined;
  }
}

/** `numeric(5)` has whole numbers; of `numeric(2,4)` and `numeric(3,-2)` the largest is below 10^(precision - scale). */
function numericMeasure(modifiers: readonly string[]): Measure {
  if (modifiers.length === 0) return { kind: 'decimal', scale: DEFAULT_SCALE, min: -1e12, max: 1e12 };
  const precision = Number(modifiers[0]);
  const scale = Number(modifiers[1] ?? 0);
  const digits = Math.min(precision - scale, 12);
  const max = 10 ** digits - 10 ** -Math.min(scale, 12);
  return { kind: 'decimal', scale: Math.min(scale, 12), min: -max, max };
}

/** The smallest difference of two values. */
export function stepOf(measure: Measure): number {
  switch (measure.kind) {
    case 'integer':
      return 1;
    case 'decimal':
      return 10 ** -measure.scale;
    case 'date':
      return DAY;
    case 'timestamp':
    case 'time':
      return SECOND;
  }
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const YEAR = 365.25 * DAY;
