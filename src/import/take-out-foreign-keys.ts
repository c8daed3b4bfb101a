/** CREATE TABLE and ALTER TABLE ADD COLUMN without their foreign keys, and the keys as statements of their own for when the other tables are there. */
import { type Edit, editText } from './edit-text.ts';
import { afterParentheses, dottedName, isMark, type SqlToken, sqlTokens, wordsAt } from './sql-tokens.ts';
import { findAtDepthZero, sliceOf, spanOf, tableElements } from './table-elements.ts';

export interface TableWithoutKeys {
  readonly sql: string;
  /** `ALTER TABLE … ADD … FOREIGN KEY …`, in the order of the table. */
  readonly keys: readonly string[];
}

/** Undefined when the statement makes no column, or none with a foreign key. */
export function takeOutForeignKeys(sql: string): TableWithoutKeys | undefined {
  const tokens = sqlTokens(sql);
  const table = tableElements(sql, tokens);
  if (table === undefined) return undefined;
  const edits: Edit[] = [];
  const keys: string[] = [];
  /** Index of the comma behind the last element that stays. */
  let keptComma: number | undefined;
  for (const { from, to } of table.elements) {
    const references = findAtDepthZero(tokens, from, to, 'references');
    if (references === undefined) {
      keptComma = to;
      continue;
    }
    const ownKey = findAtDepthZero(tokens, from, references, 'foreign');
    const named = constraintBefore(tokens, from, ownKey ?? references);
    const first = named ?? ownKey ?? references;
    const last = endOfReferences(tokens, references, to);
    const name = named === undefined ? '' : `${sliceOf(sql, tokens, named, named + 2)} `;
    const column = tokens[from];
    const columns = ownKey === undefined && column ? `FOREIGN KEY (${sql.slice(column.start, column.end)}) ` : '';
    keys.push(`ALTER TABLE ${table.sql} ADD ${name}${columns}${sliceOf(sql, tokens, ownKey ?? references, last)}`);
    if (ownKey === undefined) {
      edits.push(spanOf(tokens, first, last));
      keptComma = to;
    } else if (isMark(tokens[to], ',')) {
      edits.push(spanOf(tokens, from, to + 1));
    } else {
      edits.push(spanOf(tokens, from, to));
      if (keptComma !== undefined) edits.push(spanOf(tokens, keptComma, keptComma + 1));
    }
  }
  return keys.length > 0 ? { sql: editText(sql, edits), keys } : undefined;
}

/** Index of the word CONSTRAINT when a name stands right before `at`. */
function constraintBefore(tokens: readonly SqlToken[], from: number, at: number): number | undefined {
  return at - 2 >= from && wordsAt(tokens, at - 2, 'constraint') ? at - 2 : undefined;
}

/** Index behind `REFERENCES table (columns) MATCH … ON DELETE … ON UPDATE … DEFERRABLE …`. */
export function endOfReferences(tokens: readonly SqlToken[], references: number, limit: number): number {
  let at = dottedName(tokens, references + 1)?.next ?? references + 2;
  if (isMark(tokens[at], '(')) at = afterParentheses(tokens, at);
  while (at < limit) {
    const length = clauseLength(tokens, at);
    if (length === 0) break;
    at += length;
    // `ON DELETE SET NULL (column)`
    if (isMark(tokens[at], '(')) at = afterParentheses(tokens, at);
  }
  return Math.min(at, limit);
}

function clauseLength(tokens: readonly SqlToken[], at: number): number {
  if (wordsAt(tokens, at, 'match')) return 2;
  if (wordsAt(tokens, at, 'on', 'delete') || wordsAt(tokens, at, 'on', 'update')) {
    return wordsAt(tokens, at + 2, 'set') || wordsAt(tokens, at + 2, 'no') ? 4 : 3;
  }
  if (wordsAt(tokens, at, 'deferrable')) return 1;
  if (wordsAt(tokens, at, 'not', 'deferrable') || wordsAt(tokens, at, 'initially')) return 2;
  return wordsAt(tokens, at, 'not', 'valid') || wordsAt(tokens, at, 'not', 'enforced') ? 2 : 0;
}
