import type { Token } from './lexer.ts';
import { type Rejection, reject } from './rejection.ts';
import { lookUp, notInScope, type Scope } from './scope.ts';

/**
 * What is wrong with a name, `orders.cust` for one, that is still being written where an expression can name columns
 * and functions of the user.
 *
 * @param partial its text so far, with the qualifiers before it
 */
export function nameMisfit(scope: Scope, partial: Pick<Token, 'text' | 'position'>): Rejection | null {
  const { text } = partial;
  const point = lastPoint(text);
  if (point > 0) {
    const qualifier = text.slice(0, point);
    const found = lookUp(scope, qualifier);
    const relation = found.kind === 'source' ? found.source.relation : found.kind === 'open' ? found.relation : null;
    if (relation?.columns) {
      const name = text.slice(point + 1);
      if (anyStartsWith(relation.types.keys(), name) || isBeginOfQualified(scope, text)) return null;
      return reject('unknown-column', partial.position, `${qualifier} has no column ${name}….`);
    }
    if (relation) return null;
  }
  return isBeginOfName(scope, text) ? null : notInScope({ text: `${text}…`, position: partial.position });
}

function isBeginOfName(scope: Scope, text: string): boolean {
  for (let each: Scope | null = scope; each; each = each.outer) {
    // The grammar knows no other names than those of the schema.
    if (each.isOpen) return true;
    for (const { qualifier } of each.sources) {
      if (qualifier.startsWith(text) || qualifier.includes(`.${text}`)) return true;
    }
    if (each.bare && anyStartsWith(each.bare.relation.types.keys(), text)) return true;
  }
  return anyStartsWith(scope.index.functions.keys(), text);
}

/** Whether the text, which has a point, begins a name with a namespace. */
function isBeginOfQualified({ index }: Scope, text: string): boolean {
  return anyStartsWith(index.qualifiers.keys(), text) || anyStartsWith(index.functions.keys(), text);
}

export function anyStartsWith(texts: Iterable<string>, beginning: string): boolean {
  for (const text of texts) if (text.startsWith(beginning)) return true;
  return false;
}

/** Index of the last point outside of quotes; -1 when there is none. */
function lastPoint(text: string): number {
  let found = -1;
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '.' && !isQuoted) found = index;
  }
  return found;
}
