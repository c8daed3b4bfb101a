import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { loadModule, parseSync } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import { introspect } from '../../../../workers/database/introspect.ts';
import { nodeRuntime } from '../../../../workers/database/node-runtime.ts';
import { START_PARAMETERS } from '../../../../workers/database/start-parameters.ts';
import { makeSchema } from '../../../grammar/testing/make-schema.ts';
import type { Schema } from '../../../schema/model.ts';
import { corpusDatabases } from './index.ts';
import { MUTATION_KINDS, type Mutation, type MutationKind, mutate } from './mutate.ts';
import { canonicalTokens } from './mutation/canonical-tokens.ts';

/** Over the library; written by hand in the layout of docs/canonical-sql.md. */
const CANONICAL = [
  `SELECT books.title, books.pages FROM books WHERE books.pages > 300 AND books.price <> 21 ORDER BY books.pages DESC LIMIT 5`,
  `SELECT members."first name", COUNT(loans.id) AS loan_count FROM members LEFT JOIN loans ON loans.member_id = members.id GROUP BY members.id, members."first name" HAVING COUNT(loans.id) > 2 ORDER BY loan_count DESC, members."first name"`,
  `SELECT authors."fullName", authors2."fullName" AS mentor_name FROM authors JOIN authors AS authors2 ON authors.mentor_id = authors2.id`,
  `SELECT archive.loans.title, archive.loans.days FROM archive.loans WHERE archive.loans.member = 'A. Teles' AND archive.loans.days + 1 > 14`,
  `WITH q1 AS (SELECT loans.book_id, COUNT(*) AS total FROM loans GROUP BY loans.book_id) SELECT books.title, q1.total FROM q1 JOIN books ON books.id = q1.book_id WHERE q1.total > 3 ORDER BY q1.total DESC, books.title`,
  `SELECT q1.total, q1.title_length FROM (SELECT COUNT(*), LENGTH(books.title) FROM books GROUP BY LENGTH(books.title)) AS q1(total, title_length) ORDER BY q1.total, q1.title_length LIMIT 3 OFFSET 1`,
  `SELECT "select"."from", 'it''s (one), two; "three"' AS remark_text FROM "select" WHERE "select"."end" >= '2023-02-28'::date AND "select"."limit" BETWEEN 5 AND 20`,
  `SELECT CASE WHEN copies.condition IN ('new', 'good') THEN 'fine' ELSE 'old' END AS state, COUNT(*) AS total FROM copies GROUP BY CASE WHEN copies.condition IN ('new', 'good') THEN 'fine' ELSE 'old' END`,
  `SELECT books.title FROM books WHERE EXISTS (SELECT 1 FROM loans WHERE loans.book_id = books.id AND loans.state = 'lost'::loan_state) UNION ALL SELECT archive.loans.title FROM archive.loans ORDER BY title LIMIT 10`,
  `SELECT loans.id, ROW_NUMBER() OVER (PARTITION BY loans.member_id ORDER BY LOWER(loans.period) DESC) AS row_no FROM loans`,
  `SELECT "Gebühren"."Betrag €" * 2 + 1 AS twice FROM "Gebühren" WHERE NOT "Gebühren".bezahlt`,
  String.raw`SELECT E'two\nlines ''' AS remark_text, members.email || '!' AS email FROM members WHERE members.email IS NOT NULL`,
  `INSERT INTO archive.loans (id, title, member, lent_on, days) VALUES (100, 'X', 'Y', '1980-01-01', 3) RETURNING archive.loans.id`,
  `UPDATE books SET price = books.price * 1.1, pages = 100 FROM loans WHERE loans.book_id = books.id AND loans.id = 7`,
  `DELETE FROM transfers WHERE transfers.id = 3 AND transfers.from_branch <> 'CEN' RETURNING transfers.id`,
];

