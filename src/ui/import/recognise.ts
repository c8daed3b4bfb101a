/** What a text or a file holds, told by its name and its first characters. */

/** `rows`: CSV, TSV, JSON or NDJSON. `smart-query`: what the query for one's own server gave. */
export type Content = 'sql' | 'rows' | 'smart-query';

/** Characters that are looked at, at the beginning and at the end. */
const LOOKED_AT = 4_000;

const ROW_ENDINGS = /\.(?:csv|tsv|tab|psv|json|ndjson|jsonl)$/i;
const SQL_ENDINGS = /\.(?:sql|ddl|psql|pgsql|mysql|sqlite|tsql|dump|bak)$/i;

/** Nobody begins a table with one of these and something else than a delimiter after it. */
const SQL_START =
  /^(?:create|insert|alter|drop|set|select|with|begin|start|use|pragma|comment|copy|delete|update|replace|grant|revoke|if|exec|declare|delimiter|go|lock|truncate|do|merge|analyze|vacuum|explain)\b(?!\s*[,;\t|])/i;

/**
 * The name's ending decides where it says something; a name may be missing, as with text that was pasted.
 * @param tail the last characters, where they are not among the first ones
 */
export function recognise(name: string | null, text: string, tail: string = text): Content {
  const head = text.slice(0, LOOKED_AT);
  if (isSmartQueryResult(tail.slice(-LOOKED_AT))) return 'smart-query';
  if (name !== null && SQL_ENDINGS.test(name)) return 'sql';
  if (name !== null && ROW_ENDINGS.test(name)) return 'rows';
  const body = withoutComments(head);
  if (SQL_START.test(body) || body.startsWith('\\')) return 'sql';
  return isJsonStart(body) || isTable(head) ? 'rows' : 'sql';
}

/** Its mark is the key that comes last: jsonb puts longer ones after shorter ones. Quotes may be doubled or escaped. */
function isSmartQueryResult(tail: string): boolean {
  return /"expert_sql_schema\\*"+\s*:\s*\d+\s*[},]/.test(tail);
}

function withoutComments(head: string): string {
  return head.replace(/^(?:\s+|--[^\n]*(?:\n|$)|#[^\n]*(?:\n|$)|\/\*.*?\*\/)+/s, '').replace(/^\ufeff/, '');
}

function isJsonStart(body: string): boolean {
  return /^(?:\{\s*"|\[\s*[[{"\d-])/.test(body);
}

/** Several lines, each with as many delimiters as the first. SQL has brackets and semicolons at the ends of lines. */
function isTable(head: string): boolean {
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const whole = head.length === LOOKED_AT ? lines.slice(0, -1) : lines;
  const [first, ...others] = whole.slice(0, 6);
  if (first === undefined || others.length === 0) return false;
  return [',', '\t', ';', '|'].some((delimiter) => {
    const fields = fieldsOf(first, delimiter);
    return fields > 1 && others.every((line) => fieldsOf(line, delimiter) === fields) && !first.endsWith(delimiter);
  });
}

function fieldsOf(line: string, delimiter: string): number {
  return line.replaceAll(/"(?:[^"]|"")*"/g, '').split(delimiter).length;
}
