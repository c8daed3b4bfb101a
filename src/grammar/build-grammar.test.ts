import { loadModule } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../platform/errors.ts';
import { EMPTY_SCHEMA, type Schema, type SchemaFunction, type Table } from '../schema/model.ts';
import { quoteName, RESERVED_WORDS } from '../schema/names.ts';
import { accepts } from './accepts.ts';
import { buildGrammar } from './build-grammar.ts';
import { SHOP_QUERIES, SHOP_REJECTED, STAFF_QUERIES } from './testing/corpus.ts';
import { SHOP, STAFF } from './testing/example-schemas.ts';
import { makeSchema } from './testing/make-schema.ts';
import { namesInQuery } from './testing/names-in-query.ts';

const shop = buildGrammar(SHOP);
const staff = buildGrammar(STAFF);
const corpus = [
  ...SHOP_QUERIES.map((sql) => ({ sql, grammar: shop })),
  ...STAFF_QUERIES.map((sql) => ({ sql, grammar: staff })),
];

/** Changes that make any query wrong; null where a query has nothing to change. */
const MUTATIONS: Readonly<Record<string, (sql: string) => string | null>> = {
  'an unknown table': (sql) => replaceOnce(sql, /(?<=FROM )("?)(\w+)/, '$1no_$2'),
  'an unknown column': (sql) => replaceOnce(sql, /\.(\w+)(?= FROM|,| AS|\))/, '.no_$1'),
  'a parenthesis left out': (sql) => replaceOnce(sql, /\)(?=[^)']*$)/, ''),
  'a parenthesis too many': (sql) => `${sql})`,
  'two statements': (sql) => `${sql}; ${sql}`,
  'two statements without a semicolon': (sql) => `${sql} ${sql}`,
  'a lower-case keyword': (sql) => replaceOnce(sql, / FROM /, ' from '),
  'a closing semicolon': (sql) => `${sql};`,
  'a double blank': (sql) => replaceOnce(sql, / FROM /, '  FROM '),
  'a missing SELECT': (sql) => replaceOnce(sql, /^SELECT /, ''),
};

function replaceOnce(text: string, pattern: RegExp, replacement: string): string | null {
  return pattern.test(text) ? text.replace(pattern, replacement) : null;
}

beforeAll(loadModule);

describe('canonical queries', () => {
  test('there are enough of them', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(100);
  });

  test.each(corpus)('accepts $sql', ({ sql, grammar }) => {
    expect(accepts(grammar, sql)).toEqual({ ok: true });
    expect(() => namesInQuery(sql)).not.toThrow();
  });

  test.each(Object.entries(MUTATIONS))('rejects each with %s', (_, mutate) => {
    const mutated = corpus.flatMap(({ sql, grammar }) => {
      const text = mutate(sql);
      return text === null ? [] : [{ text, grammar }];
    });
    expect(mutated.length).toBeGreaterThan(20);
    expect(mutated.filter(({ text, grammar }) => accepts(grammar, text).ok).map(({ text }) => text)).toEqual([]);
  });

  test.each(SHOP_REJECTED)('rejects %j', (sql) => {
    expect(accepts(shop, sql).ok).toBe(false);
  });
});

describe('names', () => {
  const aliased = (name: string) => `SELECT customers.id AS ${name} FROM customers ORDER BY ${name}`;

  test('an output name is snake_case, a common word or a word of the schema', () => {
    for (const name of ['order_count', 'order__count', 'top_10_share', 'total', 'reason', 'products']) {
      expect(accepts(shop, aliased(name)), name).toEqual({ ok: true });
    }
    for (const name of ['Total', 'order_', '_order', '1st_order', 'orderNotes', 'état']) {
      expect(accepts(shop, aliased(name)).ok, name).toBe(false);
    }
  });

  test('an output name is no keyword that could break the query', () => {
    // Every word of one letter and more that the schema could bring in: `user`, `select` and `order` are columns here.
    const reserved = ['user', 'select', 'order', 'all', 'end', 'desc', 'left', 'limit', 'case', 'null', 'true', 'when'];
    for (const name of reserved) {
      expect(quoteName(name)).not.toBe(name);
      expect(accepts(staff, `SELECT employees.id AS ${name} FROM employees`).ok, name).toBe(false);
    }
    // With an underscore Postgres has these alone; each parses as an output name and in ORDER BY.
    const underscored = ['catalog', 'date', 'role', 'schema', 'time', 'timestamp', 'user'].map(
      (end) => `current_${end}`,
    );
    for (const name of [...underscored, 'session_user', 'system_user']) {
      expect(() => namesInQuery(aliased(name)), name).not.toThrow();
    }
  });

  test('a name in a list is no reserved word', () => {
    const lists = (name: string) => [
      `WITH q1(id, ${name}) AS (SELECT 1, 2) SELECT * FROM q1`,
      `SELECT * FROM (SELECT 1) AS q1(${name})`,
      `SELECT * FROM GENERATE_SERIES(1, 2) AS q1(${name})`,
      `SELECT * FROM JSON_TO_RECORD('{}') AS q1(${name} text)`,
      `SELECT * FROM orders JOIN customers USING (id, ${name})`,
      `WITH RECURSIVE q1(id) AS (SELECT 1) SEARCH DEPTH FIRST BY ${name} SET place_no SELECT * FROM q1`,
      `WITH RECURSIVE q1(id) AS (SELECT 1) SEARCH DEPTH FIRST BY id SET ${name} SELECT * FROM q1`,
      `WITH RECURSIVE q1(id) AS (SELECT 1) CYCLE id SET is_cycle USING ${name} SELECT * FROM q1`,
    ];
    const reserved = [...RESERVED_WORDS].filter((word) => word.includes('_'));
    expect(reserved).toHaveLength(9);
    for (const sql of reserved.flatMap(lists)) {
      expect(accepts(shop, sql).ok, sql).toBe(false);
      expect(() => namesInQuery(sql), sql).toThrow();
    }
    for (const sql of ['customer_id', 'sum_total', 'symbol_1', 'n_current_stock', 'c', 'city'].flatMap(lists)) {
      expect(accepts(shop, sql), sql).toEqual({ ok: true });
      expect(() => namesInQuery(sql), sql).not.toThrow();
    }
  });

  test('a column of the schema can be listed whatever its name', () => {
    const odd = buildGrammar(
      makeSchema([{ name: 'shelves', columns: { current_stock: 'integer', 'Row No': 'integer' } }]),
    );
    for (const names of ['current_stock, "Row No"', '"Row No", current_stock']) {
      expect(accepts(odd, `SELECT * FROM shelves JOIN shelves AS shelves2 USING (${names})`)).toEqual({ ok: true });
    }
  });

  test('an alias steps aside for a table of that name', () => {
    const grammar = buildGrammar(
      makeSchema([
        { name: 'item', columns: { id: 'integer' } },
        { name: 'item2', columns: { code: 'text' } },
      ]),
    );
    expect(accepts(grammar, 'SELECT item2.code FROM item2')).toEqual({ ok: true });
    expect(accepts(grammar, 'SELECT item2.id FROM item2').ok).toBe(false);
    const nested = (alias: string) =>
      `SELECT COUNT(*) FROM item WHERE item.id = (SELECT MAX(${alias}.id) FROM item AS ${alias} WHERE ${alias}.id < item.id)`;
    expect(accepts(grammar, nested('item3'))).toEqual({ ok: true });
    expect(accepts(grammar, nested('item2')).ok).toBe(false);
  });

  test('equal table names in two namespaces are told apart', () => {
    expect(accepts(shop, 'SELECT orders.shipped_at FROM orders')).toEqual({ ok: true });
    expect(accepts(shop, 'SELECT archive.orders.closed_on FROM archive.orders')).toEqual({ ok: true });
    expect(accepts(shop, 'SELECT public.orders.id FROM public.orders').ok).toBe(false);
    expect(accepts(shop, 'SELECT archive.orders.shipped_at FROM archive.orders').ok).toBe(false);
  });
});

describe('schemas', () => {
  test('equal schemas give equal grammars', () => {
    expect(buildGrammar(structuredClone(SHOP))).toEqual(shop);
  });

  test('a schema without a column to ask for is an error', () => {
    const empty: Schema[] = [EMPTY_SCHEMA, makeSchema([{ name: 'bare', columns: {} }])];
    for (const schema of empty) {
      expect(() => buildGrammar(schema)).toThrow(AppError);
      expect(() => buildGrammar(schema)).toThrow(expect.objectContaining({ code: 'ask/empty-schema' }));
    }
  });

  test('a key to a table that is not there does no harm', () => {
    const orders = SHOP.tables.filter((table) => table.name === 'orders' && table.namespace === 'public');
    const grammar = buildGrammar({ tables: orders, enums: [], domains: [], functions: [] });
    expect(accepts(grammar, 'SELECT orders.customer_id FROM orders')).toEqual({ ok: true });
    expect(accepts(grammar, 'SELECT * FROM orders JOIN customers ON orders.customer_id = customers.id').ok).toBe(false);
  });
});

describe('options', () => {
  const writing = buildGrammar(SHOP, { writes: true });

  test.each([
    "INSERT INTO customers (name, city) VALUES ('Ann', DEFAULT), ('Bob', 'Porto') RETURNING customers.id",
    'INSERT INTO customers DEFAULT VALUES',
    'INSERT INTO customers (id) OVERRIDING SYSTEM VALUE VALUES (1)',
    'INSERT INTO order_items (order_id, product_id) SELECT orders.id, 1 FROM orders ON CONFLICT (order_id, product_id) DO UPDATE SET quantity = order_items.quantity + EXCLUDED.quantity WHERE order_items.quantity < 9',
    'INSERT INTO customers (id) VALUES (1) ON CONFLICT DO NOTHING',
    "UPDATE orders SET status = 'paid', total = DEFAULT FROM customers WHERE orders.customer_id = customers.id RETURNING OLD.status, NEW.status",
    'UPDATE orders SET (total, status) = (SELECT 1, NULL)',
    'DELETE FROM orders USING customers WHERE orders.customer_id = customers.id AND customers.city IS NULL RETURNING *',
    'WITH q1 AS (DELETE FROM orders RETURNING orders.id) SELECT COUNT(*) FROM q1',
  ])('writes where asked to: %s', (sql) => {
    expect(accepts(writing, sql)).toEqual({ ok: true });
    expect(() => namesInQuery(sql)).not.toThrow();
    expect(accepts(shop, sql).ok).toBe(false);
  });

  test('what is written are columns of the table that is written to', () => {
    expect(accepts(writing, 'UPDATE orders SET city = NULL').ok).toBe(false);
    expect(accepts(writing, "INSERT INTO orders (name) VALUES ('x')").ok).toBe(false);
    expect(accepts(writing, 'INSERT INTO orders VALUES (1)').ok).toBe(false);
    expect(accepts(writing, 'SELECT * FROM (DELETE FROM orders) AS q1').ok).toBe(false);
  });

  test('only the tables asked for', () => {
    const some = buildGrammar(SHOP, { tables: [{ namespace: 'public', name: 'customers' }] });
    expect(accepts(some, 'SELECT customers.name FROM customers')).toEqual({ ok: true });
    expect(accepts(some, 'SELECT orders.id FROM orders').ok).toBe(false);
    expect(accepts(some, 'SELECT products.name FROM customers').ok).toBe(false);
  });

  test('joins along foreign keys alone', () => {
    const keys = buildGrammar(SHOP, { joins: 'keys' });
    for (const sql of SHOP_QUERIES) expect(accepts(keys, sql), sql).toEqual({ ok: true });
    const joined = (join: string) => accepts(keys, `SELECT * FROM customers${join}`).ok;
    expect(joined(' JOIN orders ON orders.customer_id = customers.id')).toBe(true);
    expect(joined(' LEFT JOIN orders AS orders2 ON customers.id = orders2.customer_id')).toBe(true);
    expect(joined(' JOIN orders ON orders.id = customers.id')).toBe(false);
    expect(joined(' JOIN orders ON TRUE')).toBe(false);
    expect(joined(' CROSS JOIN orders')).toBe(false);
    expect(joined(' JOIN products ON products.id = customers.id')).toBe(false);
    // A key of two columns is joined as a whole.
    expect(joined(' JOIN returns ON returns.order_id = order_items.order_id')).toBe(false);
    // Where there are no keys, any join may be what is meant.
    const keyless = makeSchema([
      { name: 'a', columns: { id: 'integer' } },
      { name: 'b', columns: { a_id: 'integer' } },
    ]);
    expect(accepts(buildGrammar(keyless, { joins: 'keys' }), 'SELECT * FROM a JOIN b ON b.a_id = a.id').ok).toBe(true);
  });

  test('inside JSON, where quotes and backslashes are escaped', () => {
    const json = buildGrammar(SHOP, { json: true });
    const sql = 'SELECT "orderNotes"."said ""so""" FROM "orderNotes" WHERE "orderNotes"."Note Text" = \'a "b" \\ c\'';
    const text = `{"sql": ${JSON.stringify(sql)}}`;
    expect(accepts(json, text)).toEqual({ ok: true });
    expect(accepts(json, text.replace('orderNotes', 'otherNotes')).ok).toBe(false);
    expect(accepts(json, `{"sql": "${sql}"}`).ok).toBe(false);
    expect(accepts(json, sql).ok).toBe(false);
  });

  test('any name for an output but a reserved word', () => {
    const any = buildGrammar(SHOP, { outputNames: 'any' });
    const named = (name: string) => `SELECT customers.id AS ${name} FROM customers`;
    for (const name of ['foo', '_x', 'selected', 'orderly', 'selec', 'a1']) {
      expect(accepts(any, named(name)), name).toEqual({ ok: true });
    }
    for (const name of ['select', 'order', 'user', 'Foo', '1a', 'current_date']) {
      expect(accepts(any, named(name)).ok, name).toBe(false);
    }
  });
});

describe('what the schema has besides tables', () => {
  const withValues: Schema = {
    ...makeSchema([{ name: 'tickets', columns: { id: 'integer', state: 'text', note: 'text' } }]),
    enums: [{ namespace: 'sales', name: 'mood', labels: ['sad', 'ok'] }],
    domains: [{ namespace: 'public', name: 'email', baseType: 'text' }],
    functions: [
      schemaFunction('age_of', 'scalar', ['integer', 'date'], 1),
      schemaFunction('between', 'scalar', ['integer'], 1),
      { ...schemaFunction('open_tickets', 'set', [], 0), namespace: 'sales', outputColumns: ['shift'] },
      schemaFunction('product', 'aggregate', ['numeric'], 1),
    ],
  };
  const grammar = buildGrammar({
    ...withValues,
    tables: withValues.tables.map((table) => withState(table, ['new', "won't do"])),
  });

  test('a schema may have no other columns', () => {
    const only = buildGrammar(
      makeSchema([{ name: 'tickets', columns: { state: 'text' } }], { state: ['new', 'done'] }),
    );
    expect(accepts(only, "SELECT tickets.state FROM tickets WHERE tickets.state = 'new'")).toEqual({ ok: true });
    expect(accepts(only, "SELECT tickets.state FROM tickets WHERE tickets.state = 'old'").ok).toBe(false);
  });

  test('functions are called by their own names, with as many arguments as they take', () => {
    const selected = (expression: string) => accepts(grammar, `SELECT ${expression} FROM tickets`).ok;
    expect(selected('age_of(tickets.id)')).toBe(true);
    expect(selected("age_of(tickets.id, '2024-01-01')")).toBe(true);
    expect(selected('age_of()')).toBe(false);
    expect(selected('age_of(1, 2, 3)')).toBe(false);
    expect(selected('AGE_OF(tickets.id)')).toBe(false);
    // A keyword that may name a column, but no function.
    expect(selected('"between"(1)')).toBe(true);
    expect(selected('product(DISTINCT tickets.id) FILTER (WHERE TRUE)')).toBe(true);
    expect(selected('age_of(DISTINCT tickets.id)')).toBe(false);
    expect(accepts(grammar, 'SELECT q1.shift FROM sales.open_tickets() AS q1')).toEqual({ ok: true });
    expect(accepts(grammar, 'SELECT q1.x FROM product(1) AS q1').ok).toBe(false);
  });

  test('values can be cast to the types of the user', () => {
    for (const type of ['sales.mood', 'email', 'email[]', 'numeric(10, 2)', 'varchar(40)', 'timestamptz']) {
      expect(accepts(grammar, `SELECT tickets.note::${type} FROM tickets`), type).toEqual({ ok: true });
      expect(accepts(grammar, `SELECT 'x'::${type}`), type).toEqual({ ok: true });
    }
    for (const type of ['mood', 'emails', 'numeric(10,2)', 'TEXT', 'varchar(999999)']) {
      expect(accepts(grammar, `SELECT tickets.note::${type} FROM tickets`).ok, type).toBe(false);
    }
  });
});

function withState(table: Table, allowedValues: readonly string[]): Table {
  const columns = table.columns.map((column) => (column.name === 'state' ? { ...column, allowedValues } : column));
  return { ...table, columns };
}

function schemaFunction(
  name: string,
  kind: SchemaFunction['kind'],
  argumentTypes: readonly string[],
  requiredArguments: number,
): SchemaFunction {
  return {
    namespace: 'public',
    name,
    kind,
    argumentTypes,
    requiredArguments,
    isVariadic: false,
    resultType: 'integer',
    outputColumns: [],
    comment: null,
  };
}
