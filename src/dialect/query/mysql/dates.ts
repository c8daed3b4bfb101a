import { textLiteral } from '../../../schema/names.ts';
import { fromMysqlPattern } from '../date-formats.ts';
import { asMoment, operand } from '../expression.ts';
import { shifted, timeUnit } from '../moments.ts';
import { done, isWord, type Node } from '../node.ts';
import { type OperatorRule, popOperand } from '../operators.ts';
import type { Rewriter } from '../rewriter.ts';
import type { CallRule } from '../rules.ts';

/** DATE_ADD(x, INTERVAL 1 DAY), and ADDDATE(x, 1). */
export function shiftRule(sign: '+' | '-'): CallRule {
  return ({ name, args: [base, by] }, rewriter) => {
    if (!base || !by) return undefined;
    if (isWord(by[0], 'interval')) return shiftBy(base, sign, by.slice(1), rewriter);
    const days = timeUnit('day');
    const { untyped } = rewriter.rules;
    if (!/date$/.test(name) || !days) return undefined;
    return shifted(rewriter.expression(base), { sign, amount: rewriter.expression(by), unit: days, untyped });
  };
}

const SEVERAL_UNITS: Readonly<Record<string, string>> = {
  year_month: 'YEAR TO MONTH',
  day_hour: 'DAY TO HOUR',
  day_minute: 'DAY TO MINUTE',
  day_second: 'DAY TO SECOND',
  hour_minute: 'HOUR TO MINUTE',
  hour_second: 'HOUR TO SECOND',
  minute_second: 'MINUTE TO SECOND',
};

/** @param interval the nodes behind the word INTERVAL: an amount and a unit */
function shiftBy(base: readonly Node[], sign: '+' | '-', interval: readonly Node[], rewriter: Rewriter) {
  const last = interval.at(-1);
  const unit = last?.kind === 'leaf' && last.token === 'word' ? timeUnit(last.value) : undefined;
  const fields = last?.kind === 'leaf' ? SEVERAL_UNITS[last.value] : undefined;
  const written = fields === undefined ? undefined : rewriter.expression(interval.slice(0, -1)).literal;
  if (fields !== undefined && written !== undefined) {
    const moment = asMoment(rewriter.expression(base), rewriter.rules.untyped);
    return done(`${moment} ${sign} INTERVAL ${textLiteral(written)} ${fields}`, { binds: 'loose', value: 'timestamp' });
  }
  if (!unit) {
    rewriter.note(`INTERVAL … ${last?.kind === 'leaf' ? last.text : ''}: intervals of several units stay as written.`);
    return undefined;
  }
  const amount = rewriter.expression(interval.slice(0, -1));
  return shifted(rewriter.expression(base), { sign, amount, unit, untyped: rewriter.rules.untyped });
}

/** Nodes that an amount may have before its unit. */
const MAX_AMOUNT_NODES = 12;

/** `x + INTERVAL 1 DAY`. The sign and the operand before it were read already. */
export const intervalOperator: OperatorRule = ({ output, input, index }, rewriter) => {
  const sign = output.at(-1);
  if (sign?.kind !== 'leaf' || (sign.text !== '+' && sign.text !== '-')) return undefined;
  const ahead = input.slice(index + 2, index + MAX_AMOUNT_NODES);
  const unit = ahead.findIndex((node) => node.kind === 'leaf' && node.token === 'word' && timeUnit(node.value));
  if (unit < 0) return undefined;
  const unitAt = index + 2 + unit;
  output.pop();
  const base = popOperand(output);
  const result = shiftBy(base, sign.text, input.slice(index + 1, unitAt + 1), rewriter);
  if (!result || base.length === 0) {
    output.push(...base, sign);
    return undefined;
  }
  output.push({ ...result, before: base[0]?.before ?? '' });
  return unitAt + 1;
};

export const parseDateRule: CallRule = ({ args: [value, format] }, rewriter) => {
  const pattern = format && patternOf(format, rewriter);
  if (!value || pattern === undefined) return undefined;
  const { text } = rewriter.expression(value);
  if (!/HH|MI|SS/.test(pattern)) return done(`TO_DATE(${text}, ${textLiteral(pattern)})`, { value: 'date' });
  return done(`TO_TIMESTAMP(${text}, ${textLiteral(pattern)})::timestamp`, { value: 'timestamp' });
};

function patternOf(format: readonly Node[], rewriter: Rewriter): string | undefined {
  const { literal } = rewriter.expression(format);
  const pattern = literal === undefined ? undefined : fromMysqlPattern(literal);
  if (pattern === undefined) rewriter.note('A pattern of dates that Postgres has no equal for stays as written.');
  return pattern;
}

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3_600, day: 86_400, week: 604_800 };

/** TIMESTAMPDIFF(unit, from, to): whole units. */
export const timestampDifference: CallRule = ({ args: [unitNodes, from, to] }, rewriter) => {
  const [word] = unitNodes ?? [];
  const unit = word?.kind === 'leaf' ? timeUnit(word.value) : undefined;
  if (!unit || !from || !to) return undefined;
  const ends = [to, from].map((nodes) => timestampOf(rewriter, nodes));
  const seconds = SECONDS[unit.name];
  if (seconds !== undefined) {
    const divisor = seconds === 1 ? '' : ` / ${seconds}`;
    return done(`TRUNC(EXTRACT(EPOCH FROM ${ends.join(' - ')})${divisor})`, { value: 'integer' });
  }
  const age = `AGE(${ends.join(', ')})`;
  const years = `EXTRACT(YEAR FROM ${age})`;
  if (unit.name === 'year') return done(years, { value: 'integer' });
  if (unit.name !== 'month' || age.length > 1_000) return undefined;
  const months = `${years} * 12 + EXTRACT(MONTH FROM ${age})`;
  return done(unit.times === 1 ? months : `TRUNC((${months}) / ${unit.times})`, { value: 'integer', binds: 'loose' });
};

export const timestampAdd: CallRule = ({ args: [unitNodes, amount, base] }, rewriter) => {
  const [word] = unitNodes ?? [];
  const unit = word?.kind === 'leaf' ? timeUnit(word.value) : undefined;
  if (!unit || !amount || !base) return undefined;
  const { untyped } = rewriter.rules;
  return shifted(rewriter.expression(base), { sign: '+', amount: rewriter.expression(amount), unit, untyped });
};

function timestampOf(rewriter: Rewriter, nodes: readonly Node[]): string {
  const expression = rewriter.expression(nodes);
  if (expression.literal !== undefined) return `TIMESTAMP ${textLiteral(expression.literal)}`;
  return expression.value === 'timestamp' ? operand(expression) : `${operand(expression)}::timestamp`;
}
