/** The list behind SELECT or RETURNING. */
import { type Expression, rowUse } from '../expression.ts';
import type { Token } from '../lexer.ts';
import {
  type Chain,
  inOrder,
  isSymbol,
  isWord,
  type Next,
  passOn,
  type Reader,
  reader,
  type Then,
  unexpected,
} from '../reader.ts';
import { reject } from '../rejection.ts';
import type { Scope } from '../scope.ts';
import { readExpression } from './read-expression.ts';

export interface Item {
  readonly expression: Expression;
  /** What AS calls it; null without. */
  readonly alias: string | null;
}

/** The qualifier of a star that stands for all columns of all sources. */
export const ALL_SOURCES = '';

/** @param width how many columns there have to be; null when any number will do */
export function readItems(scope: Scope, width: number | null, then: Then<readonly Item[]>): Reader {
  return readItem(scope, width, null, 1, then);
}

function readItem(
  scope: Scope,
  width: number | null,
  before: Chain<Item> | null,
  count: number,
  then: Then<readonly Item[]>,
): Reader {
  const done = (item: Item): Next => afterItem(scope, width, { value: item, before }, count, then);
  const expression = readExpression({ scope }, (value) =>
    reader((token) => {
      if (!isWord(token, 'AS')) return passOn(done({ expression: value, alias: null }), token);
      return reader((alias) =>
        alias.kind === 'name' ? done({ expression: value, alias: alias.text }) : unexpected(alias),
      );
    }),
  );
  return reader((token) => {
    if (!isSymbol(token, '*')) return expression.read(token);
    return done({ expression: rowUse('star', ALL_SOURCES, token.position), alias: null });
  }, expression.misfit);
}

function afterItem(
  scope: Scope,
  width: number | null,
  items: Chain<Item>,
  count: number,
  then: Then<readonly Item[]>,
): Reader {
  return reader((token) => {
    if (isSymbol(token, ',')) {
      return width !== null && count >= width
        ? wrongCount(width, token)
        : readItem(scope, width, items, count + 1, then);
    }
    const all = inOrder(items);
    const hasStar = all.some(({ expression }) => expression.kind === 'star');
    if (width !== null && count < width && !hasStar) return wrongCount(width, token);
    return passOn(then(all), token);
  });
}

export function wrongCount(width: number, { position, kind }: Pick<Token, 'position' | 'kind'>) {
  if (kind === 'end') return reject('incomplete', position, 'The query is not complete.');
  return reject('column-count', position, `This query has to return ${countedColumns(width)}.`);
}

export function countedColumns(count: number): string {
  return count === 1 ? 'one column' : `${count} columns`;
}
