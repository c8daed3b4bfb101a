/** Repairs of types: a number where a text has to be, or the other way round. */
import type { Fault, Fix } from './repair-fault.ts';
import { columnAt, insertedBehind, isKeyword, type QueryText, replaced, type Span, spelled } from './repair-text.ts';

export function typeFixes({ text, index }: Fault): readonly Fix[] {
  const token = text.tokens[index];
  if (!token) return [];
  if (token.kind === 'string') return unquoted(text, index);
  if (text.tokens[index + 1]?.text === '(' && token.kind === 'word') return argumentCasts(text, index);
  const left = termBefore(text, operatorStart(text, index));
  return [...quoted(text, index), ...(left && isPattern(text, index) ? [cast(text, left, 'text')] : [])];
}

const PATTERNS = ['LIKE', 'ILIKE', 'SIMILAR'];

function isPattern({ tokens }: QueryText, index: number): boolean {
  const token = tokens[index];
  if (isKeyword(token, 'NOT')) return isKeyword(tokens[index + 1], ...PATTERNS);
  return isKeyword(token, ...PATTERNS) || ['~', '~*', '!~', '!~*', '^@'].includes(token?.text ?? '');
}

/** Index of the operator's first token. */
function operatorStart({ tokens }: QueryText, index: number): number {
  return isKeyword(tokens[index - 1], 'NOT') ? index - 1 : index;
}

/** The column or call that ends before a token. */
function termBefore(text: QueryText, index: number): Span | null {
  const { tokens } = text;
  let from = index - 1;
  if (tokens[from]?.text === ')') {
    let open = from - 1;
    while (open >= 0 && tokens[open]?.group !== tokens[from]?.group) open--;
    // The parenthesis itself belongs to the group around it.
    from = tokens[open]?.text === '(' && tokens[open - 1]?.kind === 'word' ? open - 1 : open;
    return from >= 0 ? { from, to: index } : null;
  }
  while (tokens[from]?.kind === 'name' && tokens[from - 1]?.text === '.') from -= 2;
  return columnAt(text, from) ? { from, to: index } : null;
}

function cast(text: QueryText, span: Span, type: string): Fix {
  return { sql: insertedBehind(text, span, `::${type}`), what: `${spelled(text, span)} as ${type}` };
}

/** Columns among the arguments of a call, each as a text; of ROUND, which takes places for numeric alone, its number. */
function argumentCasts(text: QueryText, callee: number): Fix[] {
  const { tokens } = text;
  const type = isKeyword(tokens[callee], 'ROUND') ? 'numeric' : 'text';
  const fixes: Fix[] = [];
  for (let index = callee + 2; index < tokens.length && (tokens[index]?.group ?? -1) > callee; index++) {
    const end = tokens[index];
    if (end?.group !== callee + 1) continue;
    const next = tokens[index + 1];
    const isLast = next?.text === ',' || (next?.text === ')' && next.group < callee + 1);
    const term = isLast ? termBefore(text, index + 1) : null;
    if (term) fixes.push(cast(text, term, type));
  }
  return fixes;
}

/** A text compared with a number: the number becomes a text. */
function quoted(text: QueryText, index: number): Fix[] {
  const { tokens } = text;
  if (!['=', '<>'].includes(tokens[index]?.text ?? '')) return [];
  return [index - 1, index + 1].flatMap((place) => {
    const token = tokens[place];
    if (token?.kind !== 'number') return [];
    const by = `'${token.text}'`;
    return [{ sql: replaced(text, { from: place, to: place + 1 }, by), what: `${token.text} → ${by}` }];
  });
}

/** A number in quotes beside a number. */
function unquoted(text: QueryText, index: number): Fix[] {
  const token = text.tokens[index];
  const number = /^'(\d+(?:\.\d+)?)'$/.exec(token?.text ?? '')?.[1];
  if (!token || number === undefined) return [];
  return [{ sql: replaced(text, { from: index, to: index + 1 }, number), what: `${token.text} → ${number}` }];
}
