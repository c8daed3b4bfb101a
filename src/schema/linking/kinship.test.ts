import { describe, expect, test } from 'vitest';
import { stem } from '../stem.ts';
import { CLEAR_KINSHIP, kinship } from './kinship.ts';

const likeness = (a: string, b: string) => kinship(stem(a), stem(b));

describe('kinship', () => {
  test.each([
    ['order', 'orders'],
    ['categories', 'category'],
  ])('%s is %s', (a, b) => {
    expect(likeness(a, b)).toBe(1);
  });

  test.each([
    ['clients', 'customer'],
    ['bought', 'purchases'],
    ['departmental', 'departments'],
    ['categorias', 'categories'],
    ['staff', 'employees'],
  ])('%s is clearly akin to %s', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(CLEAR_KINSHIP);
    expect(likeness(b, a)).toBe(likeness(a, b));
  });

  test.each([
    ['quantity', 'qty'],
    ['department', 'dept'],
    ['account', 'acct'],
    ['amount', 'amt'],
    ['customer', 'cust'],
    ['employee', 'emp'],
    ['address', 'addr'],
    ['manager', 'mgr'],
    ['users', 'username'],
    ['customers', 'sbcustomer'],
    ['items', 'orderitems'],
  ])('%s may be %s, but that alone does not show what a question is about', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThan(0);
    expect(likeness(a, b)).toBeLessThan(CLEAR_KINSHIP);
    expect(likeness(b, a)).toBe(likeness(a, b));
  });

  test.each([
    ['card', 'car'],
    ['international', 'internet'],
    ['comment', 'cat'],
    ['date', 'data'],
    ['order', 'older'],
    ['name', 'nm'],
  ])('%s has nothing to do with %s', (a, b) => {
    expect(likeness(a, b)).toBe(0);
  });
});
