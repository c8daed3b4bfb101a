import type { SchemaFunction } from '../../schema/model.ts';
import { FUNCTIONS } from './catalogue-data.ts';
import { isCastByName } from './coercion.ts';
import { choose, type Overload } from './overloads.ts';
import { bind, bound, isUnbound } from './polymorphic.ts';
import { builtInType, type SqlType, type TypeFinder, UNSURE } from './types.ts';

export interface Signature {
  readonly kind: 'scalar' | 'aggregate' | 'window';
  readonly returnsSet: boolean;
  /** The last of a variadic one is its array type, or `any`. */
  readonly parameters: readonly SqlType[];
  readonly isVariadic: boolean;
  /** How many of the parameters have no default. */
  readonly required: number;
  readonly result: SqlType;
  /** Of what it returns in FROM; empty when it is a single one without a name. */
  readonly columns: readonly { readonly name: string; readonly type: SqlType }[];
}

export interface FoundFunction {
  readonly kind: 'found';
  readonly result: SqlType;
  /** The types its arguments are taken as. */
  readonly arguments: readonly SqlType[];
  /** Null for a cast, and where several may be meant. */
  readonly signature: Signature | null;
}

export type FunctionUse = FoundFunction | { readonly kind: 'none' } | { readonly kind: 'ambiguous' };

const KINDS: Readonly<Record<string, Signature['kind']>> = { f: 'scalar', a: 'aggregate', w: 'window' };

const builtIn: ReadonlyMap<string, readonly Signature[]> = new Map(
  FUNCTIONS.trim()
    .split('\n')
    .map((line): [string, readonly Signature[]] => {
      const [name = '', ...texts] = line.split(' ');
      return [name, texts.map(readSignature)];
    }),
);

/** `f*(int4,=bool,...text[])record{key:text,value:json}`, see catalogue-data.ts. */
function readSignature(text: string): Signature {
  const [, kind = '', star, parameterTexts = '', result = '', columnTexts] =
    /^(\w)(\*)?\((.*?)\)([^{]+)(?:\{(.*)\})?$/.exec(text) ?? [];
  const parameters = parameterTexts === '' ? [] : parameterTexts.split(',');
  return {
    kind: KINDS[kind] ?? 'scalar',
    returnsSet: star === '*',
    parameters: parameters.map((parameter) => builtInType(parameter.replace(/^=?(\.\.\.)?/, ''))),
    isVariadic: parameters.at(-1)?.includes('...') === true,
    required: parameters.filter((parameter) => !parameter.startsWith('=')).length,
    result: builtInType(result),
    columns: (columnTexts?.split(',') ?? []).map((column) => {
      const [name = '', type = ''] = column.split(':');
      return { name, type: builtInType(type) };
    }),
  };
}

/** Of one of Postgres' own functions, by its upper-case name; undefined when the catalogue here lacks it. */
export function builtInSignatures(name: string): readonly Signature[] | undefined {
  return builtIn.get(name.toLowerCase());
}

/** Upper-case names of Postgres' own functions. */
export function builtInFunctionNames(): readonly string[] {
  return [...builtIn.keys()].map((name) => name.toUpperCase());
}

export function signatureOf(declared: SchemaFunction, findType: TypeFinder): Signature {
  const { kind } = declared;
  return {
    kind: kind === 'set' ? 'scalar' : kind,
    returnsSet: kind === 'set',
    parameters: declared.argumentTypes.map(findType),
    isVariadic: declared.isVariadic,
    required: declared.requiredArguments,
    result: findType(declared.resultType),
    columns: declared.outputColumns.map((name) => ({ name, type: UNSURE })),
  };
}

interface CountedSignature extends Overload {
  readonly signature: Signature;
}

/** @param castTarget the type that has the function's name, if any: `DATE('2024-01-01')` is a cast */
export function resolveFunction(
  signatures: readonly Signature[],
  types: readonly SqlType[],
  castTarget: SqlType | null = null,
): FunctionUse {
  const counted = signatures.flatMap((signature): CountedSignature[] => {
    const parameters = parametersFor(signature, types.length);
    return parameters ? [{ parameters, signature }] : [];
  });
  if (types.includes(UNSURE)) return unsureUse(counted, types);
  const exact = counted.find(({ parameters }) => types.every((type, index) => type === parameters[index]));
  if (exact) return { kind: 'found', result: exact.signature.result, arguments: types, signature: exact.signature };
  const [only] = types;
  if (castTarget && only && types.length === 1 && isCastByName(only, castTarget)) {
    return { kind: 'found', result: castTarget, arguments: [castTarget], signature: null };
  }
  const choice = choose(types, counted);
  if (choice.kind !== 'chosen') return choice;
  const { overload, binding } = choice;
  // Postgres wants to know what a pseudo-type stands for; literals do not tell.
  if (isUnbound(overload.parameters, binding)) return { kind: 'none' };
  return {
    kind: 'found',
    result: bound(overload.signature.result, binding),
    arguments: overload.parameters.map((parameter) => bound(parameter, binding)),
    signature: overload.signature,
  };
}

/** With an argument that may be anything, the result is known when all overloads that are left agree. */
function unsureUse(counted: readonly CountedSignature[], types: readonly SqlType[]): FunctionUse {
  const possible = counted.filter(({ parameters }) => bind(types, parameters) !== null);
  const results = new Set(possible.map(({ signature }) => signature.result));
  const [result] = results;
  const [first] = possible;
  return {
    kind: 'found',
    result: results.size === 1 && result && result.category !== 'P' ? result : UNSURE,
    arguments: types.map(() => UNSURE),
    signature: possible.length === 1 && first ? first.signature : null,
  };
}

/** Its parameters in a call with so many arguments; null when it cannot be called with them. */
function parametersFor({ parameters, isVariadic, required }: Signature, count: number): readonly SqlType[] | null {
  if (!isVariadic) return count >= required && count <= parameters.length ? parameters.slice(0, count) : null;
  const last = parameters.at(-1);
  if (!last || count < parameters.length) return null;
  const repeated = Array<SqlType>(count - parameters.length + 1).fill(last.element ?? last);
  return [...parameters.slice(0, -1), ...repeated];
}
