/**
 * Both spellings mean what was written: Postgres analyses them to the same tree, or where they use other means to say
 * the same, they have the same rows.
 */
import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { introspect } from '../../workers/database/introspect.ts';
import { nodeRuntime } from '../../workers/database/node-runtime.ts';
import { START_PARAMETERS } from '../../workers/database/start-parameters.ts';
import { seededRandom } from '../grammar/testing/sample.ts';
import { AppError } from '../platform/errors.ts';
import type { Schema } from '../schema/model.ts';
import { canonicalSql } from './canonical.ts';
import { friendlySql } from './friendly.ts';
import { loadParser } from './parse-sql.ts';
import { analysisOf } from './testing/analysis.ts';
import { corpusDatabases, UNSUPPORTED as NOT_CANONICAL, READ_CORPUS, WRITE_CORPUS } from './testing/corpus/index.ts';
import { CONFUSING_TABLES, randomQuery } from './testing/random-query.ts';

/** What canonical SQL says by other means, so that Postgres' analysis differs while the rows do not. */
const OTHER_MEANS: Readonly<Record<string, RegExp>> = {
  'a SELECT without items is SELECT 1': /\bselect\s+from\b/i,
  'the fields of an interval stand in its text': /\binterval\s*'[^']*'\s*(?:year|month|day|hour|minute|second)/i,
  'a number with an exponent or a last point is a cast': /\d\.?e[+-]?\d|\d\.(?!\d)/i,
  'a bit string is a cast': /\b[bx]'/i,
  'a column that FULL JOIN merges is COALESCE': /\bfull (?:outer )?join\b.*\busing\b/is,
  'USING is ON where an alias has become another': /\busing \("/i,
  'LIMIT ALL is left out': /\blimit\s+(?:all|null)\b/i,
  'a sign before a sign is worked out, and a plus left out': /-\s*-|\(-|, \+/,
  'USER is CURRENT_USER': /\b(?:user|current_role)\b/i,
  'a constant that is grouped or sorted by is cast': /\bselect (?:distinct on \(1\) )?'.* by 1\b/is,
  'AND within AND needs no parentheses': /and \(\w+ and/i,
  'a text that is compared stands second': /'(?:::\w+)?\s*(?:[=<>!]|is (?:not )?distinct\b|(?:not )?in\b)/i,
  'the members of a list follow IN': /\b(?:any|all) ?\((?:array\[|'\{)/i,
  'an array of an enum is written out': /'\{.*?\}'/,
};
/** The same, to be seen in the canonical text. */
const CONTROL_CHARACTERS_APART = /E'\\/;
/** Statements with other means, of all. */
const MOST_DIFFERENT = 0.07;

function hasOtherMeans(sql: string, canonical: string): boolean {
  return CONTROL_CHARACTERS_APART.test(canonical) || Object.values(OTHER_MEANS).some((pattern) => pattern.test(sql));
}

async function open(script: string): Promise<{ database: PGlite; schema: Schema }> {
  const { dataDirectory } = await nodeRuntime();
  const loadDataDir = dataDirectory;
  const database = await PGlite.create({ loadDataDir, startParams: START_PARAMETERS });
  await database.exec(script);
  return { database, schema: await introspect(database) };
}

async function rowsOf(database: PGlite, sql: string, isOrdered: boolean): Promise<readonly string[]> {
  const { rows } = await database.query(sql, [], { rowMode: 'array' });
  const texts = rows.map((row) =>
    JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  );
  return isOrdered ? texts : texts.sort();
}

beforeAll(async () => await loadParser());

describe.each(Object.entries(corpusDatabases))('the corpus on %s', (name, path) => {
  const reads = READ_CORPUS.filter((entry) => entry.database === name);
  const writes = WRITE_CORPUS.filter((entry) => entry.database === name);
  let database: PGlite;
  let schema: Schema;

  beforeAll(async () => {
    ({ database, schema } = await open(await readFile(path, 'utf8')));
  });
  afterAll(async () => await database.close());

  /** Null for the few that have no canonical form, as the documentation lists them. */
  function canonical(sql: string): string | null {
    try {
      return canonicalSql(sql, schema).sql;
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.details?.construct === 'renamed-row') return null;
      throw thrown;
    }
  }

  test('canonical SQL stays as it is', () => {
    for (const { sql } of [...reads, ...writes]) {
      const first = canonical(sql);
      if (first !== null) expect(canonicalSql(first, schema).sql, sql).toBe(first);
    }
  });

  test('canonical SQL has the same rows', async () => {
    for (const { sql, ordered = false, volatile = false } of reads) {
      const text = canonical(sql);
      if (text === null || volatile || /\bselect\s+from\b/i.test(sql)) continue;
      expect(await rowsOf(database, text, ordered), `${sql}\n${text}`).toEqual(await rowsOf(database, sql, ordered));
    }
  });

  test('friendly SQL has the same rows, and the same canonical form', async () => {
    for (const { sql, ordered = false, volatile = false } of reads) {
      const first = canonical(sql);
      if (first === null) continue;
      for (const source of [sql, first]) {
        const text = await friendlySql(source, schema);
        expect(canonical(text), text).toBe(first);
        if (volatile || /\bselect\s+from\b/i.test(sql)) continue;
        expect(await rowsOf(database, text, ordered), text).toEqual(await rowsOf(database, sql, ordered));
      }
    }
  });

  test('Postgres understands all three alike', async () => {
    const all = [...reads, ...writes];
    let different = 0;
    for (const { sql } of all) {
      const text = canonical(sql);
      if (text === null) continue;
      const analysis = await analysisOf(database, sql);
      const others = [text, await friendlySql(sql, schema)];
      const analyses = await Promise.all(others.map(async (other) => await analysisOf(database, other)));
      if (analyses.every((other) => other === analysis)) continue;
      different++;
      expect(hasOtherMeans(sql, text), others.join('\n')).toBe(true);
    }
    expect(different / all.length).toBeLessThan(MOST_DIFFERENT);
  });

  test('what writes leaves the same behind', async () => {
    for (const { sql, volatile = false } of writes) {
      const text = canonical(sql);
      if (text === null || volatile) continue;
      const outcomes = [];
      for (const statement of [sql, text, await friendlySql(sql, schema)]) {
        await database.exec('BEGIN');
        const rows = await rowsOf(database, statement, false);
        const tables = schema.tables.filter(({ kind }) => kind === 'table');
        const contents = await Promise.all(
          tables.map((table) => rowsOf(database, `SELECT t::text FROM "${table.namespace}"."${table.name}" t`, false)),
        );
        await database.exec('ROLLBACK');
        outcomes.push({ rows, contents });
      }
      expect(outcomes[1], `${sql}\n${text}`).toEqual(outcomes[0]);
      expect(outcomes[2], sql).toEqual(outcomes[0]);
    }
  });

  test('what has no canonical form is refused, unless it has one after all', () => {
    const supported = new Set(['whole-row']);
    for (const { sql, construct } of NOT_CANONICAL.filter((entry) => entry.database === name)) {
      if (supported.has(construct)) continue;
      expect(() => canonicalSql(sql, schema), sql).toThrow(AppError);
    }
  });
});

/** Queries a seed. About one in three of them is a query to Postgres, and the others are of no use. */
const RANDOM_QUERIES = 1_200;

test('names that are hard to tell apart keep their meaning', async () => {
  const { database, schema } = await open(`${CONFUSING_TABLES}
    INSERT INTO a SELECT n % 3, n % 4, n FROM generate_series(1, 7) n;
    INSERT INTO b SELECT n % 4, n % 3, n, n % 2 FROM generate_series(1, 7) n;
    INSERT INTO c SELECT n % 3, n % 2, n % 4, n FROM generate_series(1, 7) n;
    INSERT INTO other.a SELECT n % 4, n, n % 3 FROM generate_series(1, 7) n;
    INSERT INTO other.d SELECT n % 3, n % 4 FROM generate_series(1, 7) n;
    SET search_path = public, other;
  `);
  const random = seededRandom(20_260_102);
  let understood = 0;
  for (let index = 0; index < RANDOM_QUERIES; index++) {
    const sql = randomQuery(random);
    const expected = await analysisOf(database, sql).catch(() => null);
    if (expected === null) continue;
    const text = unlessRefused(() => canonicalSql(sql, schema).sql);
    if (text === null) continue;
    understood++;
    expect(canonicalSql(text, schema).sql).toBe(text);
    for (const other of [text, await friendlySql(sql, schema)]) {
      if ((await analysisOf(database, other)) === expected) continue;
      expect(await rowsOf(database, other, false), `${sql}\n${other}`).toEqual(await rowsOf(database, sql, false));
    }
  }
  expect(understood).toBeGreaterThan(RANDOM_QUERIES / 4);
  await database.close();
});

/** Rows for a column and tables five times over come up by chance. */
function unlessRefused(canonical: () => string): string | null {
  try {
    return canonical();
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'sql/unsupported') return null;
    throw thrown;
  }
}
