import type { Schema } from '../../schema/model.ts';
import { callableName } from '../../schema/names.ts';
import type { CatalogueFacts } from '../facts.ts';
import { parseTypeText } from './type-text.ts';

/** A type down to what a value of it is made of. */
export type ValueType =
  | ScalarType
  | { readonly kind: 'enum'; readonly labels: readonly string[] }
  | { readonly kind: 'array'; readonly element: ValueType }
  | { readonly kind: 'composite'; readonly attributes: readonly ValueType[] }
  | { readonly kind: 'range' | 'multirange'; readonly subtype: ScalarType };

export interface ScalarType {
  readonly kind: 'scalar';
  /** As `format_type` prints it, without modifiers; of an extension's type, without the namespace. */
  readonly name: string;
  readonly modifiers: readonly string[];
}

export interface ResolvedType {
  readonly type: ValueType;
  /** Checks of the domains on the way, about `VALUE`. */
  readonly domainChecks: readonly string[];
}

const RANGE_SUBTYPES: ReadonlyMap<string, string> = new Map([
  ['int4', 'integer'],
  ['int8', 'bigint'],
  ['num', 'numeric'],
  ['date', 'date'],
  ['ts', 'timestamp without time zone'],
  ['tstz', 'timestamp with time zone'],
]);

/** Deeper than any type a person makes; a type that holds itself ends here. */
const MAX_NESTING = 8;

export function resolveType(text: string, schema: Schema, facts: CatalogueFacts, depth = 0): ResolvedType {
  const { name, modifiers, isArray } = parseTypeText(text);
  if (isArray) {
    const element = resolveType(text.replace(/(\[\])+$/, ''), schema, facts, depth);
    return { type: { kind: 'array', element: element.type }, domainChecks: [] };
  }
  const scalar: ResolvedType = { type: { kind: 'scalar', name, modifiers }, domainChecks: [] };
  if (depth >= MAX_NESTING) return scalar;
  const range = /^(int4|int8|num|date|ts|tstz)(multi)?range$/.exec(name);
  const subtype = RANGE_SUBTYPES.get(range?.[1] ?? '');
  if (subtype !== undefined) return { type: rangeOf(subtype, range?.[2] !== undefined), domainChecks: [] };
  const known = facts.types.get(name) ?? declared(name, schema);
  switch (known?.kind) {
    case undefined:
      return { ...scalar, type: { kind: 'scalar', name: withoutNamespace(name), modifiers } };
    case 'enum':
      return { type: { kind: 'enum', labels: known.labels }, domainChecks: [] };
    case 'domain': {
      const base = resolveType(known.baseType, schema, facts, depth + 1);
      return { type: base.type, domainChecks: [...base.domainChecks, ...known.checks] };
    }
    case 'composite': {
      const attributes = known.attributes.map((attribute) => resolveType(attribute, schema, facts, depth + 1).type);
      return { type: { kind: 'composite', attributes }, domainChecks: [] };
    }
    case 'range':
    case 'multirange':
      return { type: rangeOf(known.subtype, known.kind === 'multirange'), domainChecks: [] };
  }
}

function rangeOf(subtypeText: string, isMulti: boolean): ValueType {
  const { name, modifiers } = parseTypeText(subtypeText);
  return { kind: isMulti ? 'multirange' : 'range', subtype: { kind: 'scalar', name, modifiers } };
}

function declared(name: string, schema: Schema): CatalogueTypeOfSchema | undefined {
  const isNamed = (type: { readonly namespace: string; readonly name: string }): boolean =>
    callableName(type) === name || type.name === name;
  const ofEnum = schema.enums.find(isNamed);
  if (ofEnum) return { kind: 'enum', labels: ofEnum.labels };
  const domain = schema.domains.find(isNamed);
  return domain && { kind: 'domain', baseType: domain.baseType, checks: [] };
}

type CatalogueTypeOfSchema =
  | { readonly kind: 'enum'; readonly labels: readonly string[] }
  | { readonly kind: 'domain'; readonly baseType: string; readonly checks: readonly string[] };

/** `extensions.citext` is `citext` wherever it lies. */
function withoutNamespace(name: string): string {
  // `interval day to second` takes what an interval takes.
  if (name.startsWith('interval')) return 'interval';
  return /^[a-z_]\w*\.([a-z_]\w*)$/.exec(name)?.[1] ?? name;
}
