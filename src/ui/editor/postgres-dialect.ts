/**
 * What the editor colours. CodeMirror's own PostgreSQL dialect lists every word of the SQL standard as a keyword,
 * `id` and `name` among them, so that ordinary columns look like syntax.
 */
import { SQLDialect } from '@codemirror/lang-sql';

export const postgresDialect = SQLDialect.define({
  keywords:
    spaced(`all alter analyze and any array as asc at begin between both by cascade case check collate column comment
  commit concurrently constraint copy create cross cube current current_date current_time current_timestamp cycle
  database declare default deferrable delete desc distinct do domain drop else end enum escape except exclude exists
  explain extension extract false fetch filter first following for foreign from full function generated grant group
  grouping groups having identity if ilike immediate in index inherits initially inner insert instead intersect into is
  isnull join lateral last leading left like limit localtime localtimestamp materialized merge natural next no not
  nothing notnull null nulls of offset on only or order ordinality outer over overlaps overriding partition preceding
  primary procedure range recursive references rename replace restrict returning revoke right rollback rollup row rows
  schema select sequence session set sets show similar some stored symmetric table tablesample temp temporary then ties
  to trailing transaction trigger true truncate type unbounded union unique unlogged update using values verbose view
  when where window with within without`),
  types:
    spaced(`bigint bigserial bit bool boolean box bytea char character cidr circle date decimal double float4 float8 inet
  int int2 int4 int8 integer interval json jsonb macaddr money numeric oid path point polygon precision real serial
  smallint smallserial text time timestamp timestamptz timetz tsquery tsvector uuid varchar varying xml zone`),
  builtin:
    spaced(`abs age array_agg avg ceil coalesce concat count cume_dist date_part date_trunc dense_rank exp first_value
  floor format generate_series greatest initcap jsonb_agg lag last_value lead least length ln log lower lpad ltrim
  make_date max min mod mode now ntile nullif percent_rank percentile_cont percentile_disc position power random rank
  regexp_replace round row_number rpad rtrim sign split_part sqrt stddev string_agg strpos substring sum to_char to_date
  to_number to_timestamp trim trunc unnest upper variance width_bucket`),
  operatorChars: '+-*/<>=~!@#%^&|`?',
  specialVar: '',
  doubleDollarQuotedStrings: true,
  slashComments: false,
  hashComments: false,
});

/** CodeMirror takes words separated by one blank each. */
function spaced(words: string): string {
  return words.replace(/\s+/g, ' ');
}
