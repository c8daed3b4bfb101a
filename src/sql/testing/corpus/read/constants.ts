import type { ReadEntry } from '../entry.ts';

export const CONSTANTS: readonly ReadEntry[] = [
  {
    sql: String.raw`SELECT E'line\nbreak', E'tab\there', E'it\'s', E'back\\slash', E'\x41\101\u00e9', 'C:\temp', e'plain'`,
    database: 'shop',
    features: ['escape-string', 'no-from'],
    ordered: true,
  },
  {
    sql: String.raw`SELECT id, message FROM alerts WHERE message LIKE E'%C:\\\\fog' OR message = E'Link to \'Summit_2\' lost'`,
    database: 'telemetry',
    features: ['escape-string', 'like'],
  },
  {
    sql: `SELECT $$it's "fine"$$ AS a, $tag$dollar $$ inside$tag$ b, $$$$ AS empty_text, length($x$\\n$x$)`,
    database: 'shop',
    features: ['dollar-string', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT name FROM customers WHERE name IN ('Lucía García', 'Hugo Lefèvre', 'João Pereira') OR city = 'São Paulo'`,
    database: 'shop',
    features: ['unicode-text', 'in-list'],
  },
  {
    sql: `SELECT 'Ünïcödé ✓ 日本語 🙂', length('日本語'), upper('straße'), 'نص'`,
    database: 'shop',
    features: ['unicode-text', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT 'one '
  'two' AS joined, 'x'

'y'`,
    database: 'shop',
    features: ['string-continuation', 'odd-spacing'],
    ordered: true,
  },
  {
    sql: String.raw`SELECT U&'d\0061t\+000061', U&'!0041' UESCAPE '!', U&"id" FROM jobs WHERE id = 1`,
    database: 'hr',
    features: ['unicode-escape'],
    ordered: true,
  },
  {
    sql: `SELECT 0x1F, 0o17, 0b101, 1_000_000, .5, 5., 1.50, 1e-2, 2.5E+3, 12345678901234567890, 007`,
    database: 'shop',
    features: ['number-spelling', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT -0.5, - .25, -1e3, 3.0 * -.5, -2147483648, -9223372036854775808 + 1 < 0`,
    database: 'shop',
    features: ['number-spelling', 'unary-operator'],
    ordered: true,
  },
  {
    sql: `SELECT B'1010' | B'0101', X'1F', B'1' || b'0', bit_count(B'1011'), '101'::bit(3), B'101'::int`,
    database: 'shop',
    features: ['bit-string', 'bitwise'],
    ordered: true,
  },
  {
    sql: `SELECT true, FALSE, Null, 't'::boolean, 'no'::bool, NULL::text IS NULL, (NULL::int)`,
    database: 'shop',
    features: ['cast-operator', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT 'isn''t', '''', '''quoted''', '"double"', '', ' blank ', 'semi;colon', '-- no comment', '/* nor this */', 'a,b(c)'`,
    database: 'shop',
    features: ['no-from', 'string-function'],
    ordered: true,
  },
  {
    sql: `SELECT name FROM sales.customers WHERE name = '"Quoted" Ltd' OR name LIKE '%&%'`,
    database: 'telemetry',
    features: ['namespace', 'like'],
  },
];
