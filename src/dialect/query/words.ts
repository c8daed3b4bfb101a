import { RESERVED_WORDS } from '../../schema/names.ts';

/** Reserved in Postgres and free in the other dialects: bare, they are names there. */
const FREE_ELSEWHERE: ReadonlySet<string> = new Set(
  'user array verbose freeze analyse placing symmetric asymmetric variadic authorization similar'.split(' '),
);

/** Words of the dialects' grammars that Postgres does not reserve. */
const STRUCTURE: ReadonlySet<string> = new Set(
  `between by delete exists insert set update values over filter within escape interval duplicate ignore separator regexp
  rlike div xor glob match against rollup cube recursive straight_join sql_calc_found_rows sql_no_cache high_priority
  low_priority delayed force use index procedure call top apply pivot unpivot option replace if begin commit rollback
  transaction explain describe show key conflict nothing indexed truncate alter drop rename merge matched output
  outer`.split(/\s+/),
);

/** Words that mean something in one place only, and name columns in others. */
const CONTEXT: ReadonlySet<string> = new Set(
  `partition rows range groups unbounded preceding following current row nulls first last next sets grouping percent ties
  mode boolean language query expansion materialized mod binary sounds no action cascade restrict temporary temp view unknown
  microsecond second minute hour day week month quarter year day_hour day_minute day_second hour_minute hour_second
  minute_second year_month date time timestamp datetime signed unsigned integer int bigint smallint tinyint char varchar
  nvarchar nchar text decimal numeric float double precision real json bool blob at zone local nolock autoincrement
  utc_date utc_time utc_timestamp dual`.split(/\s+/),
);

/** Whether a bare word is part of the grammar and no name. @param word in lower case */
export function isGrammarWord(word: string): boolean {
  return (RESERVED_WORDS.has(word) && !FREE_ELSEWHERE.has(word)) || STRUCTURE.has(word);
}

/** Whether a bare word may be part of the grammar or a name. @param word in lower case */
export function isContextWord(word: string): boolean {
  return CONTEXT.has(word);
}

/** Behind these a parenthesis opens a list of columns, not a call. */
const NAMES_FOLLOW: ReadonlySet<string> = new Set([
  'into',
  'table',
  'update',
  'as',
  'references',
  'index',
  'join',
  'using',
]);

export function namesFollow(word: string): boolean {
  return NAMES_FOLLOW.has(word);
}
