import { beforeAll, describe, expect, it } from 'vitest';
import { accepts } from '../../grammar/accepts.ts';
import { buildGrammar } from '../../grammar/build-grammar.ts';
import { makeColumn, makeTable } from '../../grammar/testing/make-schema.ts';
import { EMPTY_SCHEMA } from '../../schema/model.ts';
import { loadParser } from '../../sql/parse-sql.ts';
import { allowedAt, isListOfTexts } from './allowed.ts';
import { Explainer } from './explain.ts';
import { markedGrammar } from './marked-grammar.ts';
import { nextTokens } from './next-tokens.ts';
import { EXAMPLE_SHOP as SHOP, textAt } from './testing/example-shop.ts';

const explainer = new Explainer(SHOP);

beforeAll(() => loadParser());

function rejectionOf(sql: string, by = explainer) {
  const explanation = by.explain(sql);
  if (explanation.kind !== 'rejected') throw new Error(`${explanation.kind}: ${sql}`);
  const { canonical, rejection } = explanation;
  return { ...rejection, canonical, found: textAt(canonical, rejection.place) };
}

describe('what Postgres has and the model cannot write', () => {
  it('is marked where the grammar gives up, with what it has there', () => {
    expect(rejectionOf('select pg_sleep(1), name from customers')).toMatchObject({
      canonical: 'SELECT PG_SLEEP(1), customers.name FROM customers',
      found: 'PG_SLEEP',
      reason: { kind: 'function', name: 'PG_SLEEP', nearest: null },
      allowed: [{ kind: 'names', what: 'a function', examples: expect.arrayContaining(['PG_TYPEOF', 'COUNT']) }],
      more: 0,
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
    ['select lenght(name) from customers', 'LENGHT', 'LENGTH'],
    ['select sales.fullname(name, city) from customers', 'sales.fullname', 'sales.full_name'],
    ['select fullname(name, city) from customers', 'FULLNAME', 'sales.full_name'],
    ['select sale.full_name(name, city) from customers', 'sale.full_name', 'sales.full_name'],
    ['select sales.taxs(1)', 'sales.taxs', 'sales.tax'],
    ['select * from open_order(3)', 'OPEN_ORDER', 'open_orders'],
    ['select ifnull(name, city) from customers', 'IFNULL', 'COALESCE'],
    ['select len(name) from customers', 'LEN', 'LENGTH'],
    ['select year(ordered_at) from orders', 'YEAR', 'EXTRACT(YEAR FROM …)'],
    ['select sales.nonsense(1)', 'sales.nonsense', null],
  ])('%j calls a function that is not there; is %s, may be %s', (sql, name, nearest) => {
    const { found, reason, allowed } = rejectionOf(sql);
    expect(found).toBe(name);
    expect(reason).toEqual({ kind: 'function', name, nearest });
    const [functions] = allowed;
    if (nearest?.match(/^[\w.]+$/)) expect(functions?.kind === 'names' && functions.examples[0]).toBe(nearest);
  });

  it.each([
    ['select abs(1, 2)', ',', 'ABS', '1', ')'],
    ['select round(1, 2, 3)', ',', 'ROUND', '1 or 2', ')'],
    ['select concat_ws(1)', ')', 'CONCAT_WS', 'at least 2', ','],
    ['select now(1)', '1', 'NOW', 'no', ')'],
    ["select tax('a', 2)", ',', 'tax', '1', ')'],
    ["select sales.tax(1, 2, 'a', 4)", ',', 'sales.tax', '1 to 3', ')'],
    ['select sales.full_name(name) from customers', ')', 'sales.full_name', '2', ','],
    ["select date_trunc('day') from orders", ')', 'DATE_TRUNC', '2 or 3', ','],
    ['select count(id, total) from orders', ',', 'COUNT', '1', ')'],
    ['select string_agg(distinct name) from customers', ')', 'STRING_AGG', '2', ','],
    ['select lag(id, 1, 0, 5) over () from orders', ',', 'LAG', '1 to 3', ')'],
    ['select * from open_orders(1, 2)', ',', 'open_orders', '1', ')'],
  ])('%j has a wrong number of arguments', (sql, found, name, takes, sign) => {
    expect(rejectionOf(sql)).toMatchObject({
      found,
      reason: { kind: 'arguments', function: name, takes },
      allowed: [{ kind: 'text', text: sign }],
      more: 0,
    });
  });

  it('has the columns of its own FROM for arguments that are not there', () => {
    const { reason, allowed } = rejectionOf('select sum() from returns');
    expect(reason).toEqual({ kind: 'arguments', function: 'SUM', takes: '1' });
    expect(allowed).toEqual([
      {
        kind: 'names',
        what: 'a column',
        examples: ['returns.id', 'returns.order_id', 'returns.product_id', 'returns.reason'],
        more: expect.any(Number),
      },
    ]);
  });

  it.each([
    ['select name::macaddr from customers', { kind: 'type', name: 'macaddr' }],
    ["select fn from json_to_recordset('[]') as t(fn text)", { kind: 'name', name: 'fn' }],
    ['select row_number() from orders', { kind: 'missing', text: 'OVER' }],
    ['select name collate "de-x-icu" from customers', { kind: 'other' }],
  ])('%j has another reason', (sql, reason) => expect(rejectionOf(sql).reason).toEqual(reason));

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
    const { allowed, more } = rejectionOf('select mode() within group (order by id) over () from orders');
    expect(allowed).toHaveLength(12);
    expect(more).toBeGreaterThan(0);
  });
});

