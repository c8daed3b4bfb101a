import { describe, expect, it } from 'vitest';
import type { SchemaFunction } from '../../schema/model.ts';
import { signature } from './signature.ts';

const TAX: SchemaFunction = {
  namespace: 'public',
  name: 'tax',
  kind: 'scalar',
  argumentTypes: ['numeric', 'character varying'],
  requiredArguments: 2,
  isVariadic: false,
  resultType: 'numeric',
  outputColumns: [],
  comment: null,
};

describe('signature', () => {
  it.each<[Partial<SchemaFunction>, string]>([
    [{}, 'tax(numeric, varchar) → numeric'],
    [{ requiredArguments: 1 }, 'tax(numeric[, varchar]) → numeric'],
    [{ requiredArguments: 0 }, 'tax([numeric, varchar]) → numeric'],
    [{ argumentTypes: [], requiredArguments: 0 }, 'tax() → numeric'],
    [{ namespace: 'shop', name: 'Größe' }, 'shop."Größe"(numeric, varchar) → numeric'],
    [{ argumentTypes: ['integer', 'text[]'], isVariadic: true }, 'tax(integer, text …) → numeric'],
    [{ kind: 'aggregate', argumentTypes: [], requiredArguments: 0 }, 'tax(*) → numeric'],
    [
      { kind: 'set', resultType: 'record', outputColumns: ['id', 'name'] },
      'tax(numeric, varchar) → rows of (id, name)',
    ],
    [{ kind: 'set', resultType: 'orders' }, 'tax(numeric, varchar) → rows of orders'],
  ])('%j', (change, expected) => {
    expect(signature({ ...TAX, ...change })).toBe(expected);
  });
});
