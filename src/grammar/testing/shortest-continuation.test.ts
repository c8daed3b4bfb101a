import { describe, expect, test } from 'vitest';
import { accepts } from '../accepts.ts';
import { buildGrammar } from '../build-grammar.ts';
import { charClassExcept, choice, createGrammar, reference, rule, sequence, zeroOrMore } from '../rule-tree.ts';
import { SHOP_QUERIES } from './corpus.ts';
import { SHOP } from './example-schemas.ts';
import { shortestContinuation } from './shortest-continuation.ts';

describe('the shortest continuation', () => {
  const shop = buildGrammar(SHOP);

  test('ends what is open, from the innermost outwards', () => {
    expect(shortestContinuation(shop, 'SELECT customers.na')).toBe('me');
    expect(shortestContinuation(shop, "SELECT 'abc")).toBe("'");
    expect(shortestContinuation(shop, 'SELECT LEFT(customers.name')).toMatch(/^, .\)$/);
    expect(shortestContinuation(shop, 'SELECT * FROM (SELECT * FROM customers')).toBe(') AS q1');
    expect(shortestContinuation(shop, 'SELECT * FROM customers WHERE ((customers.id')).toBe('))');
  });

  test('is empty for what may end, and null for what cannot go on', () => {
    expect(shortestContinuation(shop, 'SELECT * FROM customers')).toBe('');
    expect(shortestContinuation(shop, 'SELECT nothing')).toBeNull();
    expect(shortestContinuation(shop, 'SELECT * FROM customers;')).toBeNull();
  });

  test('exists for every beginning of an accepted query, and makes it one', () => {
    for (const sql of SHOP_QUERIES.filter((_, index) => index % 7 === 0)) {
      const characters = [...sql];
      for (let length = 0; length <= characters.length; length += 3) {
        const beginning = characters.slice(0, length).join('');
        const rest = shortestContinuation(shop, beginning);
        expect(rest, beginning).not.toBeNull();
        expect(accepts(shop, beginning + rest), beginning).toEqual({ ok: true });
      }
    }
  });

  test('finds the shortest of several ways, through rules that call themselves', () => {
    const grammar = createGrammar('root', [
      rule('root', reference('list'), choice('.', '!!!')),
      rule(
        'list',
        choice('long word', sequence('(', reference('list'), ')'), sequence('x', zeroOrMore(charClassExcept('.')))),
      ),
    ]);
    expect(shortestContinuation(grammar, '')).toBe('x.');
    expect(shortestContinuation(grammar, '((')).toBe('x)).');
    expect(shortestContinuation(grammar, 'lo')).toBe('ng word.');
  });
});
