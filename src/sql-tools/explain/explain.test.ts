import { beforeAll, describe, expect, it } from 'vitest';
import { makeSchema } from '../../grammar/testing/make-schema.ts';
import { EMPTY_SCHEMA } from '../../schema/model.ts';
import { loadParser } from '../../sql/parse-sql.ts';
import { type ExplainOptions, type Explanation, MAX_EXPLAINED_CHARACTERS } from '../contract.ts';
import { Explainer } from './explain.ts';
import { markedIn, EXAMPLE_SHOP as SHOP } from './testing/example-shop.ts';

const explainer = new Explainer(SHOP);

beforeAll(() => loadParser());

function explain(sql: string): Explanation {
  return explainer.explain(sql);
}

function only(...names: string[]): ExplainOptions {
  return { tables: SHOP.tables.filter(({ namespace, name }) => namespace === 'public' && names.includes(name)) };
}

describe('what the model can write', () => {
  it('is shown in its canonical spelling', () => {
    expect(explain('select name from customers c where c.id=3;')).toEqual({
      kind: 'accepted',
      canonical: 'SELECT customers.name FROM customers WHERE customers.id = 3',
      isCanonical: false,
      renamed: [],
    });
  });

  it('is taken as it is when it is canonical, whatever blanks are around it', () => {
    const canonical = 'SELECT COUNT(*) FROM orders';
    expect(explain(`\n${canonical} `)).toEqual({ kind: 'accepted', canonical, isCanonical: true, renamed: [] });
  });

  it.each(['SELECT orders.id FROM customers', 'SELECT MAX(COUNT(*)) FROM orders'])(
    '%j is all the same to the grammar, though Postgres will refuse it',
    (sql) => expect(explain(sql)).toEqual({ kind: 'accepted', canonical: sql, isCanonical: true, renamed: [] }),
  );

  it('may have more than one closing semicolon, as Postgres has it', () => {
    expect(explain('; select 1;;')).toMatchObject({ kind: 'accepted', canonical: 'SELECT 1' });
  });

  it('depends on what it may do', () => {
    const sql = 'delete from returns where id = 1';
    expect(explain(sql)).toMatchObject({ kind: 'rejected' });
    expect(new Explainer(SHOP, { writes: true }).explain(sql)).toMatchObject({ kind: 'accepted' });
  });
});

describe('a text that is no query of this schema', () => {
  it.each(['', ' \n', '-- nothing yet', '/* nor here */', ';', ' ;; -- over\n;'])('%j is empty', (sql) => {
    expect(explain(sql)).toEqual({ kind: 'empty' });
  });

  it('may be too long', () => {
    const sql = `SELECT '${'x'.repeat(MAX_EXPLAINED_CHARACTERS)}'`;
    expect(explain(sql)).toEqual({ kind: 'too-long', characters: sql.length, limit: MAX_EXPLAINED_CHARACTERS });
  });

  it.each([
    ['selct 1', { kind: 'syntax', message: 'syntax error at or near "selct"', place: 'selct' }],
    ['select (1', { kind: 'syntax', message: 'syntax error at end of input', place: '' }],
    ["select '🙂' from from orders", { kind: 'syntax', message: 'syntax error at or near "from"', place: 'from' }],
    ['select 1; select 2', { kind: 'several-statements', place: 'select' }],
    [
      'select nme from customers',
      { kind: 'unknown-name', message: 'There is no column "nme".', hint: 'Did you mean name?', place: 'nme' },
    ],
    [
      'select c.zzzzzz from customers c',
      { kind: 'unknown-name', message: 'There is no column "c.zzzzzz".', hint: null, place: 'c.zzzzzz' },
    ],
    [
      'select * from ordrs',
      { kind: 'unknown-name', message: 'There is no table "ordrs".', hint: 'Did you mean orders?', place: 'ordrs' },
    ],
    ['select id from orders for update', { kind: 'unsupported', message: /^FOR UPDATE.* cannot be written here/ }],
    ['select $1', { kind: 'unsupported', reason: 'There is no value for it.', place: '$1' }],
  ])('%j says what is wrong and where', (sql, expected) => {
    const { message, ...rest } = expected as { message?: string | RegExp };
    const explanation = explain(sql);
    expect(markedIn(sql, explanation)).toMatchObject(rest);
    if (message) expect(explanation).toHaveProperty('message', expect.stringMatching(message));
  });

  it('may be nested deeper than there is room for', () => {
    const sum = Array.from({ length: 4_900 }, () => '1').join(' + ');
    expect(explain(`select ${sum}`)).toMatchObject({ kind: 'unsupported', place: null });
  });

  it('may name a table that exists and is left out', () => {
    const sql = 'select count(*) from archive.orders';
    const explanation = new Explainer(SHOP, only('customers', 'orders')).explain(sql);
    expect(markedIn(sql, explanation)).toEqual({
      kind: 'left-out-table',
      table: 'archive.orders',
      place: 'archive.orders',
    });
  });
});

describe('the columns of the result', () => {
  it.each([
    ['select 1 as total', []],
    ['select 1 as "Total €", 2 as m, name as n from customers', ['"Total €" → total', 'm → m_1']],
    ['select x.* from (select name as "Kunde", id from customers) x', ['"Kunde" → kunde_1']],
    ['select count(*), 1 + 1, name from customers group by name', []],
    ['select "Total" from (select 1 as "Total") t', ['"Total" → total']],
    ['select 1 as foo union select 2 as bar', ['foo → foo_1']],
    ['with t as (select 1 as foo) select count(*) from t', []],
    ['table customers', []],
    ['select from customers', []],
  ])('%s: those that change are told', (sql, expected) => {
    const explanation = explain(sql);
    const renamed = explanation.kind === 'accepted' ? explanation.renamed : null;
    expect(renamed?.map(({ from, to }) => `${from} → ${to}`)).toEqual(expected);
  });

  it.each([
    'insert into returns (id) values (1) returning id as foo',
    'update returns set id = 1 returning id as foo',
    'delete from returns returning id as foo',
  ])('%s: those of RETURNING too', (sql) => {
    expect(new Explainer(SHOP, { writes: true }).explain(sql)).toMatchObject({
      kind: 'accepted',
      renamed: [{ from: 'foo', to: 'foo_1' }],
    });
  });
});

describe('Explainer', () => {
  it('needs a table', () => {
    expect(() => new Explainer(EMPTY_SCHEMA)).toThrow(expect.objectContaining({ code: 'ask/empty-schema' }));
  });

  it('is quick on a large schema', () => {
    const columns = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`column_${index}`, 'text'] as const));
    const large = new Explainer(
      makeSchema(Array.from({ length: 200 }, (_, index) => ({ name: `table_${index}_entries`, columns }))),
    );
    const sql = 'select pg_sleep(1) from table_7_entries';
    expect(large.explain(sql)).toMatchObject({ kind: 'rejected' });
    const started = performance.now();
    large.explain(sql);
    // About 10 ms on an idle machine.
    expect(performance.now() - started).toBeLessThan(500);
  });
});
