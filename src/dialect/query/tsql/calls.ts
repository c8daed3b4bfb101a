import { textLiteral } from '../../../schema/names.ts';
import { asMoment, asText } from '../expression.ts';
import { type Done, done, isWord, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { CallRule } from '../rules.ts';
import { castRule, castTarget, castTo } from '../shared/cast.ts';
import { jsonPath } from '../shared/json-path.ts';
import { dateAdd, dateDiff, dateName, datePart, dateTruncate } from './dates.ts';
import { DATE_STYLES, format } from './formats.ts';
import { regularExpression } from './operators.ts';
import { stuff } from './xml-path.ts';

const iif: CallRule = ({ args: [condition, yes, no] }, rewriter) => {
  if (!condition || !yes || !no) return undefined;
  const { text, value } = rewriter.expression(yes);
  return done(`CASE WHEN ${rewriter.text(condition)} THEN ${text} ELSE ${rewriter.text(no)} END`, { value });
};

const choose: CallRule = ({ args: [number, ...list] }, rewriter) => {
  if (!number || list.length === 0) return undefined;
  return done(`(ARRAY[${list.map((nodes) => rewriter.text(nodes)).join(', ')}])[${rewriter.text(number)}]`);
};

/** CONVERT(type, value) and CONVERT(varchar(10), date, style). */
const convert: CallRule = ({ args: [type, value, style] }, rewriter) => {
  const target = type && castTarget(type, 'tsql');
  if (!target || !value) return undefined;
  if (!style) return castTo(value, target, rewriter);
  const pattern = DATE_STYLES[rewriter.text(style)];
  if (pattern === undefined) {
    rewriter.note(`CONVERT with the style ${rewriter.text(style)} stays as written.`);
    return undefined;
  }
  const moment = asMoment(rewriter.expression(value), false);
  if (target.kind !== 'text')
    return done(`TO_TIMESTAMP(${rewriter.text(value)}, ${textLiteral(pattern)})::${target.sql}`, {
      value: target.kind,
    });
  const text = `TO_CHAR(${moment}, ${textLiteral(pattern)})`;
  return done(target.sql === 'text' ? text : `${text}::${target.sql}`, { value: 'text' });
};

/** Characters of an argument that may be written twice: calls inside calls would otherwise grow without limit. */
const MAX_REPEATED_CHARACTERS = 500;

/** TRY_CAST(x AS int), TRY_PARSE(x AS int) and TRY_CONVERT(int, x): a text that is no such value gives NULL. */
function tried(
  value: readonly Node[] | undefined,
  type: readonly Node[] | undefined,
  rewriter: Rewriter,
): Done | undefined {
  const target = type && castTarget(type, 'tsql');
  if (!value || !target) return undefined;
  const expression = rewriter.expression(value);
  const isNumber = expression.value === 'integer' || expression.value === 'number';
  if (isNumber || target.kind === 'text' || target.kind === expression.value) return castTo(value, target, rewriter);
  if (expression.literal !== undefined || expression.text.length > MAX_REPEATED_CHARACTERS) {
    rewriter.note('TRY_CAST gives NULL where a value does not fit; Postgres refuses it.');
    return castTo(value, target, rewriter);
  }
  const text = asText(expression);
  return done(`CASE WHEN PG_INPUT_IS_VALID(${text}, ${textLiteral(target.sql)}) THEN ${text}::${target.sql} END`, {
    value: target.kind,
  });
}

const tryCast: CallRule = ({ args: [arg] }, rewriter) => {
  const as = arg?.findLastIndex((node) => isWord(node, 'as')) ?? -1;
  return as < 1 ? undefined : tried(arg?.slice(0, as), arg?.slice(as + 1), rewriter);
};

const tryConvert: CallRule = (call, rewriter) => {
  const [type, value, style] = call.args;
  return style ? convert(call, rewriter) : tried(value, type, rewriter);
};

/** PATINDEX('%[0-9]%', text). */
const patternIndex: CallRule = ({ args: [pattern, text] }, rewriter) => {
  const literal = pattern && rewriter.expression(pattern).literal;
  if (literal === undefined || !text) return undefined;
  const found = regularExpression(literal)
    .replace(/^\^\.\*/, '')
    .replace(/\.\*\$$/, '');
  return done(`REGEXP_INSTR(${rewriter.text(text)}, ${textLiteral(found)}, 1, 1, 0, 'i')`, { value: 'integer' });
};

function json(asText: boolean): CallRule {
  return ({ args: [document, path] }, rewriter) => {
    if (!document) return undefined;
    const steps = path
      ? rewriter.expression(path)
      : { text: "'$'", binds: 'tight' as const, value: 'text' as const, literal: '$' };
    const base = rewriter.expression(document);
    const parsed = {
      ...base,
      text: base.value === 'json' ? base.text : `(${base.text})::jsonb`,
      binds: 'tight' as const,
      value: 'json' as const,
    };
    return jsonPath({ document: parsed, path: steps, asText }, rewriter);
  };
}

const cast = castRule('tsql');

export const TSQL_CALLS: Readonly<Record<string, CallRule>> = {
  cast,
  choose,
  convert,
  dateadd: dateAdd,
  datediff: dateDiff,
  datediff_big: dateDiff,
  datename: dateName,
  datepart: datePart,
  datetrunc: dateTruncate,
  format,
  iif,
  json_query: json(false),
  json_value: json(true),
  patindex: patternIndex,
  stuff,
  try_cast: tryCast,
  try_convert: tryConvert,
  try_parse: tryCast,
};
