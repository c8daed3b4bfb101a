/** What Postgres reads without complaint, though as something else than people mean. */
import type { Schema } from '../../schema/model.ts';
import { didYouMean } from '../../sql/resolve/unknown-name.ts';
import type { Explanation } from '../contract.ts';
import { isClause } from './join-clause.ts';
import { tableMeant } from './keyword-name.ts';
import { tokensOf } from './tokens.ts';

/** A keyword in FROM that is a table of the schema: USER is a function as well, which FROM can read from. */
export function misreadTable(sql: string, schema: Schema): Explanation | null {
  const tokens = tokensOf(sql).filter(({ kind }) => kind !== 'blank');
  let [isInFrom, before] = [false, ''];
  for (const [index, { from, to }] of tokens.entries()) {
    const word = sql.slice(from, to);
    const upper = word.toUpperCase();
    const isSource = isInFrom && /^(?:FROM|JOIN|,)$/.test(before) && sql[tokens[index + 1]?.from ?? sql.length] !== '(';
    const meant = isSource ? tableMeant(word, schema) : null;
    if (meant !== null) {
      const [message, hint] = [`${word} is a keyword of SQL.`, didYouMean([`the table ${meant}`])];
      return { kind: 'unknown-name', message, hint, place: { from, to } };
    }
    if (isClause(upper)) isInFrom = upper === 'FROM';
    before = upper;
  }
  return null;
}

/** `N'x'`, which is a cast to a type that the grammar does not have. */
export function nationalText(sql: string): Explanation | null {
  const tokens = tokensOf(sql);
  const index = tokens.findIndex(
    ({ from, to }, at) => /^n$/i.test(sql.slice(from, to)) && tokens[at + 1]?.kind === 'text',
  );
  const [from, to] = [tokens[index]?.from, tokens[index + 1]?.to];
  if (from === undefined || to === undefined) return null;
  return {
    kind: 'unsupported',
    message: 'A text with N before it cannot be written here.',
    reason: 'A text in quotes alone says the same.',
    place: { from, to },
  };
}
