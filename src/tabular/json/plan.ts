/** Whether a text is one JSON document or a value a line. */

const FIRST_LINE = /^\s*([[{][^\r\n]*[}\]])\s*[\r\n]\s*([[{])/;

/** @param head the beginning of the text */
export function jsonFormat(fileName: string, head: string): 'json' | 'ndjson' {
  if (/\.(?:ndjson|jsonl)$/i.test(fileName)) return 'ndjson';
  const match = FIRST_LINE.exec(head);
  return match?.[1] !== undefined && isDocument(match[1]) ? 'ndjson' : 'json';
}

/** Lines at the beginning that are looked at: more than one, because the first may be broken. */
const LINES_LOOKED_AT = 10;
const BRACKETED = /^[[{].*[}\]]\s*$/;

/**
 * Whether each line is meant to be a value by itself, so that one which cannot be read ends where the line does.
 * Otherwise the values are printed over several lines, one after the other.
 */
export function isLineByLine(text: string): boolean {
  let start = 0;
  for (let looked = 0; looked < LINES_LOOKED_AT && start < text.length; ) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak < 0 ? text.length : lineBreak;
    const line = text.slice(start, end);
    // An indented one may be a part of what is around it.
    if (BRACKETED.test(line) && isDocument(line)) return true;
    if (line.trim() !== '') looked++;
    start = end + 1;
  }
  return false;
}

function isDocument(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a file is to be read as JSON at all: its name says so, or says nothing and its text begins like it. */
export function isJson(fileName: string, head: string): boolean {
  if (/\.(?:json|ndjson|jsonl|geojson)$/i.test(fileName)) return true;
  if (/\.(?:csv|tsv|tab|psv)$/i.test(fileName)) return false;
  return /^\s*(?:\{\s*["}]|\[\s*(?:[[{"\]]|-?\d+(?:\.\d+)?\s*[,\]]))/.test(head);
}