/** Postgres' own parser refuses these; what the other kinds give is SQL, though not of this layout or this schema. */
const NO_SQL: ReadonlySet<MutationKind> = new Set([
  'parenthesis-missing',
  'parenthesis-twice',
  'quote-missing',
  'name-quote-missing',
  'comma-twice',
  'comma-at-end',
  'operand-missing',
  'cut-off',
]);
const UNKNOWN_NAME: ReadonlySet<MutationKind> = new Set([
  'unknown-table',
  'unknown-column',
  'moved-column',
  'unknown-function',
  'unknown-type',
]);

const SHOP = makeSchema([
  { name: 'orders', columns: { id: 'integer', total: 'number' } },
  { name: 'Customers', columns: { id: 'integer', city: 'text' } },
]);

/** What one kind makes of a text over SHOP, over many seeds. */
function variants(kind: MutationKind, sql: string): readonly string[] {
  const seeds = [...Array(60).keys()];
  const found = seeds.flatMap((seed) => mutate(sql, SHOP, seed).filter((mutation) => mutation.kind === kind));
  return [...new Set(found.map((mutation) => mutation.sql))].toSorted();
}

describe('what a kind changes', () => {
  test.each<[MutationKind, string, readonly string[]]>([
    ['moved-column', 'SELECT orders.id FROM orders', ['SELECT orders.city FROM orders']],
    ['moved-column', 'SELECT "Customers".id FROM "Customers"', ['SELECT "Customers".total FROM "Customers"']],
    ['moved-column', 'SELECT q1.id FROM (SELECT 1 AS id) AS q1', []],
    ['moved-column', "SELECT 'orders.id' AS total", []],
    ['unknown-table', 'SELECT 1 AS orders ORDER BY orders', []],
    ['column-without-table', 'SELECT 1 FROM orders WHERE 2 = orders.id', ['SELECT 1 FROM orders WHERE 2 = id']],
    ['column-without-table', 'SELECT orders.id FROM orders ORDER BY orders.id', []],
    ['short-alias', 'SELECT 1 FROM orders', ['SELECT 1 FROM orders AS o']],
    ['short-alias', 'SELECT 1 FROM q1 JOIN orders AS orders2 ON TRUE', []],
    ['public-written-out', 'SELECT 1 FROM orders', ['SELECT 1 FROM public.orders']],
    ['comma-missing', 'SELECT q1.b FROM F() AS q1(a, b)', []],
    ['comma-missing', 'SELECT 1, orders.id FROM orders', ['SELECT 1 orders.id FROM orders']],
    ['operand-missing', 'SELECT 1 + 2 AS total', ['SELECT 1 + AS total']],
    ['operand-missing', "SELECT 1 + 2 * 3 - '4'", ['SELECT 1 + 2 * 3 -']],
    ['clauses-exchanged', 'SELECT 1 FROM orders LIMIT 2', ['SELECT 1 LIMIT 2 FROM orders']],
    [
      'clauses-exchanged',
      'SELECT 1 WHERE 1 IS DISTINCT FROM 2 UNION SELECT 2 ORDER BY 1 LIMIT 3',
      ['SELECT 1 WHERE 1 IS DISTINCT FROM 2 UNION SELECT 2 LIMIT 3 ORDER BY 1'],
    ],
    ['without-as', 'SELECT 1 AS total', ['SELECT 1 total']],
    ['not-equal', "SELECT '<>' <> 'x'", ["SELECT '<>' != 'x'"]],
    ['comma-without-blank', "SELECT ', ' AS total, 1", ["SELECT ', ' AS total,1"]],
    ['blank-twice', "SELECT ' '", ["SELECT  ' '"]],
    ['lower-case-keyword', "SELECT 'FROM'", ["select 'FROM'"]],
    ['lower-case-function', 'SELECT COUNT(*)', ['SELECT count(*)']],
    ['unknown-function', 'SELECT COUNT(*)', ['SELECT COUNTQX(*)']],
    ['unknown-type', "SELECT '1'::integer", ["SELECT '1'::integer_qx"]],
    ['inner-join', 'SELECT 1 FROM orders CROSS JOIN q1', []],
    ['quote-missing', "SELECT 'a'", ["SELECT 'a", "SELECT a'"]],
    ['name-quote-missing', 'SELECT "Customers".id FROM "Customers"', ['SELECT "Customers".id FROM "Customers']],
    ['name-quote-missing', `SELECT 1 FROM "Customers" WHERE '"' = 'x'`, []],
    ['number-spelling', 'SELECT 1.5', ['SELECT +1.5', 'SELECT .1.5', 'SELECT 1.5_0']],
  ])('%s in %s', (kind, sql, expected) => {
    expect(variants(kind, sql)).toEqual(expected.toSorted());
  });

  test('a misspelt name is none of the schema', () => {
    const found = variants('unknown-column', 'SELECT orders.total FROM orders');
    expect(found).toContain('SELECT orders.totals FROM orders');
    expect(found.filter((sql) => /orders\.(id|total|city) /.test(sql))).toEqual([]);
  });

  test('a schema with a quote in a name has no text with a quote missing', () => {
    const schema = makeSchema([{ name: "it's", columns: { id: 'integer' } }]);
    const kinds = mutate("SELECT 'a'", schema, 1).map(({ kind }) => kind);
    expect(kinds).not.toContain('quote-missing');
  });
});

