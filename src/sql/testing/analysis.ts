/** What Postgres makes of a statement: the tree that its analysis ends with, in which names have become numbers. */
import type { PGlite } from '@electric-sql/pglite';
import { must } from '../../platform/assert.ts';

/** Names, which do not matter any more, and traces of how something was spelled. */
const WITHOUT_MEANING: readonly RegExp[] = [
  /:(?:alias|join_using_alias) (?:<>|\{ALIAS :aliasname \S+ :colnames (?:<>|\((?:"(?:\\.|[^"])*"\s?)*\))\})/g,
  /:(?:aliasname|resname|ctename|refname|name|search_seq_column|cycle_mark_column|cycle_path_column) (?:\\.|\S)+/g,
  /:(?:colnames|aliascolnames|ctecolnames|search_col_list|cycle_col_list) (?:<>|\((?:"(?:\\.|[^"])*"\s?)*\))/g,
  /:(?:returningOldAlias|returningNewAlias) (?:\\.|\S)+/g,
  /:(?:stmt_location|stmt_len|location|list_start|list_end) -?\d+/g,
  /:(?:funcformat|coercionformat|relabelformat|row_format|coerceformat|lateral|isNatural|hasRecursive) \w+/g,
];

/** Bits of a frame that say that it was written, and that both bounds were. */
const WRITTEN_FRAME = 0x11;

/**
 * Equal for statements that mean the same to Postgres, but for what `canonicalSql` spells with other operators or
 * constants. Throws where Postgres refuses the statement.
 */
export async function analysisOf(database: PGlite, sql: string): Promise<string> {
  // A function keeps the tree of its body, where a view would take no statement that writes.
  await database.exec(
    `CREATE OR REPLACE FUNCTION pg_temp.analysed() RETURNS void LANGUAGE sql BEGIN ATOMIC ${sql.replace(/;\s*$/, '')}\n; END`,
  );
  const query = `SELECT prosqlbody::text AS tree FROM pg_proc WHERE proname = 'analysed'`;
  const { tree } = must((await database.query<{ tree: string }>(query)).rows[0], 'a function');
  return WITHOUT_MEANING.reduce((text, pattern) => text.replace(pattern, ''), tree).replace(
    /:frameOptions (\d+)/g,
    (_, bits) => `:frameOptions ${Number(bits) & ~WRITTEN_FRAME}`,
  );
}
