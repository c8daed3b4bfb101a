import type { PGlite } from '@electric-sql/pglite';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TableFillReport } from '../../src/sample-rows/fill-report.ts';
import { freshSchema, openTestDatabase, rowsOf, shortfalls } from './fill-tables/testing/test-database.ts';
import { fillTables } from './fill-tables.ts';
import { introspect } from './introspect.ts';

let database: PGlite;

beforeAll(async () => {
  database = await openTestDatabase();
  return async () => await database.close();
});

async function fill(ddl: string, rows = 20, seed = 1): Promise<readonly TableFillReport[]> {
  return (await fillTables(database, await freshSchema(database, ddl), { seed, rows })).tables;
}

async function contents(ddl: string, seed: number): Promise<string> {
  const schema = await freshSchema(database, ddl);
  await fillTables(database, schema, { seed, rows: 30 });
  const texts: unknown[] = [];
  for (const { name } of schema.tables) texts.push(await rowsOf(database, `SELECT t::text FROM "${name}" AS t`));
  return JSON.stringify(texts);
}

const SHOP = `
  CREATE TABLE customers (id serial PRIMARY KEY, name text NOT NULL, email text NOT NULL UNIQUE, city text, country char(2), joined_at timestamptz NOT NULL DEFAULT now());
  CREATE TABLE orders (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, token uuid NOT NULL DEFAULT gen_random_uuid(), created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL CHECK (updated_at >= created_at), rating int CHECK (rating BETWEEN 1 AND 5), note text);
`;

describe('rows', () => {
  test('are the same for the same seed, defaults that change from run to run included', async () => {
    const first = await contents(SHOP, 42);
    expect(await contents(SHOP, 42)).toBe(first);
    expect(await contents(SHOP, 43)).not.toBe(first);
  });

  test('suit the names of their columns', async () => {
    await fill(SHOP, 300);
    const [customer] = await rowsOf(
      database,
      `SELECT count(*) FILTER (WHERE email LIKE '%_@_%.%') AS emails, count(*) FILTER (WHERE name LIKE '% %') AS names,
         count(DISTINCT city) AS cities, count(DISTINCT (city, country)) AS pairs, count(*) FILTER (WHERE city IS NULL) AS missing
       FROM customers WHERE country IS NOT NULL`,
    );
    expect(customer).toMatchObject({ emails: expect.any(Number) });
    const { emails, names, cities, missing } = Object(customer);
    expect(emails).toBe(names);
    expect(cities).toBeGreaterThan(20);
    expect(missing).toBeGreaterThan(5);
    // A city lies in one country.
    const split = await rowsOf(
      database,
      'SELECT city FROM customers WHERE country IS NOT NULL AND city IS NOT NULL GROUP BY city HAVING count(DISTINCT country) > 1',
    );
    expect(split).toEqual([]);
    // Some customers have many orders, some have none.
    const [share] = await rowsOf(
      database,
      'SELECT max(n) AS most, count(*) AS buyers FROM (SELECT count(*) AS n FROM orders GROUP BY customer_id) AS counts',
    );
    const { most, buyers } = Object(share);
    expect(most).toBeGreaterThan(4);
    expect(buyers).toBeLessThan(280);
  });

  test('come on top of those of a table only when it is asked for', async () => {
    await freshSchema(database, SHOP);
    await database.exec(
      `INSERT INTO customers (id, name, email) VALUES (1, 'Ann', 'ann@example.com'), (77, 'Bo', 'bo@example.com')`,
    );
    const { tables } = await fillTables(database, await introspect(database), { seed: 1, rows: 10 });
    expect(tables.map(({ name, putIn }) => [name, putIn])).toEqual([['orders', 10]]);
    expect(await rowsOf(database, 'SELECT DISTINCT customer_id FROM orders ORDER BY 1')).toEqual([
      { customer_id: 1 },
      { customer_id: 77 },
    ]);
    const more = await fillTables(database, await introspect(database), {
      seed: 1,
      rows: 10,
      tables: [{ namespace: 'public', name: 'customers' }],
    });
    expect(more.tables.map(({ name, putIn }) => [name, putIn])).toEqual([['customers', 10]]);
    expect(await rowsOf(database, 'SELECT min(id), max(id) FROM customers')).toEqual([{ min: 1, max: 87 }]);
  });

  test('of a table that is asked for bring the empty parents along that they need', async () => {
    const schema = await freshSchema(database, SHOP);
    const { tables } = await fillTables(database, schema, {
      seed: 1,
      rows: 10,
      tables: [{ namespace: 'public', name: 'orders' }],
    });
    expect(tables.map(({ name, putIn }) => [name, putIn])).toEqual([
      ['customers', 10],
      ['orders', 10],
    ]);
  });

  test('leave sequences behind them', async () => {
    await fill(`${SHOP} CREATE SEQUENCE own; CREATE TABLE t (n int PRIMARY KEY DEFAULT nextval('own'), x text)`);
    const statements = [
      `INSERT INTO customers (name, email) VALUES ('new', 'new') RETURNING id`,
      `INSERT INTO orders (customer_id, created_at, updated_at) VALUES (1, now(), now()) RETURNING id`,
      `INSERT INTO t (x) VALUES ('new') RETURNING n AS id`,
    ];
    for (const statement of statements) expect(await rowsOf(database, statement)).toEqual([{ id: 21 }]);
  });
});

