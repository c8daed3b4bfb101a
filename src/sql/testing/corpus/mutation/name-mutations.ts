/** Names that the schema does not have, or not there. */
import { quoteName, unquoteName } from '../../../../schema/names.ts';
import { changeOne, type Mutate, type MutationInput, replaceTokens } from './mutation.ts';
import { isName, textAt } from './table-references.ts';

const unknownTable: Mutate = (input) => {
  const place = input.choice.one(input.tables);
  return place && misspell(input, place.at);
};

const unknownColumn: Mutate = (input) => {
  const place = input.choice.one(input.columns);
  return place && misspell(input, place.at);
};

/** A column of another table, which this one lacks. */
const movedColumn: Mutate = ({ tokens, schema, choice, columns }) => {
  const names = new Set(schema.tables.flatMap((table) => table.columns.map(({ name }) => name)));
  const place = choice.one(columns);
  if (place === undefined) return undefined;
  const own = new Set(place.table.columns.map(({ name }) => name));
  const other = choice.one([...names].filter((name) => !own.has(name)));
  return other === undefined ? undefined : replaceTokens(tokens, place.at, 1, quoteName(other));
};

/** `total` for `orders.total`, as an operand: there it can be no output name. */
const columnWithoutTable: Mutate = ({ tokens, choice, tables }) => {
  const places = tables.filter(
    ({ from, at }) =>
      textAt(tokens, at + 1) === '.' && tokens[from - 2]?.kind === 'operator' && textAt(tokens, from - 1) === ' ',
  );
  const place = choice.one(places);
  return place && replaceTokens(tokens, place.from, place.at + 2 - place.from, '');
};

const shortAlias: Mutate = ({ tokens, choice, tables }) => {
  const places = tables.filter(
    ({ from, at }) => ['FROM', 'JOIN'].includes(textAt(tokens, from - 2)) && textAt(tokens, at + 1) !== '.',
  );
  const place = choice.one(places.filter(({ at }) => !['AS', 'TABLESAMPLE'].includes(textAt(tokens, at + 2))));
  return place && replaceTokens(tokens, place.at, 1, `${textAt(tokens, place.at)} AS o`);
};

const publicWrittenOut: Mutate = ({ tokens, schema, choice, tables }) => {
  const inPublic = tables.filter(({ from, at }) => from === at);
  const place = choice.one(inPublic);
  if (place === undefined || schema.tables.some(({ name }) => name === 'public')) return undefined;
  return replaceTokens(tokens, place.from, 0, 'public.');
};

/** No name of a function of Postgres' ends like this. */
const unknownFunction: Mutate = (input) =>
  changeOne(
    input,
    ({ kind, text }, index) =>
      kind === 'word' && text === text.toUpperCase() && textAt(input.tokens, index + 1) === '(',
    (text) => `${text}QX`,
  );

const lowerCaseFunction: Mutate = (input) =>
  changeOne(
    input,
    ({ kind, text }, index) =>
      kind === 'word' &&
      text !== text.toLowerCase() &&
      textAt(input.tokens, index + 1) === '(' &&
      !input.names.has(text.toLowerCase()),
    (text) => text.toLowerCase(),
  );

const unknownType: Mutate = (input) =>
  changeOne(
    input,
    (token, index) =>
      isName(token) && textAt(input.tokens, index - 1) === '::' && textAt(input.tokens, index + 1) !== '.',
    (text) => `${text.replaceAll(/\W/g, '')}_qx`,
  );

export const NAME_MUTATIONS = [
  ['unknown-table', unknownTable],
  ['unknown-column', unknownColumn],
  ['moved-column', movedColumn],
  ['column-without-table', columnWithoutTable],
  ['short-alias', shortAlias],
  ['public-written-out', publicWrittenOut],
  ['unknown-function', unknownFunction],
  ['lower-case-function', lowerCaseFunction],
  ['unknown-type', unknownType],
] as const;

/** Writes the name at `at` as one that nothing in the schema has; it needs no quotes. */
function misspell({ tokens, choice, names }: MutationInput, at: number): string | undefined {
  const name = unquoteName(textAt(tokens, at))
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]/g, '');
  const variants = [...name].flatMap((letter, index) => [
    `${name.slice(0, index)}${letter}${name.slice(index)}`,
    `${name.slice(0, index)}${name.slice(index + 1)}`,
  ]);
  const free = [`${name}_x`, `${name}s`, ...variants].filter(
    // Not the form of an alias, a CTE (q1) or a window (w2) either.
    (variant) => /^[a-z_][a-z0-9_]*[a-z_]$/.test(variant) && quoteName(variant) === variant && !names.has(variant),
  );
  const variant = choice.one(free);
  return variant === undefined ? undefined : replaceTokens(tokens, at, 1, variant);
}
