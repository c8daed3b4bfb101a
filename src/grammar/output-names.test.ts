import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isListName, isOutputName, listName, outputName, singleWordNames } from './output-names.ts';
import { SHOP, STAFF } from './testing/example-schemas.ts';

test('an alias that the grammar has stays as it is', () => {
  for (const alias of ['order_count', 'top_10_share', 'total', 'reason', 'products']) {
    expect(outputName(alias, SHOP)).toBe(alias);
  }
});

test('any other becomes one that it has', () => {
  expect(outputName('Total Sales', SHOP)).toBe('total_sales');
  expect(outputName('orderTotal', SHOP)).toBe('ordertotal_1');
  expect(outputName('foo', SHOP)).toBe('foo_1');
  expect(outputName('Größe (cm)', SHOP)).toBe('gro_e_cm');
  expect(outputName('1st', SHOP)).toBe('n_1st');
  expect(outputName('数量', SHOP)).toBe('value');
  expect(outputName('', SHOP)).toBe('value');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (alias) => isOutputName(outputName(alias, STAFF), STAFF)));
});

test('in a list no name begins as reserved words do', () => {
  expect(outputName('current_date', SHOP)).toBe('current_date_1');
  expect(outputName('current_stock', SHOP)).toBe('current_stock');
  for (const name of ['customer_id', 'cu1_x', 'symbol_no', 'second_best', 'status', 'c']) {
    expect(listName(name, SHOP)).toBe(name);
  }
  expect(listName('current_date', SHOP)).toBe('n_current_date');
  expect(listName('Cursor', SHOP)).toBe('n_cursor');
  expect(listName('c_no', SHOP)).toBe('n_c_no');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (alias) => isListName(listName(alias, STAFF), STAFF)));
});

test('a keyword among the words of the schema is none', () => {
  const words = singleWordNames(STAFF);
  expect(words).toContain('remote');
  for (const keyword of ['user', 'select', 'order']) expect(words).not.toContain(keyword);
  expect(words).toEqual([...new Set(words)].sort());
});
