/** Which types turn into which (documentation, 10.1 and `pg_cast`). */
import { CASTS } from './catalogue-data.ts';
import { builtInType, type SqlType, TEXT, UNKNOWN, UNSURE } from './types.ts';

/** Each allows what the one before it allows. */
export type CoercionContext = 'implicit' | 'assignment' | 'explicit';

const RANK: Readonly<Record<CoercionContext, number>> = { implicit: 0, assignment: 1, explicit: 2 };
const CONTEXT_OF_LETTER: Readonly<Record<string, CoercionContext>> = { i: 'implicit', a: 'assignment', e: 'explicit' };
interface Cast {
  readonly context: CoercionContext;
  readonly hasFunction: boolean;
}

const casts = new Map<SqlType, Map<SqlType, Cast>>();

for (const line of CASTS.trim().split('\n')) {
  const [source = '', ...groups] = line.split(' ');
  const targets = new Map<SqlType, Cast>();
  for (const group of groups) {
    const context = CONTEXT_OF_LETTER[group.charAt(0)] ?? 'explicit';
    for (const target of group.slice(2).split(',')) {
      targets.set(builtInType(target.replace('!', '')), { context, hasFunction: !target.endsWith('!') });
    }
  }
  casts.set(builtInType(source), targets);
}

export function canCoerce(source: SqlType, target: SqlType, context: CoercionContext): boolean {
  if (source === target || source === UNKNOWN || source === UNSURE || target === UNSURE) return true;
  if (source.element && target.element) return canCoerce(source.element, target.element, context);
  const known = casts.get(source)?.get(target);
  if (known) return RANK[known.context] <= RANK[context];
  // By way of its text.
  if (context === 'implicit') return false;
  return target.category === 'S' || (context === 'explicit' && source.category === 'S');
}

/** Whether `TARGET(source)` is a cast: where a function makes it, that is the function of this name. */
export function isCastByName(source: SqlType, target: SqlType): boolean {
  if (source === target || source === UNKNOWN) return true;
  const known = casts.get(source)?.get(target);
  return known ? !known.hasFunction : source.category === 'S';
}

/**
 * The type that UNION, CASE, ARRAY, VALUES and their like give to all of these (documentation, 10.5): null when there
 * is none.
 */
export function commonType(types: readonly SqlType[]): SqlType | null {
  if (types.includes(UNSURE)) return UNSURE;
  let common: SqlType | null = null;
  for (const type of types) {
    if (type === UNKNOWN || type === common) continue;
    if (common === null) common = type;
    else if (common.category !== type.category) return null;
    else if (!common.isPreferred && canCoerce(common, type, 'implicit') && !canCoerce(type, common, 'implicit')) {
      common = type;
    }
  }
  const result = common ?? TEXT;
  return types.every((type) => canCoerce(type, result, 'implicit')) ? result : null;
}

/** Types that have no `=` to sort or group by (no default operator class for B-trees or hashes). */
const INCOMPARABLE = new Set('json xml jsonpath point lseg path box polygon line circle'.split(' '));

/** Whether GROUP BY, DISTINCT, UNION and ORDER BY can tell values of the type apart. */
export function isComparable(type: SqlType): boolean {
  return type.element ? isComparable(type.element) : !INCOMPARABLE.has(type.name);
}
