import { describe, expect, it } from 'vitest';
import { accepts } from '../../grammar/accepts.ts';
import { buildGrammar } from '../../grammar/build-grammar.ts';
import { SHOP } from '../../grammar/testing/example-schemas.ts';
import { markedGrammar } from './marked-grammar.ts';
import { kindOfRule } from './name-kinds.ts';
import { nextTokens } from './next-tokens.ts';
import { tokensOf } from './tokens.ts';

const grammar = buildGrammar(SHOP, { writes: true });
const marked = markedGrammar(grammar);

const QUERIES = [
  'SELECT customers.name, COUNT(*) AS order_count FROM customers LEFT JOIN orders ON orders.customer_id = customers.id GROUP BY customers.name HAVING COUNT(*) > 3 ORDER BY order_count DESC LIMIT 5',
  "WITH q1 AS (SELECT DATE_TRUNC('month', orders.ordered_at) AS month, SUM(orders.total) AS total FROM orders GROUP BY DATE_TRUNC('month', orders.ordered_at)) SELECT q1.month, LAG(q1.total) OVER (ORDER BY q1.month) AS previous_total FROM q1",
  'SELECT "orderNotes"."Note Text" FROM "orderNotes" WHERE EXTRACT(YEAR FROM CURRENT_DATE) BETWEEN 2020 AND 2024 AND "orderNotes".id IN (1, 2.5)',
  "UPDATE orders SET total = orders.total::numeric(10, 2) * 2 WHERE orders.ordered_at > NOW() - INTERVAL '7 days' RETURNING NEW.total",
];

describe('nextTokens', () => {
  it.each(QUERIES)('has whole words and signs, and the one that follows: %s', (sql) => {
    expect(accepts(grammar, sql)).toEqual({ ok: true });
    for (const { kind, from, to } of tokensOf(sql)) {
      if (kind === 'blank') continue;
      const before = sql.slice(0, from);
      const { texts, names, digits } = nextTokens(marked, before);
      for (const text of texts) expect(text, `after ${before}`).toMatch(/^(?:[A-Z]+(?: [A-Z]+)*|[^\p{L}\p{N}]+)$/u);
      const found = sql.slice(from, to);
      const isText = texts.some(
        (text) => text.split(' ')[0] === found || found.startsWith(text) || text.startsWith(found),
      );
      expect(isText || names.length > 0 || digits, `${found} after ${before}`).toBe(true);
    }
  });

  it('knows when the text may end', () => {
    expect(nextTokens(marked, 'SELECT 1').end).toBe(true);
    expect(nextTokens(marked, 'SELECT 1 ').end).toBe(true);
    expect(nextTokens(marked, 'SELECT').end).toBe(false);
  });

  it('knows names by what they are of', () => {
    const kindsAfter = (before: string) => nextTokens(marked, before).names.map(({ kind }) => kind);
    expect(kindsAfter('SELECT ')).toEqual(
      expect.arrayContaining(['column', 'function', 'text', 'number', 'all-columns']),
    );
    expect(kindsAfter('SELECT customers.')).toEqual(['column-of-table']);
    expect(kindsAfter('SELECT 1 FROM ')).toEqual(expect.arrayContaining(['table', 'subquery', 'function']));
    expect(kindsAfter('SELECT 1 AS ')).toEqual(['new-name']);
    expect(kindsAfter('SELECT 1::')).toEqual(['type']);
  });
});

describe('the marks', () => {
  it('leave the grammar as it is', () => {
    for (const sql of QUERIES) {
      expect(accepts(marked.grammar, sql)).toEqual({ ok: true });
      expect(accepts(marked.grammar, `${sql} nonsense`).ok).toBe(false);
    }
  });

  it('know every kind of name that the grammar has', () => {
    const kinds = new Set([...marked.marks.values()].map(({ kind }) => kind));
    const known = grammar.rules.flatMap(({ name }) => kindOfRule(name) ?? []);
    expect(kinds).toEqual(new Set([...known, 'listed']));
    expect([...kinds].sort()).toEqual(
      [
        'all-columns',
        'column',
        'column-of-table',
        'derived',
        'function',
        'listed',
        'new-name',
        'number',
        'operator',
        'prefix',
        'subquery',
        'table',
        'text',
        'type',
        'window',
      ].sort(),
    );
  });
});
