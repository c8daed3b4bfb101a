import { loadModule } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../platform/errors.ts';
import { EMPTY_SCHEMA, type Schema } from '../schema/model.ts';
import { quoteName } from '../schema/names.ts';
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
    for (const name of ['order_count', 'top_10_share', 'total', 'reason', 'products']) {
      expect(accepts(shop, aliased(name)), name).toEqual({ ok: true });
    }
    for (const name of ['Total', 'order_', '_order', 'order__count', '1st_order', 'orderNotes', 'état']) {
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
    // The key of archive.orders leads to customers; the addresses belong to public.orders.
    const joined = (table: string) =>
      `SELECT ${table}.id FROM ${table} JOIN addresses ON ${table}.billing_address_id = addresses.id`;
    expect(accepts(shop, joined('orders'))).toEqual({ ok: true });
    expect(accepts(shop, joined('archive.orders')).ok).toBe(false);
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

  test('a key to a table that is not there is left out', () => {
    const orders = SHOP.tables.filter((table) => table.name === 'orders' && table.namespace === 'public');
    const grammar = buildGrammar({ tables: orders, enums: [], domains: [], functions: [] });
    expect(accepts(grammar, 'SELECT orders.customer_id FROM orders')).toEqual({ ok: true });
    expect(accepts(grammar, 'SELECT * FROM orders JOIN customers ON orders.customer_id = customers.id').ok).toBe(false);
  });
});