describe('a schema with an enum', () => {
  const tickets = makeTable({ name: 'tickets', columns: { id: 'integer', note: 'text' } });
  const ofMood = (name: string, type: string, allowedValues: readonly string[]) => ({
    ...makeColumn(name, 'text'),
    type,
    allowedValues,
  });
  const MOODY = {
    ...EMPTY_SCHEMA,
    tables: [
      {
        ...tickets,
        columns: [...tickets.columns, ofMood('mood', 'mood', ['sad', 'ok']), ofMood('moods', 'mood[]', [])],
      },
    ],
    enums: [{ namespace: 'public', name: 'mood', labels: ['sad', 'ok'] }],
  };
  const moody = new Explainer(MOODY);

  it.each(['select id::macaddr from tickets', "select 'x'::macaddr from tickets"])('%j has no such type', (sql) => {
    const { reason, allowed } = rejectionOf(sql, moody);
    expect(reason).toEqual({ kind: 'type', name: 'macaddr' });
    expect(allowed).toEqual([
      {
        kind: 'names',
        what: 'a type',
        examples: expect.arrayContaining(['integer', 'text']),
        more: expect.any(Number),
      },
    ]);
  });

  it('has the enum for a type, although no other text is cast to it', () => {
    expect(rejectionOf("select 'glad'::mood", moody)).toMatchObject({ found: 'mood', reason: { kind: 'other' } });
  });

  it('names its texts where no other can stand', () => {
    const { found, reason, allowed } = rejectionOf("select id from tickets where moods[1] = 'glad'", moody);
    expect(found).toBe("'glad'");
    expect(reason).toEqual({ kind: 'listed-text' });
    expect(allowed).toEqual([{ kind: 'names', what: 'one of', examples: ["'sad'", "'ok'"], more: 0 }]);
  });

  it.each([
    ['SELECT tickets.id FROM tickets WHERE tickets.mood = ', true],
    ['SELECT tickets.id FROM tickets WHERE tickets.note = ', false],
    ['SELECT ', false],
  ])('after %j, its texts are all that can stand there: %s', (before, isAll) => {
    const marked = markedGrammar(buildGrammar(MOODY));
    const next = nextTokens(marked, before);
    const allowed = allowedAt(marked, before, '', next, { columns: [], inReach: [], hasDerived: false });
    expect(allowed.some(isListOfTexts)).toBe(isAll);
    expect(allowed.some((each) => each.kind === 'names' && each.what === 'a text in quotes')).toBe(!isAll);
  });
});

describe('joins where only declared keys are joined along', () => {
  const strict = new Explainer(SHOP, { joins: 'keys' });

  it.each([
    ['select 1 from customers c join orders o on o.customer_id > c.id', '>', ['orders.customer_id = customers.id']],
    ['select 1 from customers c join orders o using (id)', 'USING', ['orders.customer_id = customers.id']],
    ['select 1 from customers c cross join orders o', 'CROSS', ['orders.customer_id = customers.id']],
    [
      'select 1 from returns join order_items i on i.order_id = returns.order_id',
      'FROM',
      ['returns.order_id = order_items.order_id AND returns.product_id = order_items.product_id'],
    ],
    [
      'select 1 from customers join products on true',
      'TRUE',
      expect.arrayContaining(['orders.customer_id = customers.id']),
    ],
  ])('%j is told by the keys that there are', (sql, found, examples) => {
    const rejection = rejectionOf(sql, strict);
    expect(rejection.reason).toEqual({ kind: 'join' });
    if (found !== 'FROM') expect(rejection.found).toBe(found);
    expect(rejection.allowed).toEqual([{ kind: 'names', what: 'a declared key', examples, more: 0 }]);
  });

  it('has other reasons elsewhere', () => {
    const sql = 'select 1 from customers c join orders o on o.customer_id = c.id where pg_sleep(1) is null';
    expect(rejectionOf(sql, strict).reason.kind).toBe('function');
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
