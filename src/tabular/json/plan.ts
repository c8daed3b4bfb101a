/** Whether a text is one JSON document or a value a line. */

const FIRST_LINE = /^\s*([[{][^\r\n]*[}\]])\s*[\r\n]\s*([[{])/;

/** @param head the beginning of the text */
export function jsonFormat(fileName: string, head: string): 'json' | 'ndjson' {
  if (/\.(?:ndjson|jsonl)$/i.test(fileName)) return 'ndjson';
  const match = FIRST_LINE.exec(head);
  return match?.[1] !== undefined && isDocument(match[1]) ? 'ndjson' : 'json';
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
