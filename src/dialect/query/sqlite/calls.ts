import { textLiteral } from '../../../schema/names.ts';
import { asNumeric, asText, operand } from '../expression.ts';
import { done } from '../node.ts';
import type { CallRule } from '../rules.ts';
import { sumOfConditions } from '../shared/aggregates.ts';
import { castRule } from '../shared/cast.ts';
import { conditionText } from '../shared/condition-text.ts';
import { groupConcatRule } from '../shared/group-concat.ts';
import { jsonPath } from '../shared/json-path.ts';
import { substring } from '../shared/substring.ts';
import { dateRule, datetimeRule, julianDay, strftime, timeRule, unixEpoch } from './dates.ts';

const iif: CallRule = ({ args: [condition, yes, no] }, rewriter) => {
  if (!condition || !yes) return undefined;
  const otherwise = no ? ` ELSE ${rewriter.text(no)}` : '';
  const { text, value } = rewriter.expression(yes);
  return done(`CASE WHEN ${conditionText(condition, rewriter)} THEN ${text}${otherwise} END`, { value });
};

/** max(a, b) is GREATEST; of one argument it is the aggregate. */
function greatestOf(name: 'GREATEST' | 'LEAST'): CallRule {
  return ({ args }, rewriter) => {
    if (args.length < 2) return undefined;
    return done(`${name}(${args.map((nodes) => rewriter.text(nodes)).join(', ')})`);
  };
}

const FORMAT_PART = /%%|%(0?)(\d*)(?:\.(\d+))?([dsf])|[^%]+/y;

/** printf with %d, %s, %05d and %.2f, as a chain of texts. */
const printf: CallRule = ({ args: [format, ...values] }, rewriter) => {
  const pattern = format && rewriter.expression(format).literal;
  if (pattern === undefined) return undefined;
  const parts: string[] = [];
  let used = 0;
  FORMAT_PART.lastIndex = 0;
  while (FORMAT_PART.lastIndex < pattern.length) {
    const match = FORMAT_PART.exec(pattern);
    if (!match) {
      rewriter.note('A pattern of printf that Postgres has no equal for stays as written.');
      return undefined;
    }
    const [text, zero, width, digits, kind] = match;
    if (kind === undefined) {
      parts.push(textLiteral(text === '%%' ? '%' : text));
      continue;
    }
    const value = values[used++];
    if (!value) return undefined;
    const expression = rewriter.expression(value);
    const shown =
      kind === 's'
        ? asText(expression)
        : kind === 'd'
          ? `TRUNC(${asNumeric(expression)})::text`
          : `ROUND(${asNumeric(expression)}, ${digits ?? 6})::text`;
    parts.push(width === undefined || width === '' ? shown : `LPAD(${shown}, ${width}, '${zero === '0' ? '0' : ' '}')`);
  }
  return done(parts.join(' || '), { binds: 'loose', value: 'text' });
};

/** SQLite gives the value itself and no JSON. */
const extractJson: CallRule = ({ args: [document, path] }, rewriter) => {
  if (!document || !path) return undefined;
  return jsonPath({ document: rewriter.expression(document), path: rewriter.expression(path), asText: true }, rewriter);
};

const round: CallRule = ({ args: [value, digits] }, rewriter) => {
  if (!value) return undefined;
  return done(`ROUND(${asNumeric(rewriter.expression(value))}${digits ? `, ${rewriter.text(digits)}` : ''})`, {
    value: 'number',
  });
};

const characters: CallRule = ({ args }, rewriter) => {
  if (args.length === 0) return undefined;
  return done(args.map((nodes) => `CHR(${operand(rewriter.expression(nodes))})`).join(' || '), {
    value: 'text',
    binds: 'loose',
  });
};

export const SQLITE_CALLS: Readonly<Record<string, CallRule>> = {
  avg: sumOfConditions,
  cast: castRule('sqlite'),
  char: characters,
  date: dateRule,
  datetime: datetimeRule,
  format: printf,
  group_concat: groupConcatRule('sqlite'),
  if: iif,
  iif,
  json_extract: extractJson,
  julianday: julianDay,
  max: greatestOf('GREATEST'),
  min: greatestOf('LEAST'),
  printf,
  round,
  strftime,
  string_agg: groupConcatRule('sqlite'),
  substr: substring,
  substring,
  sum: sumOfConditions,
  time: timeRule,
  unixepoch: unixEpoch,
};