describe('over the library', () => {
  let database: PGlite;
  let schema: Schema;
  let all: readonly (Mutation & { readonly of: string })[];

  beforeAll(async () => {
    await loadModule();
    const { dataDirectory } = await nodeRuntime();
    database = await PGlite.create({
      loadDataDir: dataDirectory,
      startParams: START_PARAMETERS,
    });
    await database.exec(await readFile(corpusDatabases.library, 'utf8'));
    schema = await introspect(database);
    all = CANONICAL.flatMap(variantsOf);
    return async () => await database.close();
  });

  const variantsOf = (sql: string) =>
    [...Array(25).keys()].flatMap((seed) => mutate(sql, schema, seed).map((mutation) => ({ ...mutation, of: sql })));

  async function accepts(sql: string): Promise<boolean> {
    await database.exec('BEGIN');
    const answer = await database.query(sql).then(
      () => true,
      () => false,
    );
    await database.exec('ROLLBACK');
    return answer;
  }

  test('the queries themselves are good, and every kind occurs', async () => {
    for (const sql of CANONICAL) expect(await accepts(sql), sql).toBe(true);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(MUTATION_KINDS));
  });

  test('each variant differs, and the same seed gives it again', () => {
    expect(all.filter(({ sql, of }) => sql === of)).toEqual([]);
    expect(CANONICAL.flatMap(variantsOf)).toEqual(all);
  });

  test('Postgres cannot read what lacks a part', () => {
    const parses = (sql: string) => {
      try {
        parseSync(sql);
        return true;
      } catch {
        return false;
      }
    };
    expect(all.filter(({ kind, sql }) => NO_SQL.has(kind) && parses(sql))).toEqual([]);
  });

  test('Postgres knows none of the wrong names', async () => {
    const wrong = [...new Set(all.flatMap(({ kind, sql }) => (UNKNOWN_NAME.has(kind) ? [sql] : [])))];
    expect(wrong.length).toBeGreaterThan(200);
    const accepted: string[] = [];
    for (const sql of wrong) if (await accepts(sql)) accepted.push(sql);
    expect(accepted).toEqual([]);
  });

  test('nothing in quotes changes', () => {
    const strings = (sql: string) =>
      canonicalTokens(sql).flatMap(({ kind, text }) => (kind === 'string' ? [text] : []));
    const opens: ReadonlySet<MutationKind> = new Set(['quote-missing', 'name-quote-missing']);
    const cuts: ReadonlySet<MutationKind> = new Set([
      'cut-off',
      'operand-missing',
      'two-statements',
      'clauses-exchanged',
    ]);
    for (const { kind, sql, of } of all) {
      if (opens.has(kind)) continue;
      if (cuts.has(kind)) expect(strings(of), sql).toEqual(expect.arrayContaining(strings(sql)));
      else expect(strings(sql), sql).toEqual(strings(of));
    }
  });
});

test('tokens joined are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (sql) => {
      expect(
        canonicalTokens(sql)
          .map(({ text }) => text)
          .join(''),
      ).toBe(sql);
    }),
  );
});
