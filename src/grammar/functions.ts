/**
 * PostgreSQL 18's functions (documentation, chapter 9) that a query may call, by how many arguments they take. Left
 * out is what reads or changes the server itself (settings, files, locks, large objects, backends), what XML and
 * geometry need, and what needs no name (`||` for TEXTCAT).
 */

/** Functions that take equally many arguments. */
export interface FunctionGroup {
  readonly least: number;
  /** Infinity when there is no limit. */
  readonly most: number;
  readonly names: readonly string[];
}

/** One value each. */
export const SCALAR_FUNCTIONS: readonly FunctionGroup[] = [
  taking(0, 0, 'CLOCK_TIMESTAMP GEN_RANDOM_UUID NOW PI VERSION'),
  taking(0, 2, 'RANDOM'),
  taking(
    1,
    1,
    `ABS ACOS ARRAY_NDIMS ARRAY_REVERSE ASCII ASIN ATAN BIT_COUNT BIT_LENGTH CARDINALITY CBRT CEIL CEILING CHAR_LENGTH CHR COS COT DATE DEGREES ENUM_FIRST ENUM_LAST ENUM_RANGE EXP FACTORIAL
    FLOOR HOST INITCAP ISEMPTY ISFINITE JSONB_ARRAY_LENGTH JSONB_PRETTY JSONB_STRIP_NULLS JSONB_TYPEOF JSON_ARRAY_LENGTH JSON_TYPEOF
    JUSTIFY_DAYS JUSTIFY_HOURS JUSTIFY_INTERVAL LENGTH LN LOG10 LOWER LOWER_INC LOWER_INF MASKLEN MD5 OCTET_LENGTH PG_SIZE_PRETTY PG_TYPEOF QUOTE_IDENT QUOTE_LITERAL QUOTE_NULLABLE RADIANS REVERSE SCALE SHA256
    SIGN SIN SQRT TAN TO_HEX TRIM_SCALE UPPER UPPER_INC UPPER_INF`,
  ),
  taking(1, 2, 'AGE ARRAY_SORT BTRIM LOG LTRIM ROUND RTRIM TO_TIMESTAMP TO_TSVECTOR TRUNC'),
  taking(
    1,
    Number.POSITIVE_INFINITY,
    `COALESCE CONCAT FORMAT GREATEST JSONB_BUILD_ARRAY JSON_BUILD_ARRAY LEAST NUM_NONNULLS NUM_NULLS ROW`,
  ),
  taking(
    2,
    2,
    `ARRAY_APPEND ARRAY_CAT ARRAY_LENGTH ARRAY_LOWER ARRAY_PREPEND ARRAY_REMOVE ARRAY_UPPER ATAN2 CONVERT_FROM DECODE DIV ENCODE GCD GET_BYTE LCM LEFT
    MOD NULLIF POINT POWER RANGE_MERGE REPEAT RIGHT SETWEIGHT STARTS_WITH STRPOS TIMEZONE TO_CHAR TO_DATE TO_NUMBER TRIM_ARRAY`,
  ),
  taking(
    2,
    3,
    `ARRAY_FILL ARRAY_POSITION ARRAY_POSITIONS ARRAY_TO_STRING DATERANGE INT4RANGE INT8RANGE LPAD NUMRANGE REGEXP_MATCH REGEXP_SPLIT_TO_ARRAY
    RPAD STRING_TO_ARRAY SUBSTR SUBSTRING TSRANGE TSTZRANGE`,
  ),
  taking(
    2,
    4,
    'JSONB_PATH_EXISTS JSONB_PATH_MATCH JSONB_PATH_QUERY_ARRAY JSONB_PATH_QUERY_FIRST REGEXP_COUNT REGEXP_LIKE TS_HEADLINE TS_RANK WIDTH_BUCKET',
  ),
  taking(2, 6, 'REGEXP_INSTR REGEXP_SUBSTR'),
  taking(
    2,
    Number.POSITIVE_INFINITY,
    'CONCAT_WS JSONB_BUILD_OBJECT JSONB_EXTRACT_PATH JSONB_EXTRACT_PATH_TEXT JSON_BUILD_OBJECT JSON_EXTRACT_PATH_TEXT',
  ),
  taking(3, 3, 'ARRAY_REPLACE DATE_BIN MAKE_DATE MAKE_TIME REPLACE SPLIT_PART TRANSLATE'),
  taking(3, 4, 'JSONB_INSERT JSONB_SET OVERLAY'),
  taking(3, 6, 'REGEXP_REPLACE'),
  taking(6, 6, 'MAKE_TIMESTAMP'),
  taking(6, 7, 'MAKE_TIMESTAMPTZ'),
];

