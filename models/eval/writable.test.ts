import { beforeAll, describe, expect, it } from 'vitest';
import { SHOP } from '../../src/grammar/testing/example-schemas.ts';
import { makeSchema } from '../../src/grammar/testing/make-schema.ts';
import { loadParser } from '../../src/sql/parse-sql.ts';
import type { Suite } from './suite.ts';
import { unwritableCases, whyUnwritable } from './writable.ts';

beforeAll(() => loadParser());

function why(...gold: string[]): string | null {
  return whyUnwritable({ question: 'How many customers are there?', gold }, SHOP);
}

describe('whyUnwritable', () => {
  it('is null when one of the reference queries can be written', () => {
    expect(why('select count(*) from customers')).toBeNull();
    expect(why('select pg_sleep(1)', 'select count(*) from customers')).toBeNull();
  });

  it.each([
    ['select pg_sleep(1) from customers', 'the grammar stops before “PG_SLEEP(1) FROM customers”'],
    ['select id from customers for update', 'FOR UPDATE and FOR SHARE cannot be written here.'],
    ['select nme from customers', 'There is no column "nme".'],
    ['select count(* from customers', 'syntax error at or near "from"'],
  ])('says of %j what stands in the way', (sql, expected) => {
    expect(why(sql)).toBe(expected);
  });

  it('knows that a question picks its tables', () => {
    const names = [...'abcdefghijklmnopqrs'].map((letter) => `${letter}things`).concat('lighthouses', 'ships');
    const schema = makeSchema(names.map((name) => ({ name, columns: { id: 'integer', label: 'text' } })));
    const gold = ['select count(*) from lighthouses'];
    expect(whyUnwritable({ question: 'How many lighthouses are there?', gold }, schema)).toBeNull();
    expect(whyUnwritable({ question: 'How many ships are there?', gold }, schema)).toBe(
      'the question did not pick lighthouses',
    );
  });
});

describe('unwritableCases', () => {
  it('are those of the suite, over its own schemas', async () => {
    const shared = { schema: 'boats', ordered: false };
    const suite: Suite = {
      name: 'boats',
      scripts: new Map([['boats', 'CREATE TABLE boats (id integer PRIMARY KEY, name text);']]),
      cases: [
        { ...shared, id: 'a', question: 'How many boats?', gold: ['SELECT count(*) FROM boats'] },
        { ...shared, id: 'b', question: 'Lock the boats', gold: ['SELECT id FROM boats FOR UPDATE'] },
      ],
    };
    expect(await unwritableCases(suite)).toEqual([
      {
        id: 'b',
        gold: 'SELECT id FROM boats FOR UPDATE',
        why: 'FOR UPDATE and FOR SHARE cannot be written here.',
      },
    ]);
  });
});
