import { textLiteral } from '../../../schema/names.ts';
import { asText, operand } from '../expression.ts';
import { done, isParenthesised, isWord, type Node } from '../node.ts';
import type { CallRule } from '../rules.ts';
import { countOfRows, sumOfConditions } from '../shared/aggregates.ts';
import { castRule, castTarget, castTo } from '../shared/cast.ts';
import { conditionText } from '../shared/condition-text.ts';
import { extremeOf, extremeTruth } from '../shared/extremes.ts';
import { groupConcatRule } from '../shared/group-concat.ts';
import { containsJson, removeJson, setJson } from '../shared/json-changes.ts';
import { jsonPath } from '../shared/json-path.ts';
import { alternatives, coalesce } from '../shared/mixed-kinds.ts';
import { sequenceCall, setSequence } from '../shared/sequences.ts';
import { endOfText, substring } from '../shared/substring.ts';
import { parseDateRule, shiftRule, timestampAdd, timestampDifference } from './dates.ts';
import { formatRule, fromUnixTime } from './format-dates.ts';
import { extract, weekRule, yearWeek } from './weeks.ts';

/** CONCAT gives NULL where one part is; Postgres' own CONCAT would not. */
const concat: CallRule = ({ args }, rewriter) => {
  const [first, second, ...rest] = args.map((nodes) => rewriter.expression(nodes));
  if (!first) return undefined;
  if (!second) return done(asText(first), { value: 'text' });
  // Text makes text of what is put to it: one of the first two has to be.
  // JSON in front would be joined to it as JSON.
  const isText = first.value === 'text' || (second.value === 'text' && first.value !== 'json');
  const start = isText ? operand(first) : asText(first);
  const parts = [start, ...[second, ...rest].map(operand)];
  return done(parts.join(' || '), { value: 'text', binds: 'loose' });
};

const ifRule: CallRule = ({ args: [condition, yes, no] }, rewriter) => {
  if (!condition || !yes || !no) return undefined;
  const { texts, value } = alternatives([yes, no].map((nodes) => rewriter.expression(nodes)));
  return done(`CASE WHEN ${conditionText(condition, rewriter)} THEN ${texts[0]} ELSE ${texts[1]} END`, { value });
};

/** CONVERT(x, type) and CONVERT(x USING charset). */
const convert: CallRule = ({ args: [value, type] }, rewriter) => {
  if (!value) return undefined;
  const using = value.findIndex((node) => isWord(node, 'using'));
  if (using > 0) return done(asText(rewriter.expression(value.slice(0, using))), { value: 'text' });
  const target = type && castTarget(type, 'mysql');
  return target && castTo(value, target, rewriter);
};

const field: CallRule = ({ args: [value, ...list] }, rewriter) => {
  if (!value || list.length === 0) return undefined;
  const texts = list.map((nodes) => rewriter.text(nodes)).join(', ');
  return done(`COALESCE(ARRAY_POSITION(ARRAY[${texts}], ${rewriter.text(value)}), 0)`, { value: 'integer' });
};

const elt: CallRule = ({ args: [number, ...list] }, rewriter) => {
  if (!number || list.length === 0) return undefined;
  return done(`(ARRAY[${list.map((nodes) => rewriter.text(nodes)).join(', ')}])[${rewriter.text(number)}]`);
};

/** Characters that may be written twice: calls inside calls would otherwise grow without limit. */
const MAX_REPEATED_CHARACTERS = 500;

const substringIndex: CallRule = ({ args: [text, mark, count] }, rewriter) => {
  if (!text || !mark || !count) return undefined;
  const [value, between] = [rewriter.text(text), rewriter.text(mark)];
  const number = rewriter.text(count);
  if (number === '1' || number === '-1') return done(`SPLIT_PART(${value}, ${between}, ${number})`, { value: 'text' });
  const fromEnd = /^-(\d+)$/.exec(number)?.[1];
  if (fromEnd !== undefined && value.length + between.length <= MAX_REPEATED_CHARACTERS) {
    const parts = `STRING_TO_ARRAY(${value}, ${between})`;
    const first = `GREATEST(CARDINALITY(${parts}) - ${Number(fromEnd) - 1}, 1)`;
    return done(`ARRAY_TO_STRING((${parts})[${first}:], ${between})`, { value: 'text' });
  }
  if (!/^\d+$/.test(number)) return undefined;
  return done(`ARRAY_TO_STRING((STRING_TO_ARRAY(${value}, ${between}))[:${number}], ${between})`, { value: 'text' });
};

