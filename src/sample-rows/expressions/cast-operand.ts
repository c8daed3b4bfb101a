import { EMPTY_SCHEMA } from '../../schema/model.ts';
import { NO_FACTS } from '../facts.ts';
import { DAY } from '../types/measures.ts';
import { resolveType } from '../types/resolve-type.ts';
import type { Operand } from './ast.ts';
import { toOperand } from './operands.ts';

export function isTextTarget(type: string): boolean {
  return /^(text|character varying|character|bpchar|citext|name)\b/.test(type) && !type.endsWith('[]');
}

/** A value as `type`, as `format_type` prints it; undefined where that is not known. */
export function castOperand(operand: Operand | undefined, type: string): Operand | undefined {
  if (typeof operand === 'string') return castText(operand, type);
  if (typeof operand === 'number') {
    if (isTextTarget(type)) return String(operand);
    if (/^(integer|bigint|smallint)$/.test(type)) return Math.round(operand);
    if (type === 'date') return Math.floor(operand / DAY) * DAY;
  }
  if (typeof operand === 'boolean' && type === 'integer') return Number(operand);
  return operand;
}

function castText(text: string, type: string): Operand | undefined {
  if (isTextTarget(type)) return text;
  const target = resolveType(type, EMPTY_SCHEMA, NO_FACTS).type;
  // The label of an enum is its text; of a built-in type that is not measured, nothing is known.
  const isOwnType = target.kind === 'scalar' && !BUILT_IN.test(target.name);
  return toOperand(text, target) ?? (isOwnType ? text : undefined);
}

const BUILT_IN =
  /^(json|jsonb|inet|cidr|macaddr|macaddr8|bytea|xml|tsvector|tsquery|bit|bit varying|point|line|box|path|polygon|circle|lseg|regclass|integer|bigint|smallint|numeric|real|double precision|money|date|time.*|interval)$/;
