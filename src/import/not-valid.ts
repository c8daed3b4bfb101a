/** Foreign keys for rows that some of the rows they are declared for break. */
import { editText } from './edit-text.ts';
import { isMark, type SqlToken, sqlTokens, wordsAt } from './sql-tokens.ts';
import { endOfReferences } from './take-out-foreign-keys.ts';

const VIOLATED = /violates foreign key constraint "(?<name>.+)"$/;

/** Name of the key, where rows that are there already break it. */
export function violatedKey(message: string): string | undefined {
  return VIOLATED.exec(message)?.groups?.name;
}

/**
 * ALTER TABLE … ADD … FOREIGN KEY with the key declared NOT VALID, which holds for later rows alone; without such a
 * name, all keys that have none. Undefined where there is nothing to change.
 */
export function withoutCheck(sql: string, key: string): string | undefined {
  const tokens = sqlTokens(sql);
  if (!wordsAt(tokens, 0, 'alter', 'table')) return undefined;
  const keys = declaredKeys(tokens).filter(({ isChecked }) => isChecked);
  const named = keys.filter(({ name }) => name === key);
  const meant = named.length > 0 ? named : keys.filter(({ name }) => name === undefined);
  if (meant.length === 0) return undefined;
  return editText(
    sql,
    meant.map(({ end }) => ({ start: end, end, replacement: ' NOT VALID' })),
  );
}

interface DeclaredKey {
  readonly name: string | undefined;
  /** Index in the text behind its last clause. */
  readonly end: number;
  readonly isChecked: boolean;
}

function declaredKeys(tokens: readonly SqlToken[]): readonly DeclaredKey[] {
  return tokens.flatMap((_, at): DeclaredKey[] => {
    if (!wordsAt(tokens, at, 'foreign', 'key') || !isMark(tokens[at + 2], '(')) return [];
    const references = tokens.findIndex((_each, index) => index > at && wordsAt(tokens, index, 'references'));
    if (references < 0) return [];
    const end = endOfReferences(tokens, references, tokens.length);
    const clauses = tokens.slice(references, end);
    const isChecked = !clauses.some((_clause, index) => wordsAt(clauses, index, 'not', 'valid'));
    const name = wordsAt(tokens, at - 2, 'constraint') ? tokens[at - 1]?.text : undefined;
    return [{ name, end: tokens[end - 1]?.end ?? 0, isChecked }];
  });
}
