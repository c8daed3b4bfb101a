/** A query, or a statement that writes. */
import type { Expression, QueryResult } from '../expression.ts';
import { isWord, type Next, passOn, type Reader, reader, type Then, words } from '../reader.ts';
import { type QueryBase, readQuery } from './read-query.ts';
import { readWith } from './read-with.ts';
import { readDelete, readInsert, readUpdate } from './read-write.ts';

export function readStatement(base: QueryBase, then: Then<QueryResult>): Reader {
  return reader((token) => {
    if (!isWord(token, 'WITH')) return readBody(base, [], then).read(token);
    return readWith(base, (commonTables, outerUses) => {
      const within = { ...base, commonTables };
      return reader((next) => passOn(readBody(within, outerUses, then), next));
    });
  });
}

function readBody(base: QueryBase, outerUses: readonly Expression[], then: Then<QueryResult>): Reader {
  const done = (result: QueryResult): Next => then({ ...result, outerUses: [...outerUses, ...result.outerUses] });
  return reader((token) => {
    if (isWord(token, 'INSERT')) return words('INTO', () => readInsert(base, done));
    if (isWord(token, 'UPDATE')) return readUpdate(base, done);
    if (isWord(token, 'DELETE')) return words('FROM', () => readDelete(base, done));
    return readQuery(base, done).read(token);
  });
}
