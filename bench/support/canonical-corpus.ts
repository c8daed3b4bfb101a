import type { Schema } from '../../src/schema/model.ts';
import { canonicalSql } from '../../src/sql/canonical.ts';
import { loadParser } from '../../src/sql/parse-sql.ts';
import { type CorpusDatabase, READ_CORPUS, WRITE_CORPUS } from '../../src/sql/testing/corpus/index.ts';
import { mutate } from '../../src/sql/testing/corpus/mutate.ts';
import { BEYOND_THE_GRAMMAR } from './beyond-the-grammar.ts';
import { corpusSchemas } from './corpus-schemas.ts';

export interface CanonicalEntry {
  readonly sql: string;
  /** As somebody wrote it. */
  readonly original: string;
  readonly writes: boolean;
}

/** The corpus of one database in canonical SQL, without what is known to be beyond the grammar. */
export interface CanonicalCorpus {
  readonly database: CorpusDatabase;
  readonly schema: Schema;
  readonly entries: readonly CanonicalEntry[];
  /** Entries spoilt in one place each, no two equal. */
  readonly mutated: readonly string[];
}

const MUTATION_SEED = 11;

export async function canonicalCorpora(): Promise<readonly CanonicalCorpus[]> {
  await loadParser();
  const schemas = await corpusSchemas();
  const all = [
    ...READ_CORPUS.map((entry) => ({ ...entry, writes: false })),
    ...WRITE_CORPUS.map((entry) => ({ ...entry, writes: true })),
  ].filter(({ sql }) => !BEYOND_THE_GRAMMAR.some(({ examples }) => examples.some((example) => sql.includes(example))));
  const databases = [...new Set(all.map((entry) => entry.database))];
  return databases.map((database) => {
    const schema = schemas[database];
    const entries = all
      .filter((entry) => entry.database === database)
      .map(({ sql, writes }) => ({ sql: canonicalSql(sql, schema).sql, original: sql, writes }));
    const mutated = entries.flatMap(({ sql }, index) =>
      mutate(sql, schema, MUTATION_SEED + index).map((each) => each.sql),
    );
    return { database, schema, entries, mutated: [...new Set(mutated)] };
  });
}
