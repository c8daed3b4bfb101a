import type { ValueKind } from '../types/value-kind.ts';
import { columnOf, type TableDraft } from './draft.ts';

const NAME = String.raw`(?:"(?<quoted>[^"]+)"|${'`'}(?<ticked>[^${'`'}]+)${'`'}|\[(?<bracketed>[^\]]+)\]|(?<bare>\w+))`;
const TYPE_NAME = String.raw`['"]\w+['"]`;
const COMPARED = String.raw`(?<operator>==?|<>|!=|is\s+not\b|is\b)\s*(?<one>${TYPE_NAME})`;
const LISTED = String.raw`(?<not>not\s+)?in\s*\(\s*(?<list>${TYPE_NAME}(?:\s*,\s*${TYPE_NAME})*)\s*\)`;
const TYPEOF = new RegExp(String.raw`\btypeof\s*\(\s*${NAME}\s*\)\s*(?:${COMPARED}|${LISTED})`, 'gi');
const TRUE = 'TRUE';
/** In parentheses, which nothing asks for. */
const ALONE = /^\s*\(("[^"]+" IS (?:NOT )?NULL)\)\s*$/;

/** SQLite's name for what a column of a kind holds. */
const NAMES: Partial<Readonly<Record<ValueKind, string>>> = {
  integer: 'integer',
  boolean: 'integer',
  number: 'real',
  bytes: 'blob',
};

/**
 * `CHECK (typeof(a) = 'text')` keeps values of other types out of a column of SQLite. In Postgres the column's type
 * does: all that is left to check is whether there is a value at all. Undefined where nothing is left.
 */
export function withoutTypeofChecks(text: string, table: TableDraft, notes: Set<string>): string | undefined {
  const left = text.replaceAll(TYPEOF, (written: string, ...rest: readonly unknown[]) => {
    const groups = groupsOf(rest.at(-1));
    const name = groups.get('quoted') ?? groups.get('ticked') ?? groups.get('bracketed') ?? groups.get('bare') ?? '';
    const column = columnOf(table, name);
    if (!column) return written;
    const types: readonly string[] = (groups.get('one') ?? groups.get('list') ?? '').toLowerCase().match(/\w+/g) ?? [];
    const isNegated = groups.has('not') || /^(?:<>|!=|is\s+not)$/i.test(groups.get('operator') ?? '');
    const allowsNull = types.includes('null') !== isNegated;
    const own = NAMES[column.type.kind] ?? 'text';
    if (types.some((type) => type !== 'null') && types.includes(own) === isNegated)
      notes.add(`${column.name}: what typeof says of its values is left to the type ${column.type.sql}.`);
    if (!isNegated && types.every((type) => type === 'null')) return `("${column.name}" IS NULL)`;
    return allowsNull ? `(${TRUE})` : `("${column.name}" IS NOT NULL)`;
  });
  if (left.replaceAll(/[\s()]/g, '') === TRUE) return undefined;
  return left.replace(ALONE, '$1');
}

function groupsOf(groups: unknown): ReadonlyMap<string, string> {
  const named = typeof groups === 'object' && groups !== null ? Object.entries(groups) : [];
  return new Map(named.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
