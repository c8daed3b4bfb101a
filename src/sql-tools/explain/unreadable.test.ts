import { beforeAll, describe, expect, it } from 'vitest';
import { loadParser } from '../../sql/parse-sql.ts';
import type { ExplainOptions } from '../contract.ts';
import { Explainer } from './explain.ts';
import { markedIn, EXAMPLE_SHOP as SHOP } from './testing/example-shop.ts';

beforeAll(() => loadParser());

function explain(sql: string, options: ExplainOptions = {}): object {
  return markedIn(sql, new Explainer(SHOP, options).explain(sql));
}

describe('a statement that is no query', () => {
  const READS = 'The model only reads: all that it writes is one SELECT.';

  it.each([
    ['explain select 1', 'EXPLAIN'],
    ['Begin', 'BEGIN'],
    ['create table x (a int)', 'CREATE'],
    ['set search_path = x', 'SET'],
    ['-- tidy up\nvacuum', 'VACUUM'],
    ['merge into orders using customers on true when matched then delete', 'MERGE'],
    ['update orders set details[1] = 2', 'UPDATE'],
    ['update ordrs set id = 1', 'UPDATE'],
    ['delete from orders where current of c', 'DELETE'],
  ])('%j: the model only reads', (sql, word) => {
    expect(explain(sql)).toEqual({
      kind: 'unsupported',
      message: `${word} cannot be written here.`,
      reason: READS,
      place: sql.match(new RegExp(word, 'i'))?.[0],
    });
  });

  it('may begin as one', () => {
    expect(explain('select 1 into x')).toMatchObject({ message: 'SELECT INTO cannot be written here.', reason: READS });
  });

  it('is told what can be written where that is more', () => {
    expect(explain('vacuum', { writes: true })).toMatchObject({ reason: expect.stringMatching(/UPDATE and DELETE/) });
    expect(explain('update orders set details[1] = 2', { writes: true })).toMatchObject({
      reason: 'A whole column can be set.',
    });
  });
});

describe('a keyword that is a name of the schema', () => {
  it.each([
    ['select * from "user" where order = 1', 'order', 'order is a keyword of SQL. Did you mean the column "order"?'],
    ['select id, Select from "user"', 'Select', 'Select is a keyword of SQL. Did you mean the column "select"?'],
    ['select user.id from "user"', 'user', 'user is a keyword of SQL. Did you mean the table "user"?'],
    ['select order, id from "user"', 'order', 'order is a keyword of SQL. Did you mean the column "order"?'],
    ['select group from "user"', 'group', 'group is a keyword of SQL. Did you mean the column "group"?'],
    ['insert into user values (1)', 'user', 'user is a keyword of SQL. Did you mean the table "user"?'],
  ])('%j may lack quotes', (sql, place, hint) => expect(explain(sql)).toMatchObject({ kind: 'syntax', place, hint }));

  it.each([
    ['select * from user', 'user'],
    ['select u.id from orders o join USER u on true', 'USER'],
    ['select u.id from orders o, user u', 'user'],
  ])('%j is read as something else without them', (sql, place) => {
    expect(explain(sql)).toEqual({
      kind: 'unknown-name',
      message: `${place} is a keyword of SQL.`,
      hint: 'Did you mean the table "user"?',
      place,
    });
  });

  it.each([
    'select id from orders where order by id',
    'select , id from orders',
    'select * from all',
    'select 1 from orders order',
  ])('%j is no such mistake', (sql) => expect(explain(sql)).toMatchObject({ kind: 'syntax', hint: null }));
});

describe('what other databases and editors write', () => {
  it.each([
    ['select `name` from customers', '`', 'Names stand in double quotes here: "name".'],
    ['select [name] from customers', '[', 'Names stand in double quotes here: "name".'],
    ['select top 5 name from customers', '5', 'Write LIMIT 5 at the end instead.'],
    ['select name from customers limit 5, 10', 'limit', 'Write LIMIT 10 OFFSET 5 instead of LIMIT 5, 10.'],
    ["select id from customers where name = 'it's'", 's', "A quote within a text is doubled: 'it''s'."],
    ["select 'it's'", "'", "A quote within a text is doubled: 'it''s'."],
    ['selct name from customers', 'selct', 'Did you mean SELECT?'],
    ['select name form customers', 'form', 'Did you mean FROM?'],
    ['select name from customers wher id = 1', 'wher', 'Did you mean WHERE?'],
    ['select name from customers order name', 'name', 'BY is missing after ORDER.'],
    ['select id, from customers', 'from', 'There is a comma too many before it.'],
    ['select name from customers where name = ‘Ann’', '‘Ann’', "Texts stand in straight quotes: 'text'."],
    ['select name from customers where name = "Ann"', '"Ann"', "Did you mean the text 'Ann'?"],
    ['select 1 +', '', null],
  ])('%j', (sql, place, hint) => expect(explain(sql)).toMatchObject({ place, hint }));

  it.each([
    [
      "select name from customers where city == 'x'",
      '==',
      'The operator == cannot be written here.',
      'Did you mean =?',
    ],
    ['select id <<| id from orders', '<<|', 'The operator <<| cannot be written here.', /lists the operators/],
    ['select name::string from customers', 'string', 'The type string cannot be written here.', 'Did you mean text?'],
    ['select id::bigit from customers', 'bigit', 'The type bigit cannot be written here.', 'Did you mean bigint?'],
    ['select id::shape from customers', 'shape', 'The type shape cannot be written here.', /enums and domains/],
    ['select row(1)::orders', 'orders', 'A cast to a row type cannot be written here.', /enums and domains/],
    ["select N'x'", "N'x'", 'A text with N before it cannot be written here.', /quotes alone/],
    ['select * from information_schema.tables', 'information_schema.tables', /catalogue/, /may read the tables/],
    ['select relname from pg_class', 'pg_class', /catalogue/, /may read the tables/],
  ])('%j cannot be written', (sql, place, message, reason) => {
    expect(explain(sql)).toMatchObject({
      kind: 'unsupported',
      place,
      message: expect.stringMatching(message),
      reason: reason instanceof RegExp ? expect.stringMatching(reason) : reason,
    });
  });
});

describe('a table that the grammar leaves out', () => {
  const options = { tables: SHOP.tables.filter(({ name }) => name === 'customers') };

  it.each([
    ['select * from orders', 'orders'],
    ['select * from archive.orders', 'archive.orders'],
    ['select orders.id from customers join orders on true', 'orders'],
    ['select * from "user"', '"user"'],
  ])('%j is told as such', (sql, table) => {
    expect(explain(sql, options)).toMatchObject({ kind: 'left-out-table', table });
  });

  it('is suggested for its misspelling', () => {
    expect(explain('select * from ordrs', options)).toMatchObject({
      kind: 'unknown-name',
      hint: 'Did you mean orders?',
    });
  });
});
