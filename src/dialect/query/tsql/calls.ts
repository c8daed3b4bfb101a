import { textLiteral } from '../../../schema/names.ts';
import { asMoment } from '../expression.ts';
import { done } from '../node.ts';
import type { CallRule } from '../rules.ts';
import { castRule, castTarget, castTo } from '../shared/cast.ts';
import { jsonPath } from '../shared/json-path.ts';
import { DATE_STYLES, dateAdd, dateDiff, dateName, datePart, format } from './dates.ts';

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

/** A value that is no such type is an error in Postgres and NULL in T-SQL. */
function noted(rule: CallRule, name: string): CallRule {
  return (call, rewriter) => {
    rewriter.note(`${name} gives NULL where a value does not fit; Postgres refuses it.`);
    return rule(call, rewriter);
  };
}

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
  format,
  iif,
  json_query: json(false),
  json_value: json(true),
  try_cast: noted(cast, 'TRY_CAST'),
  try_convert: noted(convert, 'TRY_CONVERT'),
};
