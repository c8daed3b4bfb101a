import { describe, expect, it } from 'vitest';
import { SHOP } from '../../grammar/testing/example-schemas.ts';
import { makeSchema } from '../../grammar/testing/make-schema.ts';
import { grammarReach } from './grammar-reach.ts';

describe('grammarReach', () => {
  it('names the tables that have columns', () => {
    const schema = makeSchema([
      { name: 'Größen', columns: { id: 'integer' } },
      { name: 'nothing', columns: {} },
      { name: 'log', namespace: 'audit', columns: { id: 'integer' } },
    ]);
    expect(grammarReach(schema, { joins: 'any' }).tables).toEqual(['"Größen"', 'audit.log']);
  });

  it('tells which columns take the texts of a list, and not those whose list is too long for the grammar', () => {
    const schema = makeSchema([{ name: 'plants', columns: { Mood: 'text', country: 'text', note: 'text' } }], {
      Mood: ['wilting', 'well'],
      country: Array.from({ length: 200 }, (_, index) => `country ${index}`),
    });
    expect(grammarReach(schema, { joins: 'any' }).listedColumns).toEqual([
      { name: 'plants."Mood"', texts: ['wilting', 'well'] },
    ]);
  });

  it('tells how tables are joined', () => {
    const apart = makeSchema([
      { name: 'a', columns: { id: 'integer' } },
      { name: 'b', columns: { id: 'integer' } },
    ]);
    expect(grammarReach(SHOP, { joins: 'any' }).joins).toBe('any');
    expect(grammarReach(SHOP, { joins: 'keys' }).joins).toBe('keys');
    expect(grammarReach(apart, { joins: 'keys' }).joins).toBe('any-without-keys');
  });
});
