import type { ReadEntry } from '../entry.ts';

export const NAMES: readonly ReadEntry[] = [
  {
    sql: `SELECT "order", "from", s."group", s."user", s."end" FROM "select" s ORDER BY "order"`,
    database: 'library',
    features: ['keyword-name', 'short-alias'],
    ordered: true,
  },
  {
    sql: `SELECT "select".* FROM "select" WHERE "limit" > 10 AND "user" IS NOT NULL`,
    database: 'library',
    features: ['keyword-name', 'table-star'],
  },
  {
    sql: `SELECT "from"."first name", "order"."from" FROM members AS "from" JOIN "select" AS "order" ON "order"."user" = "from".id`,
    database: 'library',
    features: ['keyword-name', 'name-with-blank'],
  },
  {
    sql: `SELECT g.nr, g."Betrag €", "fälligAm" FROM "Gebühren" AS g WHERE NOT bezahlt ORDER BY g."Betrag €" DESC, nr`,
    database: 'library',
    features: ['unicode-name', 'not'],
    ordered: true,
  },
  {
    sql: `select sum("Betrag €") as "Summe €", count(*) filter (where bezahlt) as Bezahlt from "Gebühren"`,
    database: 'library',
    features: ['unicode-name', 'quoted-alias', 'filter'],
    ordered: true,
  },
  {
    sql: `SELECT a."fullName", count(*) AS "Number of Books", max(b.pages) AS "maxPages" FROM authors a JOIN "bookAuthors" ba ON ba."authorId" = a.id JOIN books b ON b.id = ba."bookId" GROUP BY a.id ORDER BY "Number of Books" DESC, a.id`,
    database: 'library',
    features: ['camel-case-name', 'quoted-alias', 'order-by-alias'],
    ordered: true,
  },
  {
    sql: `SELECT "bookAuthors".role, COUNT(*) FROM "bookAuthors" GROUP BY "bookAuthors".role`,
    database: 'library',
    features: ['camel-case-name', 'no-alias'],
  },
  {
    sql: `SELECT rl.member_id, sum(rl."pages read") AS pages, count(note) FROM public."Reading Log" rl GROUP BY rl.member_id`,
    database: 'library',
    features: ['name-with-blank', 'namespace'],
  },
  {
    sql: `SELECT id, public.members."first name", Members."last name", MEMBERS.EMAIL FROM Public.Members WHERE "isActive"`,
    database: 'library',
    features: ['namespace-in-column', 'name-with-blank', 'odd-spacing', 'boolean-column'],
  },
  {
    sql: `SELECT o.name, l.title FROM archive."Old Members" o LEFT JOIN archive.loans l ON l.member = o.name`,
    database: 'library',
    features: ['namespace', 'name-with-blank', 'left-join'],
  },
  {
    sql: `SELECT (SELECT count(*) FROM loans) AS now, (SELECT count(*) FROM archive.loans) AS then_count`,
    database: 'library',
    features: ['namespace', 'scalar-subquery', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT a.title FROM archive.loans a JOIN archive.loans b ON b.title = a.title AND b.id <> a.id JOIN loans c ON c.id = a.id`,
    database: 'library',
    features: ['namespace', 'self-join'],
  },
  {
    sql: `SELECT name AS "select", region AS "from", id AS "Id", height_m AS "height (m)" FROM sites ORDER BY "Id"`,
    database: 'telemetry',
    features: ['quoted-alias', 'keyword-name', 'order-by-alias'],
    ordered: true,
  },
  {
    sql: `SELECT id AS q1, name AS w, region AS sites, timezone AS value, network AS name FROM sites q1`,
    database: 'telemetry',
    features: ['short-alias', 'network'],
  },
  {
    sql: `SELECT id value, name date, region total, timezone "user" FROM sites WHERE id=1`,
    database: 'telemetry',
    features: ['alias-without-as', 'quoted-alias', 'odd-spacing'],
    ordered: true,
  },
  {
    sql: `SELECT orders.id FROM customers orders JOIN orders customers ON customers.customer_id = orders.id WHERE customers.status = 'returned'`,
    database: 'shop',
    features: ['short-alias', 'alias-without-as'],
  },
  {
    sql: `SELECT t.a, t.b FROM departments AS t(a, b)`,
    database: 'hr',
    features: ['column-alias-list'],
  },
  {
    sql: `SELECT employees2.last_name FROM employees employees2, employees WHERE employees2.manager_id = employees.id AND employees.last_name = 'Mendes'`,
    database: 'hr',
    features: ['self-join', 'comma-join', 'alias-without-as'],
  },
  {
    sql: `SELECT n.total AS foo, n.total AS bar, n.total AS total_1, -n.total AS x FROM (SELECT count(*) AS total FROM jobs) n`,
    database: 'hr',
    features: ['derived-table', 'unary-operator'],
    ordered: true,
  },
  {
    sql: `SELECT id AS a, first_name AS a, last_name AS "A" FROM employees WHERE id = 1`,
    database: 'hr',
    features: ['quoted-alias'],
    ordered: true,
  },
];
