import { textLiteral } from '../../../schema/names.ts';
import { asNumeric, asText, operand } from '../expression.ts';
import { done, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { CallRule } from '../rules.ts';
import { sumOfConditions } from '../shared/aggregates.ts';
import { castRule } from '../shared/cast.ts';
import { conditionText } from '../shared/condition-text.ts';
import { extremeOf, extremeTruth } from '../shared/extremes.ts';
import { groupConcatRule } from '../shared/group-concat.ts';
import { removeJson, setJson } from '../shared/json-changes.ts';
import { jsonPath } from '../shared/json-path.ts';
import { coalesce } from '../shared/mixed-kinds.ts';
import { mayBeNull } from '../shared/null-values.ts';
import { substring } from '../shared/substring.ts';
import { dateRule, datetimeRule, julianDay, strftime, timeRule, unixEpoch } from './dates.ts';

const iif: CallRule = ({ args: [condition, yes, no] }, rewriter) => {
  if (!condition || !yes) return undefined;
  const otherwise = no ? ` ELSE ${rewriter.text(no)}` : '';
  const { text, value } = rewriter.expression(yes);
  return done(`CASE WHEN ${conditionText(condition, rewriter)} THEN ${text}${otherwise} END`, { value });
};

/** max(a, b) is GREATEST; of one argument it is the aggregate. */
function firstOf(...rules: readonly CallRule[]): CallRule {
  return (call, rewriter) => {
    for (const rule of rules) {
      const result = rule(call, rewriter);
      if (result) return result;
    }
    return undefined;
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
        ? orElse(asText(expression), "''", value, rewriter)
        : kind === 'd'
          ? orElse(`TRUNC(${asNumeric(expression)})::text`, "'0'", value, rewriter)
          : `ROUND(${orElse(asNumeric(expression), '0', value, rewriter)}, ${digits ?? 6})::text`;
    parts.push(width === undefined || width === '' ? shown : `LPAD(${shown}, ${width}, '${zero === '0' ? '0' : ' '}')`);
  }
  return done(parts.join(' || '), { binds: 'loose', value: 'text' });
};

/** printf shows NULL as an empty text or as 0. */
function orElse(text: string, otherwise: string, value: readonly Node[], rewriter: Rewriter): string {
  return mayBeNull(value, rewriter) === false ? text : `COALESCE(${text}, ${otherwise})`;
}

/** SQLite gives the value itself and no JSON. */
const extractJson: CallRule = ({ args: [document, path] }, rewriter) => {
  if (!document || !path) return undefined;
  return jsonPath({ document: rewriter.expression(document), path: rewriter.expression(path), asText: true }, rewriter);
};

/** json_array_length(document, path). */
const jsonLength: CallRule = ({ args: [document, path] }, rewriter) => {
  if (!document || !path) return undefined;
  const part = jsonPath(
    { document: rewriter.expression(document), path: rewriter.expression(path), asText: false },
    rewriter,
  );
  return part && done(`JSONB_ARRAY_LENGTH(${part.text})`, { value: 'integer' });
};

/** json_each(list) as a table of its values. Of an object it would give keys too, which only shows at run time. */
const jsonEach: CallRule = ({ args: [document, path] }, rewriter) => {
  if (!document) return undefined;
  const expression = rewriter.expression(document);
  const part = path
    ? jsonPath({ document: expression, path: rewriter.expression(path), asText: false }, rewriter)
    : done(expression.value === 'json' ? expression.text : `${operand(expression)}::jsonb`);
  if (!part) return undefined;
  rewriter.note('JSON_EACH reads lists alone here; the members of an object are those of JSONB_EACH_TEXT.');
  return done(`JSONB_ARRAY_ELEMENTS_TEXT(${part.text})`);
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
  ifnull: coalesce,
  coalesce,
  iif,
  json_array_length: jsonLength,
  json_each: jsonEach,
  json_extract: extractJson,
  json_insert: setJson,
  json_remove: removeJson,
  json_replace: setJson,
  json_set: setJson,
  julianday: julianDay,
  max: firstOf(extremeOf('GREATEST'), extremeTruth('BOOL_OR')),
  min: firstOf(extremeOf('LEAST'), extremeTruth('BOOL_AND')),
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
