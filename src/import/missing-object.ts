/** What Postgres says is missing, told from the text of its error: the only place that has the name. */
export interface MissingObject {
  /** `relation`, `type`, `function`, `schema`, `operator class`, … */
  readonly kind: string;
  /** Without the schema, quotes and arguments. */
  readonly name: string;
  /** The schema that was named with it, or that is missing itself. */
  readonly schema: string | undefined;
}

const QUOTED = /^(?<kind>[a-z ]+?) "(?<name>.+?)"(?: of relation ".*")?(?: for .*)? does not exist/;
const CALLED = /^(?<kind>function|procedure|aggregate) (?<name>[^(]+)\(.*\) does not exist/s;

/** Postgres prints a qualified name as `auth.users` inside one pair of quotes, and an array type with its brackets. */
export function missingObject(message: string): MissingObject | undefined {
  const { kind, name } = (CALLED.exec(message) ?? QUOTED.exec(message))?.groups ?? {};
  if (kind === undefined || name === undefined) return undefined;
  const parts = name.replaceAll(/"|(?:\[\])+$/g, '').split('.');
  const last = parts.pop() ?? name;
  return { kind, name: last, schema: kind === 'schema' ? last : parts.pop() };
}
