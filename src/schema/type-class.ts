import type { TypeClass } from './model.ts';

const CLASS_OF_TYPE: ReadonlyMap<string, TypeClass> = new Map([
  ['int2', 'integer'],
  ['int4', 'integer'],
  ['int8', 'integer'],
  ['numeric', 'number'],
  ['float4', 'number'],
  ['float8', 'number'],
  ['money', 'number'],
  ['text', 'text'],
  ['varchar', 'text'],
  ['bpchar', 'text'],
  ['name', 'text'],
  ['char', 'text'],
  ['citext', 'text'],
  ['bool', 'boolean'],
  ['date', 'date'],
  ['timestamp', 'timestamp'],
  ['timestamptz', 'timestamp'],
  ['time', 'time'],
  ['timetz', 'time'],
  ['json', 'json'],
  ['jsonb', 'json'],
]);

/** @param typeName `pg_type.typname` of the base type: `int4`, `varchar`; domains must be resolved first */
export function typeClassOf(typeName: string, isEnum: boolean): TypeClass {
  // An enum is compared with string literals, as text is.
  return isEnum ? 'text' : (CLASS_OF_TYPE.get(typeName) ?? 'other');
}
