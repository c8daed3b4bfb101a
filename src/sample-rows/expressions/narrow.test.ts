import { describe, expect, test } from 'vitest';
import type { Operand } from './ast.ts';
import { type Limits, noLimits } from './limits.ts';
import { narrow } from './narrow.ts';
import { parseExpression } from './parse.ts';

function limitsOf(text: string, row: Readonly<Record<string, Operand>> = {}): Limits {
  const limits = noLimits();
  const condition = parseExpression(text);
  if (!condition) return expect.fail(`not understood: ${text}`);
  narrow(limits, condition, 'x', {
    operand: (column) => row[column],
    text: () => undefined,
    kind: (column) => (column.endsWith('_on') ? 'date' : 'number'),
  });
  return limits;
}

describe('a condition narrows', () => {
  test.each<[string, Partial<Limits>]>([
    ['(x > 3)', { min: 3, minExcluded: true }],
    ['(3 >= x)', { max: 3, maxExcluded: false }],
    ['((x + 2) <= 5)', { max: 3 }],
    ['((10 - x) < 4)', { min: 6, minExcluded: true }],
    ['((x * 2) > 8)', { min: 4 }],
    ['((- x) < 3)', { min: -3 }],
    ['(abs(x) <= 5)', { min: -5, max: 5 }],
    ['((x % 5) = 0)', { step: 5 }],
    ['(x = ANY (ARRAY[1, 2]))', { allowed: [1, 2] }],
    ['(x <> ALL (ARRAY[1, 2]))', { excluded: [1, 2] }],
    ['(length((x)::text) >= 3)', { minLength: 3 }],
    ['(char_length(x) < 9)', { maxLength: 8 }],
    ['(x = lower(x))', { letterCase: 'lower' }],
    ['(x IS NOT NULL)', { presence: 'present' }],
    ["(jsonb_typeof(x) = 'array'::text)", { jsonKind: 'array' }],
    ["(date_trunc('hour'::text, x) = x)", { step: 3_600_000 }],
    ["(x >= '2024-01-01'::date)", { min: Date.UTC(2024, 0) }],
    ['(EXTRACT(year FROM x) = (2020)::numeric)', { min: Date.UTC(2020, 0), max: Date.UTC(2021, 0), maxExcluded: true }],
  ])('%s', (text, expected) => expect(limitsOf(text)).toMatchObject(expected));

  test('by what else is in the row', () => {
    expect(limitsOf('(x > (y + 1))', { y: 4 })).toMatchObject({ min: 5 });
    expect(limitsOf('(x_on >= y)', { y: 4 })).toMatchObject({ min: Number.NEGATIVE_INFINITY });
    expect(limitsOf('(y < x)', { y: null })).toMatchObject({ min: Number.NEGATIVE_INFINITY });
  });
});
