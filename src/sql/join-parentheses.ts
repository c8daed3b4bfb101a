/**
 * `EXTRACT(\n  YEAR\n  FROM ordered_at\n)` becomes `EXTRACT(YEAR FROM ordered_at)`: what stands between parentheses goes
 * on their line where that stays within `width` characters, unless it is a query. For what sql-formatter has laid out,
 * without comments and texts of several lines.
 */
export function joinParentheses(sql: string, width: number): string {
  const lines = sql.split('\n');
  // From the end, so that inner parentheses are done before those around them.
  for (let index = lines.length - 1; index >= 0; index--) {
    const opening = lines[index] ?? '';
    const length = opening.endsWith('(') ? lengthOfGroup(lines.slice(index)) : 0;
    const [, ...inner] = lines.slice(index, index + length).map((line) => line.trim());
    if (inner.length === 0 || inner.some(beginsQuery)) continue;
    const joined = `${opening}${inner.slice(0, -1).join(' ')}${inner.at(-1)}`;
    if (joined.length <= width) lines.splice(index, length, joined);
  }
  return lines.join('\n');
}

/** Lines from the one that opens a parenthesis to the one that closes it; 0 where that cannot be told. */
function lengthOfGroup(lines: readonly string[]): number {
  const indent = indentOf(lines[0] ?? '');
  return (
    lines.findIndex((line, index) => index > 0 && indentOf(line) === indent && line.trimStart().startsWith(')')) + 1
  );
}

function beginsQuery(line: string): boolean {
  return /^(?:SELECT|VALUES|WITH|INSERT|UPDATE|DELETE)\b/i.test(line);
}

export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
