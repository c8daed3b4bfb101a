/**
 * `sql` laid out for people: one clause a line, short clauses kept on one. Returns it as it was when it cannot be
 * laid out, or when laying it out would change anything but blanks. The formatter is loaded on first use: it is
 * larger than the rest of the page.
 */
export async function layOut(sql: string): Promise<string> {
  const { formatDialect, postgresql } = await import('sql-formatter');
  try {
    const formatted = formatDialect(sql, { dialect: postgresql, tabWidth: 2, expressionWidth: 72 });
    const laidOut = hasFreeText(formatted) ? formatted : joinShortClauses(formatted);
    return sameTokens(sql, laidOut) ? laidOut : sql;
  } catch {
    return sql;
  }
}

/** Characters of a clause that still read well on its keyword's line. */
const MAX_JOINED_CLAUSE = 88;

/** `FROM\n  orders\n` becomes `FROM orders\n`: the formatter has no setting for it. */
function joinShortClauses(sql: string): string {
  const lines = sql.split('\n');
  const joined: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const keyword = lines[index] ?? '';
    const body = lines[index + 1] ?? '';
    const isAlone = indentOf(lines[index + 2] ?? '') <= indentOf(keyword);
    const fits = indentOf(keyword) + keyword.trim().length + body.trim().length < MAX_JOINED_CLAUSE;
    if (isClauseKeyword(keyword) && indentOf(body) > indentOf(keyword) && isAlone && fits && !/[([]$/.test(body)) {
      joined.push(`${keyword} ${body.trim()}`);
      index++;
    } else {
      joined.push(keyword);
    }
  }
  return joined.join('\n');
}

function isClauseKeyword(line: string): boolean {
  return /^\s*(?:SELECT(?: DISTINCT)?|FROM|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|OFFSET)$/i.test(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Comments, and line breaks inside a text literal, are the person's own: lines must not be joined across them. */
function hasFreeText(sql: string): boolean {
  return /'[^']*\n[^']*'|"[^"]*\n[^"]*"|\$\$|--|\/\*/.test(sql.replace(/'[^'\n]*'|"[^"\n]*"/g, ''));
}

function sameTokens(before: string, after: string): boolean {
  return before.replace(/\s+/g, '') === after.replace(/\s+/g, '');
}
