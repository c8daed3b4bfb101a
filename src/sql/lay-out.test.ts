import { describe, expect, it } from 'vitest';
import { layOut } from './lay-out.ts';

describe('layOut', () => {
  it('puts each clause on its own line and keeps short clauses whole', async () => {
    expect(
      await layOut(
        'SELECT customers.city, COUNT(*) AS orders FROM customers JOIN orders ON orders.customer_id = customers.id GROUP BY customers.city ORDER BY orders DESC LIMIT 5',
      ),
    ).toBe(
      [
        'SELECT customers.city, COUNT(*) AS orders',
        'FROM customers',
        '  JOIN orders ON orders.customer_id = customers.id',
        'GROUP BY customers.city',
        'ORDER BY orders DESC',
        'LIMIT 5',
      ].join('\n'),
    );
  });

  it('keeps a sub-query readable', async () => {
    expect(
      await layOut('SELECT name FROM customers WHERE id IN (SELECT customer_id FROM orders WHERE total > 100)'),
    ).toMatchInlineSnapshot(`
      "SELECT name
      FROM customers
      WHERE
        id IN (
          SELECT customer_id
          FROM orders
          WHERE total > 100
        )"
    `);
  });

  it('breaks a clause that is long', async () => {
    const columns = ['first_name', 'last_name', 'date_of_birth', 'signed_up_on'].map((name) => `customers.${name}`);
    expect(await layOut(`SELECT ${columns.join(', ')} FROM customers`)).toBe(
      ['SELECT', ...columns.map((name, index) => `  ${name}${index < 3 ? ',' : ''}`), 'FROM customers'].join('\n'),
    );
  });

  it.each([
    ["SELECT  'two  blanks' AS a", /'two {2}blanks'/],
    ["SELECT 'FROM\n  x\nLIMIT' AS a", /'FROM\n {2}x\nLIMIT'/],
    ['SELECT "Full Name" FROM "User Table"', /"User Table"/],
    ['SELECT 1 -- why\nFROM a', /-- why/],
  ])('does not change what %j says', async (sql, kept) => {
    expect(await layOut(sql)).toMatch(kept);
  });

  it('keeps a call together, whatever the function', async () => {
    const sql = "SELECT TSTZRANGE(a, b), 'TSTZRANGE (x', my_function(c) FROM t WHERE a IN (1, 2)";
    expect(await layOut(sql)).toContain("TSTZRANGE(a, b), 'TSTZRANGE (x', my_function(c)");
    expect(await layOut(sql)).toContain('WHERE a IN (1, 2)');
  });

  it.each([
    ['SELECT a FROM t WHERE EXTRACT(YEAR FROM day) = 2024', 'SELECT a\nFROM t\nWHERE EXTRACT(YEAR FROM day) = 2024'],
    ["SELECT SUM(CASE WHEN a = ' )' THEN 1 END) FROM t", "SELECT SUM(CASE WHEN a = ' )' THEN 1 END)\nFROM t"],
    ['SELECT COUNT(*) FILTER (WHERE a > 1) FROM t', 'SELECT COUNT(*) FILTER (WHERE a > 1)\nFROM t'],
    [
      'SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER BY b) FROM t',
      'SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER BY b)\nFROM t',
    ],
  ])('keeps what is short and between parentheses on one line: %j', async (sql, laidOut) => {
    expect(await layOut(sql)).toBe(laidOut);
  });

  it('breaks a window that is long', async () => {
    const frame = 'ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW';
    expect(await layOut(`SELECT SUM(amount) OVER (PARTITION BY customer_id ORDER BY paid_at ${frame}) FROM t`)).toBe(
      [
        'SELECT',
        '  SUM(amount) OVER (',
        '    PARTITION BY customer_id',
        `    ORDER BY paid_at ${frame}`,
        '  )',
        'FROM t',
      ].join('\n'),
    );
  });

  it('returns what it cannot read as it was', async () => {
    expect(await layOut("SELECT 'open")).toBe("SELECT 'open");
  });
});
