/** Measured attributes that tables of any domain may have, at times with their unit in the name: `depth_m`. */
import type { ColumnSpec } from './parse-domains.ts';
import type { Random } from './random.ts';

interface Attribute {
  readonly name: string;
  readonly kind: 'money' | 'count' | 'measure';
  /** Suffixes of the column's name. */
  readonly suffixes: readonly string[];
}

const ATTRIBUTES: readonly Attribute[] = [
  { name: 'depth', kind: 'measure', suffixes: ['m', 'cm', 'meters'] },
  { name: 'width', kind: 'measure', suffixes: ['cm', 'mm', 'm'] },
  { name: 'height', kind: 'measure', suffixes: ['m', 'cm', 'meters'] },
  { name: 'length', kind: 'measure', suffixes: ['m', 'cm', 'km', 'mm'] },
  { name: 'speed', kind: 'measure', suffixes: ['kmh', 'mph'] },
  { name: 'weight', kind: 'measure', suffixes: ['kg', 'g', 'grams'] },
  { name: 'distance', kind: 'measure', suffixes: ['km', 'm', 'miles'] },
  { name: 'duration', kind: 'count', suffixes: ['minutes', 'min', 'hours', 'days', 'seconds'] },
  { name: 'temperature', kind: 'measure', suffixes: ['c', 'celsius'] },
  { name: 'altitude', kind: 'count', suffixes: ['m'] },
  { name: 'elevation', kind: 'count', suffixes: ['m'] },
  { name: 'population', kind: 'count', suffixes: [] },
  { name: 'volume', kind: 'measure', suffixes: ['l', 'liters', 'm3'] },
  { name: 'power', kind: 'count', suffixes: ['kw', 'w'] },
  { name: 'age', kind: 'count', suffixes: ['years'] },
  { name: 'size', kind: 'measure', suffixes: ['mb', 'm2'] },
  { name: 'price', kind: 'money', suffixes: ['eur', 'usd'] },
  { name: 'cost', kind: 'money', suffixes: ['eur', 'usd'] },
  { name: 'delay', kind: 'count', suffixes: ['minutes', 'days'] },
  { name: 'score', kind: 'count', suffixes: [] },
  { name: 'rating', kind: 'measure', suffixes: [] },
  { name: 'quantity', kind: 'count', suffixes: [] },
];

export function randomAttribute(random: Random): ColumnSpec {
  const { name, kind, suffixes } = random.pick(ATTRIBUTES);
  const suffix = random.chance(0.55) ? random.pickOptional(suffixes) : undefined;
  return { words: suffix === undefined ? [name] : [name, suffix], kind, choices: [], nullable: false, spoken: name };
}