/** FORMAT(number, digits): thousands with commas. */
const format: CallRule = ({ args: [number, digits] }, rewriter) => {
  const count = digits && rewriter.expression(digits);
  if (!number || !count || !/^\d$/.test(count.text)) return undefined;
  const fraction = count.text === '0' ? '' : `.${'0'.repeat(Number(count.text))}`;
  return done(`TO_CHAR(${rewriter.text(number)}, 'FM999,999,999,999,990${fraction}')`, { value: 'text' });
};

const extractJson: CallRule = ({ args: [document, path] }, rewriter) => {
  if (!document || !path) return undefined;
  return jsonPath(
    { document: rewriter.expression(document), path: rewriter.expression(path), asText: false },
    rewriter,
  );
};

const unquoteJson: CallRule = ({ args: [arg] }, rewriter) => {
  const [name, group] = arg ?? [];
  if (!isWord(name, 'json_extract') || !isParenthesised(group) || arg?.length !== 2) return undefined;
  const comma = group.nodes.findIndex((node) => node.kind === 'leaf' && node.text === ',');
  const [document, path] = [group.nodes.slice(0, comma), group.nodes.slice(comma + 1)];
  return jsonPath({ document: rewriter.expression(document), path: rewriter.expression(path), asText: true }, rewriter);
};

/** MATCH (a, b) AGAINST ('words'): the clause rule has put both into one call. */
const matchAgainst: CallRule = ({ args }, rewriter) => {
  const columns = args.slice(0, -1).map((nodes) => rewriter.text(nodes));
  const against = args.at(-1);
  if (!against || columns.length === 0) return undefined;
  const isBoolean = against.some((node) => isWord(node, 'boolean'));
  const words = against.slice(0, indexOfMode(against));
  const document = columns.length === 1 ? columns.join() : `CONCAT_WS(' ', ${columns.join(', ')})`;
  rewriter.note('MATCH … AGAINST becomes a text search, which knows no rank: it is true or false.');
  const query = `${isBoolean ? 'WEBSEARCH_TO_TSQUERY' : 'PLAINTO_TSQUERY'}('simple', ${rewriter.text(words)})`;
  return done(`TO_TSVECTOR('simple', ${document}) @@ ${query}`, { value: 'boolean', binds: 'loose' });
};

function indexOfMode(nodes: readonly Node[]): number | undefined {
  const index = nodes.findIndex((node) => isWord(node, 'in', 'with'));
  return index < 0 ? undefined : index;
}

/** CHAR(65, 66). */
const characters: CallRule = ({ args }, rewriter) => {
  if (args.length < 2) return undefined;
  return done(args.map((nodes) => `CHR(${rewriter.text(nodes)})`).join(' || '), { value: 'text', binds: 'loose' });
};

const regexpMatches: CallRule = ({ args: [text, pattern] }, rewriter) => {
  const literal = pattern && rewriter.expression(pattern).literal;
  if (!text || literal === undefined) return undefined;
  return done(`${operand(rewriter.expression(text))} ~* ${textLiteral(literal)}`, { value: 'boolean', binds: 'loose' });
};

export const MYSQL_CALLS: Readonly<Record<string, CallRule>> = {
  adddate: shiftRule('+'),
  avg: sumOfConditions,
  cast: castRule('mysql'),
  char: characters,
  concat,
  convert,
  count: countOfRows,
  date_add: shiftRule('+'),
  date_format: formatRule,
  date_sub: shiftRule('-'),
  elt,
  field,
  format,
  group_concat: groupConcatRule('mysql'),
  if: ifRule,
  ifnull: coalesce,
  json_contains: containsJson,
  json_remove: removeJson,
  json_set: setJson,
  json_replace: setJson,
  json_insert: setJson,
  coalesce,
  greatest: extremeOf('GREATEST'),
  least: extremeOf('LEAST'),
  left: endOfText,
  right: endOfText,
  max: extremeTruth('BOOL_OR'),
  min: extremeTruth('BOOL_AND'),
  from_unixtime: fromUnixTime,
  week: weekRule,
  yearweek: yearWeek,
  extract,
  json_extract: extractJson,
  json_unquote: unquoteJson,
  lastval: sequenceCall('CURRVAL'),
  match: matchAgainst,
  mid: substring,
  nextval: sequenceCall('NEXTVAL'),
  regexp_like: regexpMatches,
  setval: setSequence,
  str_to_date: parseDateRule,
  subdate: shiftRule('-'),
  substr: substring,
  substring,
  substring_index: substringIndex,
  sum: sumOfConditions,
  time_format: formatRule,
  timestampadd: timestampAdd,
  timestampdiff: timestampDifference,
};
