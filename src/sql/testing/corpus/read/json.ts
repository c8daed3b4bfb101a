import type { ReadEntry } from '../entry.ts';

export const JSON_QUERIES: readonly ReadEntry[] = [
  {
    sql: `SELECT title, details->>'language' AS lang, details->'translator'->>'name' translator FROM books WHERE details->>'language' = 'pt'`,
    database: 'library',
    features: ['json-operator'],
  },
  {
    sql: `select title, (details->>'edition')::int as edition from books where (details ->> 'edition')::int > 2 order by edition desc`,
    database: 'library',
    features: ['json-operator', 'cast-operator', 'lower-case'],
    ordered: true,
  },
  {
    sql: `SELECT title, details#>>'{translator,name}', details #> '{ratings,0}', details->'ratings'->-1 FROM books WHERE details ? 'translator' OR details ?| array['signed','colour']`,
    database: 'library',
    features: ['json-operator', 'json-containment', 'array-constructor'],
  },
  {
    sql: `SELECT id FROM members WHERE preferences @> '{"newsletter": true}' AND NOT preferences ?& ARRAY['font', 'genres']`,
    database: 'library',
    features: ['json-containment', 'not', 'precedence'],
  },
  {
    sql: `SELECT id FROM members WHERE '{"genres": ["novel"]}'::jsonb <@ preferences ORDER BY id`,
    database: 'library',
    features: ['json-containment'],
    ordered: true,
  },
  {
    sql: `SELECT title FROM books WHERE details @? '$.ratings[*] ? (@ < 4)' AND details @@ '$.edition > 0'`,
    database: 'library',
    features: ['json-path'],
  },
  {
    sql: `SELECT title, jsonb_path_query_array(details, '$.ratings[*] ? (@ >= $min)', '{"min": 5}') fives, jsonb_path_exists(details, '$.edition'), jsonb_path_query_first(details, 'strict $.language') FROM books WHERE details ? 'language'`,
    database: 'library',
    features: ['json-path'],
  },
  {
    sql: `SELECT b.title, r.rating FROM books b, jsonb_array_elements(b.details->'ratings') AS r(rating) WHERE b."Genre" = 'poetry'`,
    database: 'library',
    features: ['json-expansion', 'lateral', 'function-in-from', 'camel-case-name', 'enum'],
  },
  {
    sql: `SELECT title, jsonb_array_length(details->'ratings') AS n, jsonb_typeof(details->'price history') FROM books WHERE jsonb_typeof(details->'ratings') = 'array'`,
    database: 'library',
    features: ['json-operator', 'json-expansion'],
  },
  {
    sql: `SELECT key, count(*) FROM books, jsonb_object_keys(details) AS k(key) GROUP BY key ORDER BY count(*) DESC, key`,
    database: 'library',
    features: ['json-expansion', 'function-in-from', 'column-alias-list'],
    ordered: true,
  },
  {
    sql: `SELECT m.id, e.key, e.value FROM members m CROSS JOIN LATERAL jsonb_each(m.preferences) e WHERE e.key <> 'newsletter' ORDER BY m.id, e.key`,
    database: 'library',
    features: ['json-expansion', 'lateral'],
    ordered: true,
  },
  {
    sql: `SELECT name, attributes['contact']['phone'], attributes['tags'][0] FROM sites WHERE attributes['power'] = '"grid"'`,
    database: 'telemetry',
    features: ['json-subscript'],
  },
  {
    sql: `SELECT (config['limits']['max'])::int - (config['limits']['min'])::int FROM devices WHERE config ? 'limits' AND serial = 'WS-0001'`,
    database: 'telemetry',
    features: ['json-subscript', 'arithmetic'],
    ordered: true,
  },
  {
    sql: `SELECT id, s.fn, s.line FROM events, jsonb_to_recordset(payload->'stack') AS s(fn text, line int) WHERE payload->>'type' = 'error' AND payload ? 'stack'`,
    database: 'telemetry',
    features: ['json-recordset', 'function-column-definition'],
  },
  {
    sql: `select x.a, x.b, x.c from json_to_recordset('[{"a":1,"b":"foo"},{"a":2,"c":[1,2],"b":null}]') as x(a int, b text, c json) order by a`,
    database: 'shop',
    features: ['json-recordset', 'function-column-definition', 'lower-case'],
    ordered: true,
  },
  {
    sql: `SELECT e.id, r.type, r.ms FROM events e, LATERAL jsonb_to_record(e.payload) AS r(type text, ms integer) WHERE jsonb_typeof(e.payload) = 'object' AND r.ms IS NOT NULL`,
    database: 'telemetry',
    features: ['json-recordset', 'function-column-definition', 'lateral'],
  },
  {
    sql: `SELECT id, raw IS JSON, raw IS JSON OBJECT AS obj, raw IS NOT JSON ARRAY AS no_array, raw IS JSON SCALAR, raw IS JSON VALUE FROM events WHERE raw IS NOT NULL`,
    database: 'telemetry',
    features: ['is-json'],
  },
  {
    sql: `SELECT raw::json->'a'->>1 FROM events WHERE raw IS JSON OBJECT`,
    database: 'telemetry',
    features: ['is-json', 'json-operator', 'cast-operator'],
    ordered: true,
  },
  {
    sql: `SELECT json_build_object('id', id, 'name', name, 'tags', attributes->'tags'), json_build_array(id, name, height_m), to_jsonb(region), to_json(opened_at) FROM sites`,
    database: 'telemetry',
    features: ['json-build'],
  },
  {
    sql: `SELECT jsonb_set(config, '{limits,max}', '35'::jsonb), jsonb_insert(config, '{sensors,0}', '"wind"'), config - 'sensors', config #- '{limits,min}', config || '{"new": 1}' FROM devices WHERE serial = 'WS-0001'`,
    database: 'telemetry',
    features: ['json-modification', 'concatenation'],
    ordered: true,
  },
  {
    sql: `SELECT jsonb_strip_nulls(attributes), jsonb_pretty(attributes), attributes - '{tags,contact}'::text[] FROM sites WHERE id IN (1, 4)`,
    database: 'telemetry',
    features: ['json-modification', 'array-literal'],
  },
  {
    sql: `SELECT id, context->>'sensor' AS sensor, (context->>'attempts')::integer FROM alerts WHERE context->>'sensor' IS NOT NULL ORDER BY 3 DESC NULLS LAST, 1`,
    database: 'telemetry',
    features: ['json-operator', 'ordinal', 'nulls-order'],
    ordered: true,
  },
  {
    sql: `SELECT payload->'stack'->0->>'fn' fn, count(*) FROM events WHERE payload @> '{"type":"error"}' GROUP BY payload->'stack'->0->>'fn'`,
    database: 'telemetry',
    features: ['json-operator', 'group-by-expression', 'json-containment'],
  },
  {
    sql: `SELECT t.tag FROM sites s CROSS JOIN jsonb_array_elements_text(s.attributes->'tags') WITH ORDINALITY AS t(tag, n) WHERE t.n = 1`,
    database: 'telemetry',
    features: ['json-expansion', 'with-ordinality'],
  },
  {
    sql: `SELECT jsonb_path_query(payload, '$.stack[*].line ? (@.type() == "number")') AS line FROM events ORDER BY line`,
    database: 'telemetry',
    features: ['json-path', 'set-function-in-select'],
    ordered: true,
  },
  {
    sql: `SELECT id, payload->>'gateway' FROM events WHERE (payload->'rssi')::int < -80 OR payload->'ms' > '800'::jsonb`,
    database: 'telemetry',
    features: ['json-operator', 'unary-operator', 'precedence'],
  },
];
