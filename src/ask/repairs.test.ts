import { describe, expect, it } from 'vitest';
import { createChecker } from '../checker/check.ts';
import { accepts } from '../grammar/accepts.ts';
import { buildGrammar } from '../grammar/build-grammar.ts';
import { SHOP_QUERIES, STAFF_QUERIES } from '../grammar/testing/corpus.ts';
import { SHOP, STAFF } from '../grammar/testing/example-schemas.ts';
import { repairs } from './repairs.ts';

const EXAMPLES = [
  { name: 'shop', schema: SHOP, queries: SHOP_QUERIES },
  { name: 'staff', schema: STAFF, queries: STAFF_QUERIES },
];
const checker = createChecker(SHOP);

function first(sql: string) {
  return repairs(sql, SHOP, checker)[0] ?? null;
}

describe('repairs', () => {
  it.each([
    {
      name: 'joins a table along its key',
      sql: 'SELECT customers.name FROM orders WHERE orders.total > 5',
      fixed:
        'SELECT customers.name FROM orders JOIN customers ON orders.customer_id = customers.id WHERE orders.total > 5',
      changes: ['joined customers along orders.customer_id'],
    },
    {
      name: 'joins a table by way of another',
      sql: 'SELECT categories.name FROM order_items',
      fixed:
        'SELECT categories.name FROM order_items JOIN products ON order_items.product_id = products.id JOIN categories ON products.category_id = categories.id',
      changes: ['joined products along order_items.product_id, categories along products.category_id'],
    },
    {
      name: 'joins in the query that the column stands in',
      sql: 'SELECT products.name FROM products WHERE products.id IN (SELECT order_items.product_id FROM order_items WHERE orders.total > 5)',
      fixed:
        'SELECT products.name FROM products WHERE products.id IN (SELECT order_items.product_id FROM order_items JOIN orders ON order_items.order_id = orders.id WHERE orders.total > 5)',
      changes: ['joined orders along order_items.order_id'],
    },
    {
      name: 'takes the column of that name where no key leads on',
      sql: 'SELECT addresses.city FROM customers JOIN orders ON orders.customer_id = customers.id',
      fixed: 'SELECT customers.city FROM customers JOIN orders ON orders.customer_id = customers.id',
      changes: ['addresses.city → customers.city'],
    },
    {
      name: 'drops the number of a table that is there once',
      sql: 'SELECT orders2.total FROM orders',
      fixed: 'SELECT orders.total FROM orders',
      changes: ['orders2.total → orders.total'],
    },
    {
      name: 'adds to GROUP BY',
      sql: 'SELECT customers.country, customers.city, COUNT(*) FROM customers GROUP BY customers.country ORDER BY COUNT(*) DESC',
      fixed:
        'SELECT customers.country, customers.city, COUNT(*) FROM customers GROUP BY customers.country, customers.city ORDER BY COUNT(*) DESC',
      changes: ['grouped by customers.city'],
    },
    {
      name: 'groups by what stands beside an aggregate',
      sql: 'SELECT EXTRACT(YEAR FROM orders.ordered_at) AS order_year, orders.customer_id, COUNT(*) FROM orders LIMIT 5',
      fixed:
        'SELECT EXTRACT(YEAR FROM orders.ordered_at) AS order_year, orders.customer_id, COUNT(*) FROM orders GROUP BY EXTRACT(YEAR FROM orders.ordered_at), orders.customer_id LIMIT 5',
      changes: ['grouped by EXTRACT(YEAR FROM orders.ordered_at)', 'grouped by orders.customer_id'],
    },
    {
      name: 'makes a text of what a pattern is about',
      sql: "SELECT orders.id FROM orders WHERE orders.id LIKE '1%'",
      fixed: "SELECT orders.id FROM orders WHERE orders.id::text LIKE '1%'",
      changes: ['orders.id as text'],
    },
    {
      name: 'makes a text of what a text function takes',
      sql: 'SELECT LOWER(orders.id) FROM orders',
      fixed: 'SELECT LOWER(orders.id::text) FROM orders',
      changes: ['orders.id as text'],
    },
    {
      name: 'puts a number in quotes beside a text',
      sql: 'SELECT customers.id FROM customers WHERE customers.name = 5',
      fixed: "SELECT customers.id FROM customers WHERE customers.name = '5'",
      changes: ["5 → '5'"],
    },
    {
      name: 'takes a number out of quotes',
      sql: "SELECT orders.id FROM orders WHERE orders.id > '2.5'",
      fixed: 'SELECT orders.id FROM orders WHERE orders.id > 2.5',
      changes: ["'2.5' → 2.5"],
    },
    {
      name: 'gives a second appearance the number that is used',
      sql: 'SELECT categories2.name FROM categories JOIN categories ON categories.parent_id = categories2.id',
      fixed:
        'SELECT categories2.name FROM categories JOIN categories AS categories2 ON categories.parent_id = categories2.id',
      changes: ['called the second categories categories2'],
    },
    {
      name: 'makes more than one change',
      sql: 'SELECT customers.name, COUNT(*) FROM orders',
      fixed:
        'SELECT customers.name, COUNT(*) FROM orders JOIN customers ON orders.customer_id = customers.id GROUP BY customers.name',
      changes: ['joined customers along orders.customer_id', 'grouped by customers.name'],
    },
  ])('$name', ({ sql, fixed, changes }) => {
    expect(checker.check(sql).ok).toBe(false);
    expect(first(sql)).toEqual({ sql: fixed, changes });
  });

  it('offers nothing where keys lead two ways and no column has the name', () => {
    const sql = 'SELECT addresses.street FROM orders';
    expect(checker.check(sql).ok).toBe(false);
    expect(first(sql)).toBeNull();
  });

  it('offers nothing for a duplicate that nothing tells apart', () => {
    expect(first('SELECT orders.id FROM orders JOIN orders ON orders.id = orders.customer_id')).toBeNull();
  });

  it('leaves what stands in quotes alone', () => {
    const repair = first("SELECT customers.name FROM orders WHERE 'FROM customers (' = 'WHERE'");
    expect(repair?.sql).toContain(
      "FROM orders JOIN customers ON orders.customer_id = customers.id WHERE 'FROM customers ('",
    );
  });

  it.each(EXAMPLES)('leaves queries of the $name that are right as they are', ({ schema, queries }) => {
    const own = createChecker(schema);
    for (const sql of queries) expect(repairs(sql, schema, own)).toEqual([]);
  });

  it('offers only what the checker and the grammar accept, for queries that lost a part', () => {
    let offered = 0;
    for (const { schema, queries } of EXAMPLES) {
      const own = createChecker(schema);
      const grammar = buildGrammar(schema);
      for (const repair of queries.flatMap(damages).flatMap((sql) => repairs(sql, schema, own))) {
        offered++;
        expect(own.check(repair.sql), repair.sql).toEqual({ ok: true });
        expect(accepts(grammar, repair.sql), repair.sql).toEqual({ ok: true });
        expect(repair.changes.length).toBeGreaterThan(0);
      }
    }
    // Otherwise the damages would have come to nothing.
    expect(offered).toBeGreaterThan(15);
  });
});

/** Without a join, without GROUP BY, without the number of an alias: each leaves the rest referring to it. */
function damages(sql: string): readonly string[] {
  const damaged = [
    sql.replace(/ JOIN [\w.]+ ON [\w.]+ = [\w.]+/, ''),
    sql.replace(/ GROUP BY [\w., ]+?(?= HAVING| ORDER| LIMIT|\)|$)/, ''),
    sql.replace(/ AS ([a-z]+)\d\b/, ''),
  ];
  return damaged.filter((each) => each !== sql);
}
