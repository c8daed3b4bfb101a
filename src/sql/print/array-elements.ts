import type { Node } from 'libpg-query';

/** Postgres' text for an array of one dimension: `{new,"in progress",NULL}`. */
const ARRAY = /^\s*\{(.*)\}\s*$/s;
const ELEMENT = /\s*(?:"((?:[^"\\]|\\.)*)"|([^\s{}",\\](?:[^{}",\\]*[^\s{}",\\])?))\s*(?:,|$)/sy;

/** The elements of an array that is written as a text, as constants; null where it is none, or has several dimensions. */
export function arrayElements(text: string): readonly Node[] | null {
  const inner = ARRAY.exec(text)?.[1];
  if (inner === undefined) return null;
  const elements: Node[] = [];
  if (inner.trim() === '') return elements;
  for (ELEMENT.lastIndex = 0; ELEMENT.lastIndex < inner.length || inner.endsWith(','); ) {
    const found = ELEMENT.exec(inner);
    if (!found) return null;
    const [, quoted, bare = ''] = found;
    const isNull = quoted === undefined && bare.toLowerCase() === 'null';
    const sval = quoted === undefined ? bare : quoted.replace(/\\(.)/gs, '$1');
    elements.push({ A_Const: isNull ? { isnull: true, location: -1 } : { sval: { sval }, location: -1 } });
  }
  return elements;
}
