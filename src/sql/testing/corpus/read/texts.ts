import type { ReadEntry } from '../entry.ts';

export const TEXTS: readonly ReadEntry[] = [
  {
    sql: `SELECT upper(first_name) || ' ' || initcap(lower(last_name)), length(email), left(last_name, 3), right(email, 4), reverse(first_name) FROM employees WHERE id < 4`,
    database: 'hr',
    features: ['string-function', 'concatenation'],
  },
  {
    sql: `SELECT substring(sku from 1 for 3) AS family, count(*) FROM products GROUP BY substring(sku from 1 for 3) ORDER BY family`,
    database: 'shop',
    features: ['substring-syntax', 'group-by-expression'],
    ordered: true,
  },
  {
    sql: `select substring(email from '@(.*)$'), substring(email for 3), substring(email from 5), substr(email, 2, 3), substring(email, 1, 1) from customers where id = 18`,
    database: 'shop',
    features: ['substring-syntax', 'regex', 'lower-case'],
    ordered: true,
  },
  {
    sql: `SELECT substring(sku SIMILAR '%#"[0-9]+#"%' ESCAPE '#') FROM products WHERE id = 1`,
    database: 'shop',
    features: ['substring-syntax', 'similar-to'],
    ordered: true,
  },
  {
    sql: `SELECT trim(both 'x' from 'xxhixx'), trim('  hi '), trim(leading from '  hi '), trim(trailing '.' from 'hi..'), trim('hi..', '.'), btrim('xhix','x'), ltrim(' a'), rtrim('a ')`,
    database: 'shop',
    features: ['trim-syntax', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT email, position('@' in email) - 1, strpos(email, '.') FROM customers WHERE position('.' IN email) < 5`,
    database: 'shop',
    features: ['position', 'arithmetic'],
  },
  {
    sql: `SELECT overlay(sku placing '***' from 5 for 3), overlay(sku PLACING 'X' FROM 1) FROM products WHERE id < 3`,
    database: 'shop',
    features: ['overlay'],
  },
  {
    sql: `SELECT split_part(email, '@', 1) AS login, split_part(email, '.', -1) FROM members WHERE email IS NOT NULL`,
    database: 'library',
    features: ['string-split', 'unary-operator'],
  },
  {
    sql: `SELECT word, count(*) FROM books, regexp_split_to_table(lower(title), '\\s+') AS word GROUP BY word HAVING count(*) > 1 ORDER BY 2 DESC, 1`,
    database: 'library',
    features: ['string-split', 'regex', 'function-in-from'],
    ordered: true,
  },
  {
    sql: `SELECT name, regexp_replace(name, '[aeiou]', '', 'gi'), regexp_replace(name, '(\\w+) (\\w+)', '\\2 \\1'), regexp_count(name, 'o'), regexp_substr(name, '\\d+'), regexp_like(name, '^bike', 'i'), regexp_instr(name, '[A-Z]', 2) FROM products WHERE category_id IN (6, 9)`,
    database: 'shop',
    features: ['regex'],
  },
  {
    sql: `SELECT raw, (regexp_match(raw, '(\\w+)=([^;]+)'))[2], array(select m[1] from regexp_matches(raw, '(\\w+)=', 'g') as m) FROM events WHERE raw ~ ';.*='`,
    database: 'telemetry',
    features: ['regex', 'array-subscript', 'array-subquery'],
  },
  {
    sql: `SELECT name FROM customers WHERE name ~ '^[A-L]' AND email !~ '\\.org$' AND name ~* 'o' AND city !~* '^(rome|paris)$'`,
    database: 'shop',
    features: ['regex'],
  },
  {
    sql: `SELECT lpad(id::text, 5, '0'), rpad(name, 12, '.'), repeat('*', stock % 7), replace(name, ' ', '_'), translate(name, 'aei', 'AEI'), ascii(name), chr(64 + id) FROM products WHERE id <= 5`,
    database: 'shop',
    features: ['string-function', 'cast-operator'],
  },
  {
    sql: `SELECT concat(first_name, NULL, last_name), concat_ws(', ', last_name, first_name, NULL), first_name || NULL FROM employees WHERE id = 2`,
    database: 'hr',
    features: ['string-function', 'concatenation'],
    ordered: true,
  },
  {
    sql: `SELECT format('%s earns %s (%1$s)', last_name, salary), format('%I.%L', 'Order', 'it''s'), quote_ident('select'), quote_literal('x''y'), quote_nullable(NULL) FROM employees WHERE id = 3`,
    database: 'hr',
    features: ['format'],
    ordered: true,
  },
  {
    sql: `SELECT md5('a'), encode('abc'::bytea, 'base64'), decode('414243', 'hex'), sha256('x'), length('\\x0102'::bytea), get_byte('\\xff'::bytea, 0), convert_from('\\x41', 'UTF8')`,
    database: 'shop',
    features: ['bytes', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT title FROM books WHERE search @@ to_tsquery('english', 'river & !think')`,
    database: 'library',
    features: ['text-search'],
  },
  {
    sql: `SELECT title, ts_rank(to_tsvector(body), q) AS rank, ts_headline('english', body, q, 'StartSel=<b>, StopSel=</b>') FROM documents, websearch_to_tsquery('english', 'climbing or "harbour handbook"') q WHERE to_tsvector('english', body) @@ q ORDER BY rank DESC, id`,
    database: 'telemetry',
    features: ['text-search', 'text-search-rank', 'function-in-from', 'order-by-alias'],
    ordered: true,
  },
  {
    sql: `SELECT id FROM documents WHERE to_tsvector('simple', title || ' ' || body) @@ (plainto_tsquery('simple', 'wind') || phraseto_tsquery('simple', 'salt spoil')) AND NOT to_tsvector(body) @@ to_tsquery('fog' )`,
    database: 'telemetry',
    features: ['text-search', 'concatenation', 'not'],
  },
  {
    sql: `SELECT id, setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B') FROM documents WHERE to_tsvector('english', body) @@ ('tide:* & !ridge'::tsquery) OR to_tsvector('english', body) @@ (to_tsquery('weekly') <-> to_tsquery('see'))`,
    database: 'telemetry',
    features: ['text-search', 'precedence'],
  },
  {
    sql: `SELECT name FROM sites ORDER BY name COLLATE "C" DESC, upper(region) COLLATE "unicode"`,
    database: 'telemetry',
    features: ['collate', 'order-by-expression'],
    ordered: true,
  },
  {
    sql: `SELECT min(city COLLATE "en_US"), max(city COLLATE "C") FROM customers WHERE (name COLLATE "C") < 'M' AND lower(name) > 'a' COLLATE "C"`,
    database: 'shop',
    features: ['collate'],
    ordered: true,
  },
  {
    sql: `SELECT starts_with(serial, 'WS'), serial ^@ 'CM', char_length(serial), octet_length('ção'), bit_length('ab') FROM devices ORDER BY serial`,
    database: 'telemetry',
    features: ['string-function', 'unicode-text'],
    ordered: true,
  },
];
