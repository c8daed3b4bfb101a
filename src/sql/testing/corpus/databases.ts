/** Scripts that make the databases, by name; paths start at the root of the repository. */
export const corpusDatabases = {
  shop: 'public/samples/shop.sql',
  hr: 'public/samples/hr.sql',
  library: 'src/sql/testing/corpus/databases/library.sql',
  telemetry: 'src/sql/testing/corpus/databases/telemetry.sql',
} as const;

export type CorpusDatabase = keyof typeof corpusDatabases;
