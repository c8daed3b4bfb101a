/** What Postgres itself would not read. */
import { changeOne, type Mutate, replaceTokens } from './mutation.ts';
import { isName, textAt } from './table-references.ts';

const isParenthesis = ({ text }: { readonly text: string }) => text === '(' || text === ')';

const parenthesisMissing: Mutate = (input) => changeOne(input, isParenthesis, () => '');

const parenthesisTwice: Mutate = (input) => changeOne(input, isParenthesis, (text) => text + text);

/**
 * A text without one of its quotes: their number is then odd. With names that hold a quote themselves it could be even
 * again, so such a schema has none of this kind.
 */
const quoteMissing: Mutate = (input) => {
  const quoted = input.tokens.filter(({ kind }) => kind === 'quoted').map(({ text }) => text);
  if ([...quoted, ...input.names].some((name) => name.includes("'"))) return undefined;
  const atEnd = input.choice.one([true, false]);
  return changeOne(
    input,
    ({ kind }) => kind === 'string',
    (text) => (atEnd ? text.slice(0, -1) : text.replace("'", '')),
  );
};

/** The last quoted name without its end, so that nothing after it can close it. */
const nameQuoteMissing: Mutate = ({ tokens }) => {
  const last = tokens.findLastIndex(({ text }) => text.includes('"'));
  return tokens[last]?.kind === 'quoted'
    ? replaceTokens(tokens, last, 1, textAt(tokens, last).slice(0, -1))
    : undefined;
};

const twoStatements: Mutate = ({ tokens, choice }) => {
  const sql = replaceTokens(tokens, 0, 0, '');
  return `${sql}${choice.one(['; ', ' '])}${sql}`;
};

const commaTwice: Mutate = (input) =>
  changeOne(
    input,
    ({ text }) => text === ',',
    () => ',,',
  );

const commaAtEnd: Mutate = (input) =>
  changeOne(
    input,
    ({ text }) => text === ')',
    () => ',)',
  );

/** Not in front of a lone name: `q1(id, date)` without it names a column and its type. */
const commaMissing: Mutate = (input) =>
  changeOne(
    input,
    ({ text }, index) => {
      const next = input.tokens[index + 2];
      const isLoneName = next !== undefined && isName(next) && !['.', '('].includes(textAt(input.tokens, index + 3));
      return text === ',' && !isLoneName;
    },
    () => '',
  );

/** What may follow the operand that is taken away: nothing that could stand in for it. */
const AFTER_AN_OPERAND: ReadonlySet<string> = new Set(['AND', 'OR', 'THEN', 'ELSE', 'END', 'AS', 'FROM', 'WHERE']);

const operandMissing: Mutate = ({ tokens, choice }) => {
  const places = [...tokens.entries()].flatMap(([index, { kind }]) => {
    const isOperand = (kind === 'number' || kind === 'string') && textAt(tokens, index - 1) === ' ';
    const before = tokens[index - 2];
    const follows = before?.kind === 'operator' && textAt(tokens, index - 3) === ' ';
    const [next, second] = [textAt(tokens, index + 1), textAt(tokens, index + 2)];
    const ends = [')', ',', ''].includes(next) || (next === ' ' && AFTER_AN_OPERAND.has(second));
    return isOperand && ends && (follows || before?.text === 'LIMIT' || before?.text === 'AND') ? [index] : [];
  });
  const place = choice.one(places);
  return place === undefined ? undefined : replaceTokens(tokens, place - 1, 2, '');
};

/** Postgres takes a SELECT with nothing behind it. */
const UNFINISHED: ReadonlySet<string> = new Set(['FROM', 'WHERE', 'JOIN', 'ON', 'AND', 'OR', 'BY', 'AS', 'IN']);

const cutOff: Mutate = ({ tokens, choice }) => {
  const place = choice.one([...tokens.keys()].filter((index) => UNFINISHED.has(textAt(tokens, index))));
  return place === undefined ? undefined : replaceTokens(tokens, place + 1, tokens.length, '');
};

const CLAUSES: ReadonlySet<string> = new Set(
  'FROM WHERE GROUP HAVING WINDOW ORDER LIMIT OFFSET FETCH UNION INTERSECT EXCEPT'.split(' '),
);
/** What a part between two of the clauses is not exchanged with: another query begins. */
const SET_OPERATIONS: ReadonlySet<string> = new Set(['UNION', 'INTERSECT', 'EXCEPT']);

/** Two clauses of the outermost query, exchanged. */
const clausesExchanged: Mutate = ({ tokens, choice }) => {
  const outer = outermost(tokens.map(({ text }) => text));
  if (outer.some((index) => ['INSERT', 'UPDATE', 'DELETE'].includes(textAt(tokens, index)))) return undefined;
  const starts = outer.filter((index) => {
    // Not IS DISTINCT FROM, WITHIN GROUP.
    const isPartOfOther = ['DISTINCT', 'WITHIN'].includes(textAt(tokens, index - 2));
    return CLAUSES.has(textAt(tokens, index)) && !isPartOfOther;
  });
  const pairs = starts.flatMap((first, place) => {
    const second = starts[place + 1];
    const end = starts[place + 2] ?? tokens.length + 1;
    if (second === undefined) return [];
    const words = [textAt(tokens, first), textAt(tokens, second)];
    return words.some((word) => SET_OPERATIONS.has(word)) ? [] : [{ first, second, end }];
  });
  const pair = choice.one(pairs);
  if (pair === undefined) return undefined;
  const part = (from: number, to: number) =>
    tokens
      .slice(from, to - 1)
      .map(({ text }) => text)
      .join('');
  const exchanged = `${part(pair.second, pair.end)} ${part(pair.first, pair.second)}`;
  return replaceTokens(tokens, pair.first, pair.end - 1 - pair.first, exchanged);
};

/** Indexes of what stands in no parentheses. */
function outermost(texts: readonly string[]): number[] {
  let depth = 0;
  return texts.flatMap((text, index) => {
    if (text === '(') depth++;
    if (text === ')') depth--;
    return depth === 0 ? [index] : [];
  });
}

export const SYNTAX_MUTATIONS = [
  ['parenthesis-missing', parenthesisMissing],
  ['parenthesis-twice', parenthesisTwice],
  ['quote-missing', quoteMissing],
  ['name-quote-missing', nameQuoteMissing],
  ['two-statements', twoStatements],
  ['comma-missing', commaMissing],
  ['comma-twice', commaTwice],
  ['comma-at-end', commaAtEnd],
  ['operand-missing', operandMissing],
  ['cut-off', cutOff],
  ['clauses-exchanged', clausesExchanged],
] as const;
