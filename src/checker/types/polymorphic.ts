/** Pseudo-types that stand for the types of a call's arguments (documentation, 36.2.5). */
import { canCoerce, commonType } from './coercion.ts';
import { arrayOf, builtInType, type SqlType, UNKNOWN, UNSURE } from './types.ts';

const ANY = builtInType('any');
const ARRAY = builtInType('anyarray');
const ELEMENT = builtInType('anyelement');
const NON_ARRAY = builtInType('anynonarray');
const ENUM = builtInType('anyenum');
const RANGE = builtInType('anyrange');
const MULTIRANGE = builtInType('anymultirange');
const COMPATIBLE = builtInType('anycompatible');
const COMPATIBLE_ARRAY = builtInType('anycompatiblearray');

const POLYMORPHIC: ReadonlySet<SqlType> = new Set([
  ARRAY,
  ELEMENT,
  NON_ARRAY,
  ENUM,
  RANGE,
  MULTIRANGE,
  COMPATIBLE,
  COMPATIBLE_ARRAY,
]);

/** Those that are told by the type of one argument, not by what several have in common. */
const OF_ELEMENT: ReadonlySet<SqlType> = new Set([ARRAY, ELEMENT, NON_ARRAY, ENUM, RANGE, MULTIRANGE]);

/** What the pseudo-types of one call stand for; null where no argument tells. */
export interface Binding {
  readonly element: SqlType | null;
  readonly range: SqlType | null;
  readonly compatible: SqlType | null;
}

const NOTHING_BOUND: Binding = { element: null, range: null, compatible: null };

/** Whether arguments of these types can be passed as they are declared, and as what; null when they cannot. */
export function bind(actual: readonly SqlType[], declared: readonly SqlType[]): Binding | null {
  let element: SqlType | null = null;
  let range: SqlType | null = null;
  const compatible: SqlType[] = [];
  let isPolymorphic = false;
  for (const [index, type] of actual.entries()) {
    const parameter = declared[index];
    if (parameter === undefined) return null;
    if (!POLYMORPHIC.has(parameter)) {
      if (parameter !== ANY && !canCoerce(type, parameter, 'implicit')) return null;
      continue;
    }
    isPolymorphic = true;
    if (type === UNKNOWN || type === UNSURE) continue;
    if (parameter === COMPATIBLE || parameter === COMPATIBLE_ARRAY) {
      const bound = parameter === COMPATIBLE ? type : type.element;
      if (bound === null) return null;
      compatible.push(bound);
      continue;
    }
    if (parameter === RANGE || parameter === MULTIRANGE) {
      const bound = parameter === RANGE ? type : type.subtype;
      if (!bound || !isRange(bound) || (range !== null && range !== bound)) return null;
      range = bound;
    }
    const bound = elementBy(parameter, type);
    if (bound === null || (element !== null && element !== bound)) return null;
    element = bound;
  }
  if (!isPolymorphic) return NOTHING_BOUND;
  const common = compatible.length > 0 ? commonType(compatible) : null;
  return compatible.length > 0 && common === null ? null : { element, range, compatible: common };
}

/** What a declared type is in a call; UNSURE where the arguments do not tell. */
export function bound(type: SqlType, { element, range, compatible }: Binding): SqlType {
  switch (type) {
    case ELEMENT:
    case NON_ARRAY:
    case ENUM:
      return element ?? UNSURE;
    case ARRAY:
      return element ? arrayOf(element) : UNSURE;
    case RANGE:
      return range ?? UNSURE;
    case COMPATIBLE:
      return compatible ?? UNSURE;
    case COMPATIBLE_ARRAY:
      return compatible ? arrayOf(compatible) : UNSURE;
    case MULTIRANGE:
    case ANY:
      return UNSURE;
    default:
      return type;
  }
}

/** Whether nothing tells what a pseudo-type among the parameters stands for. */
export function isUnbound(parameters: readonly SqlType[], { element, range }: Binding): boolean {
  return element === null && range === null && parameters.some((parameter) => OF_ELEMENT.has(parameter));
}

function isRange(type: SqlType): boolean {
  return type.subtype !== null && type.subtype.subtype === null;
}

function elementBy(parameter: SqlType, type: SqlType): SqlType | null {
  switch (parameter) {
    case ARRAY:
      return type.element;
    case NON_ARRAY:
      return type.element ? null : type;
    case ENUM:
      return type.labels ? type : null;
    case RANGE:
      return type.subtype;
    case MULTIRANGE:
      return type.subtype?.subtype ?? null;
    default:
      return type;
  }
}
