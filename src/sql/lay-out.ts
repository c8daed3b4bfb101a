import { indentOf, joinParentheses } from './join-parentheses.ts';

/**
 * `sql` laid out for people: one clause a line, short clauses kept on one. Returns it as it was when it cannot be
 * laid out, or when laying it out would change anything but blanks. The formatter is loaded on first use: it is
 * larger than the rest of the page.
 */
export async function layOut(sql: string): Promise<string> {
  const { formatDialect, postgresql } = await import('sql-formatter');
  try {
    const formatted = formatDialect(sql, { dialect: postgresql, tabWidth: INDENT, expressionWidth: MAX_LINE });
    const joined = hasFreeText(formatted) ? formatted : joinShortClauses(joinParentheses(formatted, MAX_LINE));
    const laidOut = closeCalls(joined, sql);
    return sameTokens(sql, laidOut) ? laidOut : sql;
  } catch {
    return sql;
  }
}

/** Characters of a line that holds a whole clause, or all of what is between parentheses. */
const MAX_LINE = 72;
const INDENT = 2;

/** `FROM\n  orders\n` becomes `FROM orders\n`: the formatter has no setting for it. */
function joinShortClauses(sql: string): string {
  const lines = sql.split('\n');
  const joined: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const keyword = lines[index] ?? '';
    const body = isClauseKeyword(keyword) ? simpleBody(lines.slice(index + 1), indentOf(keyword) + INDENT) : [];
    const whole = [keyword, ...body.map((line) => line.trim())].join(' ');
    if (whole.length > MAX_LINE) {
      joined.push(keyword);
    } else {
      joined.push(whole);
      index += body.length;
    }
  }
  return joined.join('\n');
}

/** The lines of a clause, up to its first join; none when something is nested in them. */
function simpleBody(lines: readonly string[], indent: number): readonly string[] {
  const end = lines.findIndex((line) => indentOf(line) !== indent || /^\s*(?:[A-Z]+ )*JOIN /.test(line));
  const isNested = indentOf(lines[end] ?? '') > indent;
  if (isNested) return [];
  return end === -1 ? lines : lines.slice(0, end);
}

function isClauseKeyword(line: string): boolean {
  return /^\s*(?:SELECT(?: DISTINCT)?|FROM|WHERE|GROUP BY|HAVING|PARTITION BY|ORDER BY|LIMIT|OFFSET)$/i.test(line);
}

/** Comments, and line breaks inside a text literal, are the person's own: lines must not be joined across them. */
function hasFreeText(sql: string): boolean {
  return /'[^']*\n[^']*'|"[^"]*\n[^"]*"|\$\$|--|\/\*/.test(sql.replace(/'[^'\n]*'|"[^"\n]*"/g, ''));
}

/** The formatter parts functions that it does not know from their parentheses: `TSTZRANGE (…)`. */
function closeCalls(laidOut: string, sql: string): string {
  const code = sql.replace(QUOTED, '');
  const isCalled = (name: string) => new RegExp(`\\b${name}\\(`).test(code) && !new RegExp(`\\b${name} \\(`).test(code);
  return laidOut.replace(new RegExp(`${QUOTED.source}|\\b(\\w+) \\(`, 'g'), (text, name) =>
    name !== undefined && isCalled(name) ? `${name}(` : text,
  );
}

const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"/g;

function sameTokens(before: string, after: string): boolean {
  return before.replace(/\s+/g, '') === after.replace(/\s+/g, '');
}
