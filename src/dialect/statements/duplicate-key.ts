import { tokenize } from '../lexer/lexer.ts';
import { isTrivia, type Token } from '../lexer/token.ts';
import { nameValue } from '../lexer/values.ts';
import type { ScriptState } from '../script-state.ts';
import { columnOf } from '../table/draft.ts';
import type { Inserted } from './on-conflict.ts';

/** MySQL's ON DUPLICATE KEY UPDATE. */
export interface DuplicateKeyUpdate {
  /** What the row that was refused is called: VALUES (…) AS new. */
  readonly alias: string | undefined;
  readonly assignments: string;
}

/** @param rest what stands behind the rows */
export function readDuplicateKeyUpdate(rest: string): DuplicateKeyUpdate | undefined {
  const match = /^\s*(?:as\s+`?(\w+)`?\s+)?on\s+duplicate\s+key\s+update\s+/i.exec(rest);
  return match ? { alias: match[1], assignments: rest.slice(match[0].length) } : undefined;
}

/**
 * `VALUES(a)` is the row that was refused, and a bare `a` the one that is there: Postgres wants both named.
 * @returns SQL of the source's dialect still
 */
export function tellRowsApart(
  value: string,
  { table, tableText, alias }: Inserted & { readonly alias: string | undefined },
  { rules }: ScriptState,
): string {
  const tokens = tokenize(value, rules.lexical);
  let result = '';
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    const refused = refusedColumn(tokens, index);
    if (refused) {
      result += `excluded.${refused.column.text}`;
      index = refused.end;
    } else if (alias !== undefined && nameOf(token) === alias.toLowerCase() && tokens[index + 1]?.text === '.') {
      result += 'excluded';
    } else {
      result +=
        isOwnColumn(tokens, index) && table && columnOf(table, nameOf(token) ?? '')
          ? `${quotedForSource(tableText)}.${token.text}`
          : token.text;
    }
  }
  return result;
}

/** VALUES(a). */
function refusedColumn(tokens: readonly Token[], index: number): { column: Token; end: number } | undefined {
  if (tokens[index]?.kind !== 'word' || !/^values$/i.test(tokens[index]?.text ?? '')) return undefined;
  const end = tokens.findIndex(({ text }, place) => place > index && text === ')');
  const inside = tokens.slice(index + 1, end).filter(({ kind }) => !isTrivia(kind));
  const [open, column, ...more] = inside;
  return end > 0 && open?.text === '(' && column && more.length === 0 ? { column, end } : undefined;
}

function isOwnColumn(tokens: readonly Token[], index: number): boolean {
  const next = tokens.slice(index + 1).find(({ kind }) => !isTrivia(kind));
  return tokens[index - 1]?.text !== '.' && next?.text !== '.' && next?.text !== '(';
}

function nameOf({ kind, text }: Token): string | undefined {
  if (kind === 'word') return text.toLowerCase();
  return kind === 'name' ? nameValue(text).toLowerCase() : undefined;
}

function quotedForSource(name: string): string {
  return name.replaceAll('"', '`');
}
