/** What Postgres reads, in a spelling that is not the canonical one. */
import { changeOne, type Mutate, replaceTokens } from './mutation.ts';
import { textAt } from './table-references.ts';

/** Reserved words: in lower case none of them can be a name. */
const KEYWORDS: ReadonlySet<string> = new Set(
  'SELECT FROM WHERE JOIN ON GROUP ORDER HAVING UNION AND OR NOT CASE WHEN THEN ELSE END AS IN LIMIT'.split(' '),
);

const trailingSemicolon: Mutate = ({ tokens }) => `${replaceTokens(tokens, 0, 0, '')};`;

const blankTwice: Mutate = (input) =>
  changeOne(
    input,
    ({ kind }) => kind === 'blank',
    () => '  ',
  );

const blankAround: Mutate = ({ tokens, choice }) => {
  const sql = replaceTokens(tokens, 0, 0, '');
  return choice.one([` ${sql}`, `${sql} `, `${sql}\n`]);
};

const otherWhiteSpace: Mutate = (input) => {
  const space = input.choice.one(['\n', '\t', '\u00a0']);
  return changeOne(
    input,
    ({ kind }) => kind === 'blank',
    () => space ?? '\n',
  );
};

const commaWithoutBlank: Mutate = ({ tokens, choice }) => {
  const place = choice.one([...tokens.keys()].filter((index) => textAt(tokens, index) === ','));
  return place === undefined ? undefined : replaceTokens(tokens, place, 2, ',');
};

const comment: Mutate = (input) => {
  const text = input.choice.one([' /* all */ ', ' -- all\n']);
  return changeOne(
    input,
    ({ kind }) => kind === 'blank',
    () => text ?? '',
  );
};

const lowerCaseKeyword: Mutate = (input) =>
  changeOne(
    input,
    ({ kind, text }) => kind === 'word' && KEYWORDS.has(text),
    (text) => text.toLowerCase(),
  );

const notEqual: Mutate = (input) =>
  changeOne(
    input,
    ({ text }) => text === '<>',
    () => '!=',
  );

const withoutAs: Mutate = ({ tokens, choice }) => {
  const place = choice.one([...tokens.keys()].filter((index) => textAt(tokens, index) === 'AS'));
  return place === undefined ? undefined : replaceTokens(tokens, place, 2, '');
};

const innerJoin: Mutate = (input) =>
  changeOne(
    input,
    ({ text }, index) =>
      text === 'JOIN' && !['LEFT', 'RIGHT', 'FULL', 'CROSS'].includes(textAt(input.tokens, index - 2)),
    () => 'INNER JOIN',
  );

const ascending: Mutate = (input) =>
  changeOne(
    input,
    ({ text }) => text === 'DESC',
    () => 'ASC',
  );

const numberSpelling: Mutate = (input) => {
  const [before, after] = input.choice.one([
    ['+', ''],
    ['.', ''],
    ['', '_0'],
  ]) ?? ['', ''];
  return changeOne(
    input,
    ({ kind }) => kind === 'number',
    (text) => `${before}${text}${after}`,
  );
};

export const SPELLING_MUTATIONS = [
  ['trailing-semicolon', trailingSemicolon],
  ['blank-twice', blankTwice],
  ['blank-around', blankAround],
  ['other-white-space', otherWhiteSpace],
  ['comma-without-blank', commaWithoutBlank],
  ['comment', comment],
  ['lower-case-keyword', lowerCaseKeyword],
  ['not-equal', notEqual],
  ['without-as', withoutAs],
  ['inner-join', innerJoin],
  ['ascending', ascending],
  ['number-spelling', numberSpelling],
] as const;