describe('tables that refer to each other', () => {
  test('get their rows, then their references', async () => {
    const report = await fill(`
      CREATE TABLE team (id int PRIMARY KEY, captain int UNIQUE);
      CREATE TABLE player (id int PRIMARY KEY, team int NOT NULL REFERENCES team, buddy int REFERENCES player);
      ALTER TABLE team ADD FOREIGN KEY (captain) REFERENCES player`);
    expect(shortfalls({ tables: report })).toEqual([]);
    const [{ captains, buddies }] = (
      await rowsOf(
        database,
        'SELECT (SELECT count(captain) FROM team) AS captains, (SELECT count(buddy) FROM player) AS buddies',
      )
    ).map(Object);
    expect(captains).toBeGreaterThan(10);
    expect(buddies).toBeGreaterThan(10);
  });

  test('get both at once where neither can come first', async () => {
    const report = await fill(`
      CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL UNIQUE);
      CREATE TABLE b (id int PRIMARY KEY, c int NOT NULL);
      CREATE TABLE c (id int PRIMARY KEY, a int NOT NULL REFERENCES a, self int NOT NULL REFERENCES c);
      ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;
      ALTER TABLE b ADD FOREIGN KEY (c) REFERENCES c`);
    expect(shortfalls({ tables: report })).toEqual([]);
  });
});

