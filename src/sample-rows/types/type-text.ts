/** A type as `format_type` prints it, taken apart. */
export interface TypeText {
  /** Without modifiers and brackets: `character varying`, `timestamp with time zone`, `sales.mood`. */
  readonly name: string;
  /** `[10, 2]` of `numeric(10,2)`, `['Point', '4326']` of a geometry. */
  readonly modifiers: readonly string[];
  readonly isArray: boolean;
}

/** Postgres prints `[]` once, however many dimensions were declared: it does not keep their number. */
export function parseTypeText(text: string): TypeText {
  const isArray = text.endsWith('[]');
  const element = text.replace(/(\[\])+$/, '');
  // A quoted name may hold parentheses of its own.
  const shape = /^(?<head>(?:"(?:[^"]|"")*"|[^"(])*)\((?<modifiers>[^()"]*)\)(?<tail>[^"()]*)$/.exec(element)?.groups;
  if (!shape) return { name: element, modifiers: [], isArray };
  const { head = '', modifiers = '', tail = '' } = shape;
  return {
    name: `${head.trim()}${tail}`.trim(),
    modifiers: modifiers.split(',').map((modifier) => modifier.trim()),
    isArray,
  };
}
