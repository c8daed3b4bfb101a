import { NameIndex } from '../query/known-names.ts';
import { kindOfType } from '../types/value-kind.ts';
import type { TestPostgres } from './open-postgres.ts';

const COLUMNS = `
  SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
    (SELECT string_agg(k.contype::text || ':' || array_to_string(ARRAY(
        SELECT p.attname FROM unnest(k.conkey) WITH ORDINALITY AS key (number, place)
        JOIN pg_attribute p ON p.attrelid = c.oid AND p.attnum = key.number ORDER BY place), ','), ';' ORDER BY k.contype)
     FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u'))
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname, a.attnum`;

/** What the page knows of a database that is open, for tests of queries. */
export async function knownTables(postgres: TestPostgres): Promise<NameIndex> {
  const index = new NameIndex();
  const tables = new Map<string, { columns: { name: string; type: string }[]; keys: string }>();
  for (const [table, name, type, notNull, keys] of await postgres.rows(COLUMNS)) {
    if (typeof table !== 'string' || typeof name !== 'string' || typeof type !== 'string') continue;
    const known = tables.get(table) ?? { columns: [], keys: keys ?? '' };
    known.columns.push({ name, type });
    tables.set(table, known);
    index.addColumn(name, kindOfType(type), { mayBeNull: notNull !== 't' });
  }
  for (const [name, { columns, keys }] of tables) {
    const lists = keys.split(';').filter((key) => key !== '');
    index.addTable({
      name,
      columns,
      keys: lists.map((key) => key.slice(2).split(',')),
      hasPrimaryKey: lists.some((key) => key.startsWith('p:')),
    });
  }
  return index;
}
