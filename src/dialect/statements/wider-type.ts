import type { TargetType } from '../types/target-type.ts';
import type { ValueKind } from '../types/value-kind.ts';

/** The next type that holds a value of this kind too; undefined where nothing is wider. */
export function widerType(type: TargetType, value: ValueKind): readonly [string, ValueKind] | undefined {
  if (value === 'text') return type.kind === 'text' ? undefined : ['text', 'text'];
  if (value === 'interval') return ['interval', 'interval'];
  if (value === 'number') return type.kind === 'integer' ? ['numeric', 'number'] : ['text', 'text'];
  if (type.kind === 'boolean') return ['smallint', 'integer'];
  if (type.sql === 'smallint' || type.sql === 'integer') return ['bigint', 'integer'];
  // Seconds since 1970 in a column of dates.
  return type.kind === 'date' || type.kind === 'timestamp' ? ['bigint', 'integer'] : undefined;
}
