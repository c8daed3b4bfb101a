import { beforeAll, describe, expect, it } from 'vitest';
import { accepts } from '../../grammar/accepts.ts';
import { buildGrammar } from '../../grammar/build-grammar.ts';
import { SHOP as BARE_SHOP } from '../../grammar/testing/example-schemas.ts';
import { makeSchema } from '../../grammar/testing/make-schema.ts';
import { EMPTY_SCHEMA, type Schema } from '../../schema/model.ts';
import { loadParser } from '../../sql/parse-sql.ts';
import { type ExplainOptions, type Explanation, MAX_EXPLAINED_CHARACTERS, type Place } from '../contract.ts';
import { Explainer } from './explain.ts';

/** With the texts that an order's status takes. */
const SHOP: Schema = {
  ...BARE_SHOP,
  tables: BARE_SHOP.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) =>
      column.name === 'status' ? { ...column, allowedValues: ['open', 'paid', 'sent'] } : column,
    ),
  })),
};
const explainer = new Explainer(SHOP);

beforeAll(() => loadParser());

function explain(sql: string): Explanation {
  return explainer.explain(sql);
}

function only(...names: string[]): ExplainOptions {
  return { tables: SHOP.tables.filter(({ namespace, name }) => namespace === 'public' && names.includes(name)) };
}

/** The explanation, with the text at its place instead of the place. */
function marked(sql: string, explanation: Explanation): object {
  return 'place' in explanation ? { ...explanation, place: textAt(sql, explanation.place) } : explanation;
}

function textAt(sql: string, place: Place | null): string | null {
  return place && sql.slice(place.from, place.to);
}

function rejectionOf(sql: string, by = explainer) {
  const explanation = by.explain(sql);
  if (explanation.kind !== 'rejected') throw new Error(`${explanation.kind}: ${sql}`);
  const { canonical, rejection } = explanation;
  return { ...rejection, canonical, found: textAt(canonical, rejection.place) };
}

describe('what the model can write', () => {
  it('is shown in its canonical spelling', () => {
    expect(explain('select name from customers c where c.id=3;')).toEqual({
      kind: 'accepted',
      canonical: 'SELECT customers.name FROM customers WHERE customers.id = 3',
      isCanonical: false,
      caveat: null,
    });
  });

  it('is taken as it is when it is canonical, whatever blanks are around it', () => {
    const canonical = 'SELECT COUNT(*) FROM orders';
    expect(explain(`\n${canonical} `)).toEqual({ kind: 'accepted', canonical, isCanonical: true, caveat: null });
  });

  it('may yet be something that Postgres refuses', () => {
    expect(explain('SELECT orders.id FROM customers')).toMatchObject({
      kind: 'accepted',
      isCanonical: true,
      caveat: '"orders" is not among the tables that are read here.',
    });
  });

  it('depends on what it may do', () => {
    const sql = 'delete from returns where id = 1';
    expect(explain(sql)).toMatchObject({ kind: 'rejected' });
    expect(new Explainer(SHOP, { writes: true }).explain(sql)).toMatchObject({ kind: 'accepted' });
  });
});

describe('a text that is no query of this schema', () => {
  it.each(['', ' \n', '-- nothing yet', '/* nor here */'])('%j is empty', (sql) => {
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
    ['select $1', { kind: 'unsupported', reason: 'There is no value for it.', place: '$' }],
    ['vacuum', { kind: 'unsupported', place: null }],
  ])('%j says what is wrong and where', (sql, expected) => {
    const { message, ...rest } = expected as { message?: string | RegExp };
    const explanation = explain(sql);
    expect(marked(sql, explanation)).toMatchObject(rest);
    if (message) expect(explanation).toHaveProperty('message', expect.stringMatching(message));
  });

  it('may be nested deeper than there is room for', () => {
    const sum = Array.from({ length: 4_900 }, () => '1').join(' + ');
    expect(explain(`select ${sum}`)).toMatchObject({ kind: 'unsupported', place: null });
  });

  it('may name a table that exists and is left out', () => {
    const sql = 'select count(*) from archive.orders';
    const explanation = new Explainer(SHOP, only('customers', 'orders')).explain(sql);
    expect(marked(sql, explanation)).toEqual({
      kind: 'left-out-table',
      table: 'archive.orders',
      place: 'archive.orders',
    });
  });
});

