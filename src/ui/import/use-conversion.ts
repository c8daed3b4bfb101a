import { useEffect, useState } from 'react';
import type { ConvertedQuery } from '../../dialect/convert-query.ts';
import type { ForeignDialect } from '../../dialect/dialect.ts';
import type { Schema } from '../../schema/model.ts';

/** A query that a person can take in has a few thousand characters; one of this length takes 20 to 50 ms. */
export const MAX_CONVERTED_CHARACTERS = 10_000;

/** Milliseconds after a keystroke: long enough that typing goes on undisturbed. */
const DELAY = 150;

export type Conversion =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'converted'; readonly query: ConvertedQuery }
  | { readonly kind: 'too-long' }
  /** The part of the page that converts could not be fetched. */
  | { readonly kind: 'missing' };

/** A query as Postgres wants it, a moment after it was written. The names of the open database make it a better one. */
export function useConversion(sql: string, dialect: ForeignDialect | null, schema: Schema): Conversion {
  const [conversion, setConversion] = useState<Conversion>({ kind: 'nothing' });
  useEffect(() => {
    if (sql.trim() === '' || dialect === null) return setConversion({ kind: 'nothing' });
    if (sql.length > MAX_CONVERTED_CHARACTERS) return setConversion({ kind: 'too-long' });
    let isWanted = true;
    // What stands there stays until the next one is ready.
    setConversion((current) => (current.kind === 'converted' ? current : { kind: 'waiting' }));
    const timer = setTimeout(async () => {
      try {
        const [{ convertQuery }, { knownNamesOf }] = await Promise.all([
          import('../../dialect/convert-query.ts'),
          import('../../dialect/query/known-names.ts'),
        ]);
        if (isWanted) setConversion({ kind: 'converted', query: convertQuery(sql, dialect, knownNamesOf(schema)) });
      } catch {
        if (isWanted) setConversion({ kind: 'missing' });
      }
    }, DELAY);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [sql, dialect, schema]);
  return conversion;
}
