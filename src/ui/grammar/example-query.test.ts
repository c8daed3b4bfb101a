import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { arbitrarySchema } from '../../grammar/testing/arbitrary-schema.ts';
import { SHOP, STAFF } from '../../grammar/testing/example-schemas.ts';
import { makeSchema } from '../../grammar/testing/make-schema.ts';
import { EMPTY_SCHEMA } from '../../schema/model.ts';
import { canonicalSql } from '../../sql/canonical.ts';
import { loadParser } from '../../sql/parse-sql.ts';
import { Explainer } from '../../sql-tools/explain/explain.ts';
import { exampleQuery } from './example-query.ts';

beforeAll(() => loadParser());

describe('exampleQuery', () => {
  it('joins along a foreign key, and reads as people write', () => {
    expect(exampleQuery(SHOP)).toMatchInlineSnapshot(`
      "select c.name, count(*) as addresses_count
      from customers c
      join addresses a on a.customer_id = c.id
      group by c.name
      order by 2 desc
      limit 5"
    `);
  });

  it('counts rows where there is nothing to join', () => {
    const schema = makeSchema([{ name: 'Log Lines', columns: { id: 'integer', level: 'text' } }]);
    expect(exampleQuery(schema)).toBe(
      'select level, count(*)\nfrom "Log Lines"\ngroup by level\norder by 2 desc\nlimit 5',
    );
  });

  it.each([SHOP, STAFF])('can be written by the model', (schema) => {
    expect(new Explainer(schema).explain(exampleQuery(schema))).toMatchObject({ kind: 'accepted', isCanonical: false });
  });

  it('is a query of whatever schema', () => {
    fc.assert(
      fc.property(arbitrarySchema, (schema) => {
        expect(canonicalSql(exampleQuery(schema), schema).sql).toMatch(/^SELECT .* FROM /s);
      }),
      { numRuns: 50 },
    );
  });

  it('is nothing without a table', () => {
    expect(exampleQuery(EMPTY_SCHEMA)).toBe('');
  });
});