/** Rows; in FROM, and in a select list as well. */
export const SET_FUNCTIONS: readonly FunctionGroup[] = [
  taking(
    1,
    1,
    `
    JSONB_ARRAY_ELEMENTS JSONB_ARRAY_ELEMENTS_TEXT JSONB_EACH JSONB_EACH_TEXT JSONB_OBJECT_KEYS JSONB_TO_RECORD
    JSONB_TO_RECORDSET JSON_ARRAY_ELEMENTS JSON_ARRAY_ELEMENTS_TEXT JSON_EACH JSON_EACH_TEXT JSON_OBJECT_KEYS
    JSON_TO_RECORD JSON_TO_RECORDSET`,
  ),
  taking(1, Number.POSITIVE_INFINITY, 'UNNEST'),
  // Queries of full text search: one in FROM serves both the filter and the rank.
  taking(1, 2, 'PHRASETO_TSQUERY PLAINTO_TSQUERY TO_TSQUERY WEBSEARCH_TO_TSQUERY'),
  taking(2, 3, 'GENERATE_SUBSCRIPTS REGEXP_MATCHES REGEXP_SPLIT_TO_TABLE STRING_TO_TABLE'),
  taking(2, 4, 'GENERATE_SERIES JSONB_PATH_QUERY'),
];

/** Over groups, with DISTINCT, ORDER BY, FILTER and OVER. */
export const AGGREGATES: readonly FunctionGroup[] = [
  taking(
    1,
    1,
    `
    ANY_VALUE ARRAY_AGG AVG BIT_AND BIT_OR BIT_XOR BOOL_AND BOOL_OR EVERY MAX MIN RANGE_AGG RANGE_INTERSECT_AGG STDDEV
    STDDEV_POP STDDEV_SAMP SUM VARIANCE VAR_POP VAR_SAMP`,
  ),
  taking(
    2,
    2,
    `
    CORR COVAR_POP COVAR_SAMP JSONB_OBJECT_AGG JSON_OBJECT_AGG REGR_COUNT REGR_INTERCEPT REGR_R2 REGR_SLOPE STRING_AGG`,
  ),
];

/** Those that take a whole row by its table's name, too. */
export const ROW_AGGREGATES = words('JSONB_AGG JSON_AGG');
export const ROW_FUNCTIONS = words('ROW_TO_JSON TO_JSON TO_JSONB');

/** Only with OVER. */
export const WINDOW_FUNCTIONS: readonly FunctionGroup[] = [
  taking(0, 0, 'CUME_DIST DENSE_RANK PERCENT_RANK RANK ROW_NUMBER'),
  taking(1, 1, 'FIRST_VALUE LAST_VALUE NTILE'),
  taking(1, 3, 'LAG LEAD'),
  taking(2, 2, 'NTH_VALUE'),
];

/** Only with WITHIN GROUP. */
export const ORDERED_SET_AGGREGATES: readonly FunctionGroup[] = [
  taking(0, 0, 'MODE'),
  taking(1, 1, 'PERCENTILE_CONT PERCENTILE_DISC'),
];

/** Window functions that, given a row's values, rank it within a group: `RANK(5) WITHIN GROUP (ORDER BY …)`. */
export const HYPOTHETICAL_SET_AGGREGATES = words('CUME_DIST DENSE_RANK PERCENT_RANK RANK');

export const EXTRACT_FIELDS = words(`
  CENTURY DAY DECADE DOW DOY EPOCH HOUR ISODOW ISOYEAR JULIAN MICROSECONDS MILLISECONDS MINUTE MONTH QUARTER SECOND WEEK YEAR`);

/** First argument of DATE_TRUNC, as a text. */
export const TRUNCATION_UNITS = words(`
  century day decade hour milliseconds minute month quarter second week year`);

/** First argument of DATE_PART, as a text. */
export const DATE_PARTS = EXTRACT_FIELDS.map((field) => field.toLowerCase());

/** Named arguments of MAKE_INTERVAL. */
export const INTERVAL_ARGUMENTS = words('days hours mins months secs weeks years');

/** Values that are written as a bare keyword. */
export const KEYWORD_VALUES = words(`
  CURRENT_CATALOG CURRENT_DATE CURRENT_USER SESSION_USER`);

/** Those that a precision may follow: `CURRENT_TIMESTAMP(0)`. */
export const KEYWORD_TIMES = words('CURRENT_TIME CURRENT_TIMESTAMP LOCALTIME LOCALTIMESTAMP');

function taking(least: number, most: number, names: string): FunctionGroup {
  return { least, most, names: words(names) };
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
