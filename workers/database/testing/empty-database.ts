import { expect } from 'vitest';
import type { PostgresDatabase } from '../postgres.ts';

/** Everything that a script can have made. Quicker than another Postgres. */
const EMPTY = `
  DO $$
  DECLARE each record;
  BEGIN
    FOR each IN SELECT extname AS name FROM pg_extension WHERE extname <> 'plpgsql' LOOP
      EXECUTE format('DROP EXTENSION IF EXISTS %I CASCADE', each.name);
    END LOOP;
    FOR each IN SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
      EXECUTE format('DROP SCHEMA %I CASCADE', each.name);
    END LOOP;
    CREATE SCHEMA public;
  END
  $$`;

export async function emptyDatabase(database: PostgresDatabase): Promise<void> {
  const { statements } = await database.applyScript(EMPTY, { dialect: 'postgres' }, () => undefined);
  expect(statements.map(({ outcome }) => outcome)).toEqual([{ kind: 'applied' }]);
}
