import { BIGINT, BOOLEAN, builtInType, INTEGER, NUMERIC, type SqlType, UNKNOWN } from '../types/types.ts';

export const KEYWORD_TYPES: Readonly<Record<string, SqlType>> = {
  NULL: UNKNOWN,
  TRUE: BOOLEAN,
  FALSE: BOOLEAN,
  CURRENT_DATE: builtInType('date'),
  CURRENT_TIME: builtInType('timetz'),
  CURRENT_TIMESTAMP: builtInType('timestamptz'),
  LOCALTIME: builtInType('time'),
  LOCALTIMESTAMP: builtInType('timestamp'),
  CURRENT_CATALOG: builtInType('name'),
  CURRENT_ROLE: builtInType('name'),
  CURRENT_SCHEMA: builtInType('name'),
  CURRENT_USER: builtInType('name'),
  SESSION_USER: builtInType('name'),
};

/** @param isNegative of the negative numbers a type has one more */
export function numberType(text: string, isNegative = false): SqlType {
  if (!/^\d+$/.test(text)) return NUMERIC;
  const value = isNegative ? BigInt(text) - 1n : BigInt(text);
  if (value < 2n ** 31n) return INTEGER;
  return value < 2n ** 63n ? BIGINT : NUMERIC;
}
