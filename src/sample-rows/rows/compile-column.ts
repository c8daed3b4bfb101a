import type { Column, Schema, Table } from '../../schema/model.ts';
import type { Expression } from '../expressions/ast.ts';
import { copyLimits, type Limits, noLimits } from '../expressions/limits.ts';
import { parseExpression } from '../expressions/parse.ts';
import { type CatalogueFacts, tableKey } from '../facts.ts';
import { meaningOfMoment } from '../meaning/moment-rules.ts';
import { nameWords } from '../meaning/name-words.ts';
import { measureOf } from '../types/measures.ts';
import { resolveType, type ValueType } from '../types/resolve-type.ts';
import { type DrawValue, printOperand, typeLimits, valueDrawer } from '../values/draw-value.ts';
import { ofColumn, readChecks } from './compile-checks.ts';

/** A column made ready to draw values for. */
export interface CompiledColumn {
  readonly name: string;
  readonly type: ValueType;
  readonly nullable: boolean;
  readonly nullShare: number;
  /** Undefined where no value of the type is known. */
  readonly draw: DrawValue | undefined;
  readonly domainChecks: readonly Expression[];
  /** What the type allows. */
  readonly limits: Limits;
  /** Numbers from 1 on, as a sequence would give them. */
  readonly isSequence: boolean;
  /** A default that is a mere constant. */
  readonly defaultText: string | undefined;
  /** Never given a value: computed, or of a type that only its default knows values of. */
  readonly isLeftOut: boolean;
}

const NULL_SHARE = 0.1;

export function compileColumn(column: Column, table: Table, schema: Schema, facts: CatalogueFacts): CompiledColumn {
  const { type, domainChecks } = resolveType(column.type, schema, facts);
  // What a column is allowed to hold is known from a plain check as well, which may be all there is to know of a type.
  const known = valueDrawer(type, { column: nameWords(column.name), table: nameWords(table.name) });
  const limits = copyLimits(typeLimits(type, noLimits()));
  limits.isApart = facts.tables.get(tableKey(table))?.excluding.includes(column.name) ?? false;
  if (!known && column.allowedValues.length > 0) limits.allowed = column.allowedValues;
  const draw = known ?? (limits.allowed ? () => undefined : undefined);
  const measure = measureOf(type);
  const isComputed = column.generated && column.defaultExpression !== null;
  const isIdentity = column.generated && !isComputed;
  return {
    name: column.name,
    type,
    nullable: column.nullable,
    nullShare:
      measure?.kind === 'date' || measure?.kind === 'timestamp'
        ? meaningOfMoment(nameWords(column.name)).nullShare
        : NULL_SHARE,
    draw,
    domainChecks: readChecks(domainChecks).map((check) => ofColumn(check, column.name)),
    limits,
    isSequence:
      measure?.kind === 'integer' &&
      (isIdentity || /^nextval\(/.test(column.defaultExpression ?? '') || isSoleKey(column.name, table)),
    defaultText: constantDefault(column.defaultExpression, type),
    isLeftOut: isComputed || (!draw && (column.defaultExpression !== null || !column.nullable)),
  };
}

function isSoleKey(column: string, table: Table): boolean {
  const isForeign = table.foreignKeys.some(({ columns }) => columns.includes(column));
  return !isForeign && table.primaryKey.length === 1 && table.primaryKey[0] === column;
}

function constantDefault(expression: string | null, type: ValueType): string | undefined {
  let parsed = expression === null ? undefined : parseExpression(expression);
  while (parsed?.kind === 'cast') parsed = parsed.argument;
  return parsed?.kind === 'constant' && parsed.value !== null ? printOperand(parsed.value, type) : undefined;
}