describe('what Postgres has and the model cannot write', () => {
  it('is marked where the grammar gives up, with what it has there', () => {
    expect(rejectionOf('select pg_sleep(1), name from customers')).toMatchObject({
      canonical: 'SELECT PG_SLEEP(1), customers.name FROM customers',
      found: 'PG_SLEEP',
      reason: { kind: 'function', name: 'PG_SLEEP' },
      allowed: expect.arrayContaining([
        expect.objectContaining({
          what: 'a column',
          examples: expect.arrayContaining(['customers.id', 'customers.name']),
        }),
        expect.objectContaining({ what: 'a function', examples: expect.arrayContaining(['PG_TYPEOF', 'COUNT']) }),
        { kind: 'names', what: 'a text in quotes', examples: ["'…'"], more: 0 },
        { kind: 'text', text: 'DISTINCT' },
      ]),
    });
  });

  it('has the nearest names first', () => {
    const [functions] = rejectionOf('select lenght(name) from customers').allowed;
    expect(functions).toMatchObject({ what: 'a function', examples: expect.arrayContaining(['LENGTH']) });
    expect(functions?.kind === 'names' && functions.examples[0]).toBe('LENGTH');
  });

  it.each([
    ["select id from orders where status = 'lost'", "'lost'"],
    ["select id from orders where status in ('paid', 'lost')", "'lost'"],
  ])('%j has a text that the column does not take', (sql, found) => {
    expect(rejectionOf(sql)).toMatchObject({ found, reason: { kind: 'listed-text' } });
    expect(rejectionOf(sql).allowed[0]).toEqual({
      kind: 'names',
      what: 'one of',
      examples: ["'open'", "'paid'", "'sent'"],
      more: 0,
    });
  });

  it('has lists that begin inside a call', () => {
    const { found, reason, allowed } = rejectionOf("select date_trunc('fortnight', ordered_at) from orders");
    expect(found).toBe("'fortnight'");
    expect(reason).toEqual({ kind: 'listed-text' });
    expect(allowed).toEqual([
      { kind: 'names', what: 'one of', examples: expect.arrayContaining(["'day'", "'month'"]), more: 0 },
    ]);
  });

  it.each([
    ['select abs(1, 2)', ',', 'ABS', ')'],
    ['select concat_ws(1)', ')', 'CONCAT_WS', ','],
    ['select now(1)', '1', 'NOW', ')'],
  ])('%j has a wrong number of arguments', (sql, found, name, sign) => {
    expect(rejectionOf(sql)).toMatchObject({ found, reason: { kind: 'arguments', function: name } });
    expect(rejectionOf(sql).allowed[0]).toEqual({ kind: 'text', text: sign });
  });

  it.each([
    'insert into returns (id) values (1)',
    'with gone as (delete from returns returning id) select id from gone',
  ])('%j writes', (sql) => {
    expect(rejectionOf(sql)).toMatchObject({
      found: /insert|delete/i.exec(sql)?.[0].toUpperCase(),
      reason: { kind: 'writes' },
    });
    expect(rejectionOf(sql).allowed).toContainEqual({ kind: 'text', text: 'SELECT' });
  });

  it('may lack something', () => {
    expect(rejectionOf('select row_number() from orders')).toMatchObject({
      found: 'FROM',
      allowed: [{ kind: 'text', text: 'OVER' }],
      more: 0,
    });
  });

  it('counts what is too much to read', () => {
    const { allowed, more } = rejectionOf('select abs(1, 2)');
    expect(allowed).toHaveLength(12);
    expect(more).toBeGreaterThan(0);
  });
});

describe('what is said to be allowed', () => {
  const grammar = buildGrammar(SHOP);
  const sqls = [
    'select pg_sleep(1), name from customers',
    "select id from orders where status = 'lost'",
    "select date_trunc('fortnight', ordered_at) from orders",
    'select abs(1, 2)',
    'select name::macaddr from customers',
    'select name collate "de-x-icu" from customers',
    'select row_number() from orders',
    'select mode() within group (order by id) over () from orders',
    'select * from pg_ls_dir(1)',
    'with gone as (delete from returns returning id) select id from gone',
    'insert into returns (id) values (1)',
  ];

  it.each(sqls)('%j: the grammar goes on with each', (sql) => {
    const { canonical, place, allowed } = rejectionOf(sql);
    const before = canonical.slice(0, place.from).trimEnd();
    const isMadeUp = (text: string) => /…|^(?:12|0\.5)$/.test(text);
    const texts = allowed.flatMap((each) =>
      each.kind === 'end' ? [] : each.kind === 'text' ? [each.text] : each.examples.filter((text) => !isMadeUp(text)),
    );
    for (const text of texts) {
      const canFollow = [before + text, `${before} ${text}`].some((beginning) => {
        const acceptance = accepts(grammar, beginning);
        return acceptance.ok || acceptance.position === beginning.length;
      });
      expect(canFollow, `${before} ${text}`).toBe(true);
    }
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
