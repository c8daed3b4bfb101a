/**
 * The extensions that come with PGlite, and pgvector for it, which are loaded when a script asks for one. Those that look into a server's
 * files and buffers, or that only a server's configuration can switch on, are left out: there is nothing for them here.
 */

/** Name of the file that an extension comes in, per extension. */
const BUNDLES: Readonly<Record<string, string>> = {
  autoinc: 'spi',
  bloom: 'bloom',
  btree_gin: 'btree_gin',
  btree_gist: 'btree_gist',
  citext: 'citext',
  cube: 'cube',
  dict_int: 'dict_int',
  dict_xsyn: 'dict_xsyn',
  earthdistance: 'earthdistance',
  fuzzystrmatch: 'fuzzystrmatch',
  hstore: 'hstore',
  insert_username: 'spi',
  intarray: 'intarray',
  isn: 'isn',
  lo: 'lo',
  ltree: 'ltree',
  moddatetime: 'spi',
  pg_stat_statements: 'pg_stat_statements',
  pg_trgm: 'pg_trgm',
  pgcrypto: 'pgcrypto',
  refint: 'spi',
  seg: 'seg',
  tablefunc: 'tablefunc',
  tcn: 'tcn',
  tsm_system_rows: 'tsm_system_rows',
  tsm_system_time: 'tsm_system_time',
  unaccent: 'unaccent',
  'uuid-ossp': 'uuid-ossp',
  vector: 'vector',
};

/** Extensions that one is built on; `CREATE EXTENSION … CASCADE` makes them too. */
const REQUIRED: Readonly<Record<string, string>> = { earthdistance: 'cube' };

export const SHIPPED_EXTENSIONS: readonly string[] = Object.keys(BUNDLES).toSorted();
export const EXTENSION_BUNDLES: readonly string[] = [...new Set(Object.values(BUNDLES))].toSorted();

/** The files that an extension needs; none for what is not shipped, and for `plpgsql`, which is always there. */
export function bundlesOf(extension: string): readonly string[] {
  const names = [REQUIRED[extension], extension];
  return names.flatMap((name) => (name !== undefined && Object.hasOwn(BUNDLES, name) ? [BUNDLES[name] ?? name] : []));
}
