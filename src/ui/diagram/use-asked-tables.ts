import { useEffect, useState } from 'react';
import type { Schema } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import type { SqlToolsClient } from '../../sql-tools/client.ts';

const NONE: ReadonlySet<string> = new Set();

/** Tables of `schema` that a query reads, by their names as SQL text; none while that is not known. */
export function useAskedTables(
  sql: string | undefined,
  schema: Schema,
  tools: Pick<SqlToolsClient, 'tablesUsed'>,
): ReadonlySet<string> {
  const [asked, setAsked] = useState(NONE);
  useEffect(() => {
    setAsked(NONE);
    if (!sql || schema.tables.length === 0) return;
    const controller = new AbortController();
    tools.tablesUsed({ sql, schema }, controller.signal).then(
      (tables) => setAsked(new Set(tables.map(tableName))),
      // Then nothing is marked: the diagram serves without.
      () => undefined,
    );
    return () => controller.abort();
  }, [sql, schema, tools]);
  return asked;
}
