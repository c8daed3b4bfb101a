/** psql's variables: `\set rows 10`, then `:rows`, `:'name'` or `:"table"` (documentation, psql, "SQL interpolation"). */
import { quoteName, textLiteral } from '../schema/names.ts';
import { type Edit, editText } from './edit-text.ts';
import { isMark, sqlTokens } from './sql-tokens.ts';

export class PsqlVariables {
  readonly #values = new Map<string, string>();

  /** Takes `\set` and `\unset` in; other commands are none of its business. */
  follow(command: string): void {
    const [, verb, name, rest] = /^\\(set|unset)\s+([A-Za-z_]\w*)\s*(.*)$/s.exec(command) ?? [];
    if (verb === undefined || name === undefined || rest === undefined) return;
    if (verb === 'set') this.#values.set(name, setValue(rest));
    else this.#values.delete(name);
  }

  /** The statement with the values of its variables; one without a value stays as it is, as psql would have it. */
  interpolate(sql: string): string {
    if (this.#values.size === 0 || !sql.includes(':')) return sql;
    const tokens = sqlTokens(sql);
    const edits = tokens.flatMap((token, index): Edit[] => {
      const name = tokens[index + 1];
      if (!isMark(token, ':') || name === undefined || name.start !== token.end) return [];
      const key = name.kind === 'string' ? name.text.slice(1, -1) : sql.slice(name.start, name.end).replaceAll('"', '');
      const value = this.#values.get(key);
      if (value === undefined) return [];
      const replacement = { string: textLiteral(value), name: quoteName(value), word: value }[String(name.kind)];
      return replacement === undefined ? [] : [{ start: token.start, end: name.end, replacement }];
    });
    return editText(sql, edits);
  }
}

/** psql joins the words after the name; single quotes hold blanks and backslashes escape inside them. */
function setValue(rest: string): string {
  const words = rest.match(/'(?:[^'\\]|\\.|'')*'|[^\s']+/gs) ?? [];
  return words
    .map((word) => (word.startsWith("'") ? word.slice(1, -1).replaceAll("''", "'").replaceAll(/\\(.)/gs, '$1') : word))
    .join('');
}
