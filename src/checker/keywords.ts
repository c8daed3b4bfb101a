import { builtInFunctionNames } from './types/functions.ts';

/** All upper-case words of canonical SQL but the names of functions. */
const KEYWORDS = `
  ALL AND ANY ARRAY AS AT BERNOULLI BETWEEN BREADTH BY CASE COALESCE COLLATE CONFLICT CROSS CUBE CURRENT CURRENT_CATALOG
  CURRENT_DATE CURRENT_ROLE CURRENT_SCHEMA CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CYCLE DEFAULT DELETE DEPTH DESC
  DISTINCT DO E ELSE END ESCAPE EXCEPT EXCLUDE EXCLUDED EXISTS EXTRACT FALSE FETCH FILTER FIRST FOLLOWING FROM FULL
  GREATEST GROUP GROUPING GROUPS HAVING ILIKE IN INSERT INTERSECT INTERVAL INTO IS JOIN JSON LAST LATERAL LEAST LEFT LIKE
  LIMIT LOCAL LOCALTIME LOCALTIMESTAMP MAKE_INTERVAL MATERIALIZED NEW NOT NOTHING NULL NULLIF NULLS OBJECT OFFSET OLD ON
  OR ORDER ORDINALITY OVER OVERLAPS OVERRIDING PARTITION PRECEDING RANGE RECURSIVE REPEATABLE RETURNING RIGHT ROLLUP ROW
  ROWS SCALAR SEARCH SELECT SESSION_USER SET SETS SIMILAR SYMMETRIC SYSTEM TABLESAMPLE THEN TIES TIME TO TRUE UNBOUNDED
  UNION UNKNOWN UPDATE USER USING VALUE VALUES WHEN WHERE WINDOW WITH WITHIN ZONE
  CENTURY DAY DECADE DOW DOY EPOCH HOUR ISODOW ISOYEAR JULIAN MICROSECONDS MILLENNIUM MILLISECONDS MINUTE MONTH QUARTER
  SECOND TIMEZONE WEEK YEAR`
  .trim()
  .split(/\s+/);

const words: readonly string[] = [...new Set([...KEYWORDS, ...builtInFunctionNames()])].sort();

export function wordsBeginningWith(beginning: string): readonly string[] {
  const from = firstAtLeast(beginning);
  let to = from;
  while (words[to]?.startsWith(beginning)) to++;
  return words.slice(from, to);
}

/** Index of the first word that is not before the text in the alphabet. */
function firstAtLeast(text: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
