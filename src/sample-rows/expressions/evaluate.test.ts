import { describe, expect, test } from 'vitest';
import type { Operand } from './ast.ts';
import { evaluate } from './evaluate.ts';
import { parseCheck, parseExpression } from './parse.ts';

/** What a condition, as Postgres prints it, says of a row; undefined for “not known”. */
function judge(text: string, row: Readonly<Record<string, Operand>> = {}): Operand | undefined {
  const expression = parseExpression(text);
  if (!expression) return expect.fail(`not understood: ${text}`);
  return evaluate(expression, {
    operand: (column) => row[column],
    text: (column) => (row[column] === null ? null : String(row[column])),
    kind: (column) => (column.endsWith('_on') ? 'date' : 'other'),
  });
}

const JAN_1 = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

describe('conditions as pg_get_constraintdef prints them', () => {
  test.each<[string, Readonly<Record<string, Operand>>, Operand | undefined]>([
    [
      "((status)::text = ANY ((ARRAY['new'::character varying, 'paid'::character varying])::text[]))",
      { status: 'paid' },
      true,
    ],
    ["((status)::text <> ALL (ARRAY['a'::text, 'b'::text]))", { status: 'b' }, false],
    ['((price >= (0)::numeric) AND (price < 1.5))', { price: 1.4 }, true],
    ['((price >= (0)::numeric) AND (price < 1.5))', { price: null }, null],
    ['((a IS NOT NULL) OR (b IS NULL))', { a: null, b: 1 }, false],
    ['(num_nonnulls(a, b, c) = 1)', { a: null, b: 1, c: null }, true],
    ['(((a IS NULL))::integer + ((b IS NULL))::integer = 1)', { a: 1, b: null }, true],
    ["((code)::text ~ '^[A-Z]{2}\\d+$'::text)", { code: 'PT351' }, true],
    ["(code !~~ 'x%'::text)", { code: 'x1' }, false],
    ["(code ~ similar_to_escape('#[0-9A-F]{2}'::text))", { code: '#0F' }, true],
    ["(day_on > '2023-12-31'::date)", { day_on: JAN_1 }, true],
    ['(end_on = (start_on + 28))', { start_on: JAN_1, end_on: JAN_1 + 28 * DAY }, true],
    ['((end_on - start_on) <= 7)', { start_on: JAN_1, end_on: JAN_1 + 8 * DAY }, false],
    ['(EXTRACT(dow FROM day_on) = (1)::numeric)', { day_on: JAN_1 }, true],
    ["(TRIM(BOTH FROM name) <> ''::text)", { name: '  ' }, false],
    ["(POSITION(('@'::text) IN (mail)) > 1)", { mail: 'a@b' }, true],
    ['(CASE WHEN (kind = 1) THEN (a > 0) ELSE (a = 0) END)', { kind: 2, a: 0 }, true],
    ['(a IS DISTINCT FROM b)', { a: null, b: null }, false],
    ['((0.1 + 0.2) = 0.3)', {}, true],
    ['(- n) < 3', { n: -2 }, true],
    ['(name > other)', { name: 'b', other: 'a' }, undefined],
    ['(own_function(a) = 1)', { a: 1 }, undefined],
    ['((own_function(a) = 1) OR (a = 1))', { a: 1 }, true],
  ])('%s', (text, row, expected) => expect(judge(text, row)).toBe(expected));

  test('are taken out of their CHECK', () => {
    expect(parseCheck('CHECK ((a > 0)) NOT VALID')).toEqual(parseExpression('a > 0'));
    expect(parseCheck('UNIQUE (a)')).toBeUndefined();
  });

  test('are left alone where they go beyond', () => {
    for (const text of ['a[1] = 2', '(ROW(a, b) = c).d', 'a > ', "'unclosed", 'count(*) OVER ()', 'a { b']) {
      expect(parseExpression(text)).toBeUndefined();
    }
  });
});
