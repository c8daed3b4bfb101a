import { textLiteral } from '../../../schema/names.ts';
import { fromStrftime } from '../date-formats.ts';
import { asMoment, type Expression, operand } from '../expression.ts';
import { shifted, timeUnit } from '../moments.ts';
import { type Done, done, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { CallRule } from '../rules.ts';

/** Modifiers that change nothing in Postgres. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['localtime', 'utc', 'auto', 'subsec', 'subsecond']);

/**
 * The time value and the modifiers that SQLite's functions of dates take: `'now', '-1 day', 'start of month'`.
 * Undefined where a modifier has no equal.
 */
function momentOf(args: readonly (readonly Node[])[], wantsDay: boolean, rewriter: Rewriter): Expression | undefined {
  const [value, ...modifiers] = args;
  let moment = startingMoment(value, modifiers, wantsDay, rewriter);
  for (const modifier of modifiers) {
    const next = modified(moment, rewriter.expression(modifier));
    if (!next) {
      rewriter.note(
        `A modifier of dates (${rewriter.text(modifier)}) that Postgres has no equal for stays as written.`,
      );
      return undefined;
    }
    moment = next;
  }
  return moment;
}

function startingMoment(
  value: readonly Node[] | undefined,
  modifiers: readonly (readonly Node[])[],
  wantsDay: boolean,
  rewriter: Rewriter,
): Expression {
  const expression = value ? rewriter.expression(value) : undefined;
  if (!expression || expression.literal?.toLowerCase() === 'now') {
    return asExpression(
      wantsDay ? done('CURRENT_DATE', { value: 'date' }) : done('LOCALTIMESTAMP(0)', { value: 'timestamp' }),
    );
  }
  const isSeconds = modifiers.some((modifier) => /^'(?:unixepoch|auto)'$/i.test(rewriter.text(modifier)));
  if (isSeconds)
    return asExpression(done(`(TO_TIMESTAMP(${expression.text}) AT TIME ZONE 'UTC')`, { value: 'timestamp' }));
  if (wantsDay && expression.value !== 'date' && expression.literal === undefined) {
    return asExpression(done(`${operand(expression)}::date`, { value: 'date' }));
  }
  return asExpression(
    done(asMoment(expression, true), {
      value: /^DATE /.test(asMoment(expression, true)) || expression.value === 'date' ? 'date' : 'timestamp',
    }),
  );
}

function asExpression({ text, binds, value }: Done): Expression {
  return { text, binds: binds === 'tight' ? 'tight' : 'loose', value, literal: undefined };
}

const SHIFT = /^([+-]?)\s*(\d+(?:\.\d+)?)\s+(\w+)$/;

function modified(moment: Expression, modifier: Expression): Expression | undefined {
  const text = modifier.literal?.trim().toLowerCase();
  // '-' || days || ' days': Postgres reads such a text as an interval.
  if (text === undefined)
    return asExpression(
      done(`${operand(moment)} + ${operand(modifier)}::interval`, { binds: 'loose', value: 'timestamp' }),
    );
  if (WITHOUT_EFFECT.has(text) || text === 'unixepoch') return moment;
  const start = /^start of (day|month|year)$/.exec(text)?.[1];
  if (start !== undefined) {
    const truncated = `DATE_TRUNC('${start}', ${moment.text})`;
    return asExpression(
      moment.value === 'date' ? done(`${truncated}::date`, { value: 'date' }) : done(truncated, { value: 'timestamp' }),
    );
  }
  const weekday = /^weekday ([0-6])$/.exec(text)?.[1];
  if (weekday !== undefined) return nextWeekday(moment, Number(weekday));
  const [, sign, number, word] = SHIFT.exec(text) ?? [];
  const unit = word === undefined ? undefined : timeUnit(word);
  if (!unit || number === undefined) return undefined;
  const amount: Expression = { text: number, binds: 'tight', value: 'integer', literal: undefined };
  return asExpression(shifted(moment, { sign: sign === '-' ? '-' : '+', amount, unit, untyped: true }));
}

/** The day itself where it is that weekday, or else the next one that is. */
function nextWeekday(moment: Expression, weekday: number): Expression {
  const days = `(${weekday + 7} - EXTRACT(DOW FROM ${moment.text})::int) % 7`;
  return asExpression(
    moment.value === 'date'
      ? done(`${operand(moment)} + ${days}`, { binds: 'loose', value: 'date' })
      : done(`${operand(moment)} + ${days} * INTERVAL '1 day'`, { binds: 'loose', value: 'timestamp' }),
  );
}

export const dateRule: CallRule = ({ args }, rewriter) => {
  const moment = momentOf(args, true, rewriter);
  if (!moment) return undefined;
  if (moment.value === 'date') return done(moment.text, { binds: moment.binds, value: 'date' });
  return done(`${operand(moment)}::date`, { value: 'date' });
};

export const datetimeRule: CallRule = ({ args }, rewriter) => {
  const moment = momentOf(args, false, rewriter);
  if (!moment) return undefined;
  return moment.value === 'date'
    ? done(`${operand(moment)}::timestamp`, { value: 'timestamp' })
    : done(moment.text, { binds: moment.binds, value: 'timestamp' });
};

export const timeRule: CallRule = ({ args }, rewriter) => {
  const moment = momentOf(args, false, rewriter);
  return moment && done(`${operand(moment)}::time`, { value: 'time' });
};

/** Days since noon of 24 November 4714 BC; Postgres counts from midnight. */
export const julianDay: CallRule = ({ args }, rewriter) => {
  const moment = momentOf(args, false, rewriter);
  return (
    moment &&
    done(`EXTRACT(JULIAN FROM ${operand(moment)}${moment.value === 'date' ? '::timestamp' : ''}) - 0.5`, {
      binds: 'loose',
      value: 'number',
    })
  );
};

export const unixEpoch: CallRule = ({ args }, rewriter) => {
  const moment = momentOf(args, false, rewriter);
  return moment && done(`EXTRACT(EPOCH FROM ${operand(moment)})::bigint`, { value: 'integer' });
};

/** Parts that TO_CHAR does not have. */
const COMPUTED_CODES: Readonly<Record<string, (moment: string) => string>> = {
  '%s': (moment) => `EXTRACT(EPOCH FROM ${moment})::bigint::text`,
  '%w': (moment) => `EXTRACT(DOW FROM ${moment})::text`,
  // Weeks begin on Monday; days before the first are in week 00.
  '%W': (moment) => `LPAD(((EXTRACT(DOY FROM ${moment}) + 7 - EXTRACT(ISODOW FROM ${moment}))::int / 7)::text, 2, '0')`,
};

export const strftime: CallRule = ({ args: [format, ...rest] }, rewriter) => {
  const pattern = format && rewriter.expression(format).literal;
  const moment = pattern === undefined ? undefined : momentOf(rest, false, rewriter);
  if (pattern === undefined || !moment) return undefined;
  const parts = pattern.split(/(%[swW])/).filter((part) => part !== '');
  const texts = parts.map((part) => {
    const computed = Object.hasOwn(COMPUTED_CODES, part) ? COMPUTED_CODES[part]?.(operand(moment)) : undefined;
    const translated = fromStrftime(part);
    return computed ?? (translated === undefined ? undefined : `TO_CHAR(${moment.text}, ${textLiteral(translated)})`);
  });
  if (texts.includes(undefined)) {
    rewriter.note('A pattern of dates that Postgres has no equal for stays as written.');
    return undefined;
  }
  return done(texts.join(' || '), { value: 'text', binds: texts.length > 1 ? 'loose' : 'tight' });
};