describe('what Postgres refuses', () => {
  test('is drawn anew, and told where that does not help', async () => {
    const report = await fill(`
      CREATE FUNCTION judge(n int, at int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n % 3 <> at';
      CREATE TABLE picky (id int PRIMARY KEY, n int NOT NULL CHECK (judge(n, 1)));
      CREATE TABLE never (id int PRIMARY KEY, n int NOT NULL CONSTRAINT nothing_goes CHECK (judge(n, n % 3)));
      CREATE TABLE child (id int PRIMARY KEY, never_id int NOT NULL REFERENCES never)`);
    expect(report).toMatchObject([
      { name: 'picky', putIn: 20, givenUp: [] },
      {
        name: 'never',
        putIn: 0,
        givenUp: [{ code: 'pg/23514', reason: expect.stringContaining('nothing_goes'), rows: 20 }],
      },
      { name: 'child', putIn: 0, givenUp: [{ reason: 'There is no row that never_id could refer to.', rows: 20 }] },
    ]);
  });

  test('is not offered where a key has no further values', async () => {
    const report = await fill(`
      CREATE TABLE size (letter char(1) PRIMARY KEY CHECK (letter IN ('S', 'M', 'L')));
      CREATE TABLE flag (is_on boolean, letter char(1) REFERENCES size, PRIMARY KEY (is_on, letter))`);
    expect(report).toMatchObject([
      { name: 'size', putIn: 3, exhausted: ['letter'] },
      { name: 'flag', putIn: 6, exhausted: ['is_on', 'letter'] },
    ]);
  });

  test('leaves the database as it was when the caller stops it', async () => {
    const schema = await freshSchema(database, SHOP);
    const controller = new AbortController();
    const filling = fillTables(database, schema, {
      seed: 1,
      rows: 10_000,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(filling).rejects.toMatchObject({ code: 'cancelled' });
    expect(
      await rowsOf(database, 'SELECT (SELECT count(*) FROM customers) AS c, (SELECT count(*) FROM orders) AS o'),
    ).toEqual([{ c: 0, o: 0 }]);
  });
});

test('texts without blanks, of a length, of a form', async () => {
  const report = await fill(
    `
    CREATE TABLE tags (name text CHECK (name !~ '\\s'));
    CREATE UNIQUE INDEX ON tags (lower(name));
    CREATE DOMAIN iban AS text CHECK (char_length(VALUE) BETWEEN 15 AND 34 AND VALUE ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]+$');
    CREATE TABLE banks (iban iban PRIMARY KEY, id text UNIQUE CHECK (id LIKE 'bank\\_%' AND length(id) = 18));
    CREATE TABLE posts (id serial, number int CHECK (number > 0), answers int CHECK (answers < number))`,
    200,
  );
  expect(shortfalls({ tables: report })).toEqual([]);
  expect(await rowsOf(database, 'SELECT min(answers) >= 0 AS counts FROM posts')).toEqual([{ counts: true }]);
});

test('what no row can meet is said, and nothing is put in', async () => {
  const report = await fill(`
    CREATE TABLE never (n int NOT NULL CHECK (n > 10 AND n < 5));
    CREATE TABLE unread (settings jsonb NOT NULL CHECK (settings @? '$.currency'))`);
  expect(report).toMatchObject([
    { name: 'never', putIn: 0, givenUp: [{ reason: 'No value was found for n within its checks.', rows: 20 }] },
    { name: 'unread', putIn: 0, givenUp: [{ reason: expect.stringContaining('unread_settings_check'), rows: 20 }] },
  ]);
});

test('link tables take as many rows as their parents have pairs', async () => {
  const report = await fill(
    `
    CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY CHECK (id <= 3));
    CREATE TABLE ab (a int REFERENCES a, b int REFERENCES b, PRIMARY KEY (a, b))`,
    100,
  );
  expect(report.map(({ name, putIn }) => [name, putIn])).toEqual([
    ['a', 100],
    ['b', 3],
    ['ab', 100],
  ]);
});

test('rows that triggers put in, change or swallow are reckoned with', async () => {
  const report = await fill(`
    CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL);
    CREATE TABLE profiles (user_id int PRIMARY KEY REFERENCES users, bio text);
    CREATE TABLE pets (id int PRIMARY KEY, owner int NOT NULL REFERENCES users);
    CREATE FUNCTION renumber() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.id := NEW.id + 1000; RETURN CASE WHEN NEW.id % 5 > 0 THEN NEW END; END $$;
    CREATE TRIGGER renumber BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION renumber();
    CREATE FUNCTION profile() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO profiles VALUES (NEW.id); RETURN NULL; END $$;
    CREATE TRIGGER profile AFTER INSERT ON users FOR EACH ROW WHEN (NEW.id % 2 = 0) EXECUTE FUNCTION profile()`);
  expect(report).toMatchObject([
    { name: 'users', wanted: 20, putIn: 16 },
    { name: 'profiles', putIn: 8, exhausted: ['user_id'] },
    { name: 'pets', putIn: 20, givenUp: [] },
  ]);
});

test('names and texts of any kind survive', async () => {
  const report = await fill(`
    CREATE SCHEMA "My Schema";
    CREATE TYPE "My Schema"."Mood" AS ENUM ('it''s "ok"', 'back\\slash', E'tab\\there');
    CREATE TABLE "My Schema"."a ""quoted"" table" ("select" int PRIMARY KEY, "Ünï cøde" "My Schema"."Mood" NOT NULL, "all" "My Schema"."Mood"[] NOT NULL);
    CREATE TABLE "order" ("from" int REFERENCES "My Schema"."a ""quoted"" table", "user" text)`);
  expect(shortfalls({ tables: report })).toEqual([]);
  expect(
    await rowsOf(database, `SELECT DISTINCT "Ünï cøde"::text AS mood FROM "My Schema"."a ""quoted"" table"`),
  ).toHaveLength(3);
});
