/** Conditions on one table: the SQL and how a question says them. */

import { textLiteral } from '../../src/schema/names.ts';
import type { Random } from './random.ts';
import {
  columnSql,
  columnsOf,
  datesOf,
  labelsOf,
  numbersOf,
  sayColumn,
  sayNumber,
  sayValue,
  thresholdOf,
} from './say.ts';
import { COMPARATIVES, DATE_VERBS, MONTHS, UN_FLAGS, UNITS } from './speech.ts';
import { fill } from './template.ts';
import type { WorldColumn, WorldTable } from './world.ts';

export interface Condition {
  readonly sql: string;
  /** What follows the noun: `from Lisbon`, `with a price over 20`. */
  readonly after: string;
  /** What may stand before the noun instead: `pending`. */
  readonly before: string | null;
  /** After "which customers": `live in Lisbon`, `have a price over 20`; null when only a noun phrase fits. */
  readonly predicate: string | null;
  readonly columns: readonly WorldColumn[];
}

type Maker = (table: WorldTable, random: Random) => Condition | null;

/** A condition of any sort that the table allows. */
export function anyCondition(table: WorldTable, random: Random): Condition | null {
  const maker = random.weighted<Maker>([
    [equalsText, 30],
    [comparesNumber, 26],
    [comparesDate, 15],
    [isFlag, 9],
    [isMissing, 4],
    [matchesText, 6],
    [isOneOf, 5],
    [isNotText, 4],
    [isBetween, 5],
    [equalsNumber, 4],
  ]);
  return maker(table, random);
}

function condition(
  sql: string,
  after: string,
  columns: readonly WorldColumn[],
  extra: Partial<Condition> = {},
): Condition {
  return { sql, after, columns, before: null, predicate: null, ...extra };
}

/** Values of a column that are there. */
function present(column: WorldColumn): string[] {
  return column.values.filter((value) => value !== null);
}

export function equalsText(table: WorldTable, random: Random): Condition | null {
  const column = random.pickOptional(columnsOf(table, ['text', 'place', 'choice', 'place', 'choice', 'name']));
  const value = column && random.pickOptional(present(column));
  if (column === undefined || value === undefined) return null;
  const slots = { c: sayColumn(table, column, random), v: sayValue(value, random) };
  const sql = `${columnSql(table, column)} = ${textLiteral(value)}`;
  const generic =
    '[with {c} {v}|whose {c} is {v}|where {c} is {v}|where {THE} {c} is {v}|where the {c} equals {v}|with the {c} {v}|having {c} {v}|that have {c} {v}|{c} = {v}|with {c} equal to {v}|with {c} of {v}|for {c} {v}|where {c} = {v}|with {c}: {v}]';
  const predicate = fill('have [{c} {v}|the {c} {v}|{v} as {c}|a {c} of {v}]', random, slots);
  if (column.kind === 'place') {
    const isNamedAsPlace = column.meaning !== null || random.chance(0.2);
    const after =
      isNamedAsPlace && random.chance(0.65)
        ? fill(
            '[in {v}|from {v}|from {v}|located in {v}|based in {v}|that are in {v}|that are from {v}|in the {c} [of|] {v}|living in {v}|of {v}|who live in {v}]',
            random,
            slots,
          )
        : fill(generic, random, slots);
    return condition(sql, after, [column], {
      predicate: isNamedAsPlace ? fill('are [in|from|located in|based in] {v}', random, slots) : predicate,
    });
  }
  if (column.kind === 'choice') {
    const after = fill(
      `[${generic}|that are {v}|in {c} {v}|which are {v}|marked [as|] {v}|in the {v} {c}|that [were|got|have been|was|are still|are currently] {v}|which [were|got|have been] {v}|still {v}|with {v} {c}]`,
      random,
      slots,
    );
    return condition(sql, after, [column], {
      before: value,
      predicate: fill('[are|were|got|have been|are currently|are still|were for|are for] {v}', random, slots),
    });
  }
  if (column.kind === 'name') {
    const after = fill(`[named {v}|called {v}|with {THE} {c} {v}|whose {c} is {v}|where {c} is {v}]`, random, slots);
    return condition(sql, after, [column], { predicate: fill('are [named|called] {v}', random, slots) });
  }
  return condition(sql, fill(generic, random, slots), [column], {
    before: random.chance(0.3) ? value : null,
    predicate,
  });
}

interface Comparison {
  readonly operator: string;
  readonly words: string;
}

const COMPARISONS: readonly (readonly [Comparison, number])[] = [
  [
    {
      operator: '>',
      words: '[more than|over|above|greater than|higher than|exceeding|bigger than|larger than|in excess of|>]',
    },
    34,
  ],
  [{ operator: '<', words: '[less than|under|below|lower than|smaller than|fewer than|<]' }, 30],
  [{ operator: '>=', words: '[at least|no less than|a minimum of|not less than|greater than or equal to|>=]' }, 18],
  [{ operator: '<=', words: '[at most|no more than|up to|a maximum of|not more than|less than or equal to|<=]' }, 18],
];

function comparesNumber(table: WorldTable, random: Random): Condition | null {
  const column = random.pickOptional(numbersOf(table));
  const threshold = column && thresholdOf(column, random);
  if (column === undefined || threshold === undefined || threshold === null) return null;
  const { operator, words } = random.weighted(COMPARISONS);
  const slots = {
    c: sayColumn(table, column, random),
    n: sayAmount(column, threshold, random),
    op: fill(words, random),
  };
  const sql = `${columnSql(table, column)} ${operator} ${threshold}`;
  const comparative = column.meaning === null ? undefined : COMPARATIVES[column.meaning];
  if (comparative !== undefined && (operator === '>' || operator === '<') && random.chance(0.5)) {
    return condition(sql, `${random.pick(operator === '>' ? comparative.over : comparative.under)} ${slots.n}`, [
      column,
    ]);
  }
  const tail =
    operator === '>='
      ? '[of {n} or more|{n} or more|{n} or higher|{n}+]'
      : operator === '<='
        ? '[of {n} or less|{n} or less|{n} or lower]'
        : '';
  if (tail !== '' && random.chance(0.35)) {
    return condition(sql, fill(`[with|having|that have|with a] {c} ${tail}`, random, slots), [column], {
      predicate: fill(`have [a|] {c} ${tail}`, random, slots),
    });
  }
  const count = column.kind === 'count' ? '|with {op} {n} {c}|that have {op} {n} {c}|having {op} {n} {c}' : '';
  const after = fill(
    `[with {THE} {c} {op} {n}|with a {c} [of|] {op} {n}|whose {c} is {op} {n}|where {c} is {op} {n}|where {THE} {c} {op} {n}|having {c} {op} {n}|that have a {c} {op} {n}|{c} {op} {n}|with {c} {op} {n}|where {c} ${operator} {n}${count}]`,
    random,
    slots,
  );
  return condition(sql, after, [column], { predicate: fill('have [a|] {c} [of|] {op} {n}', random, slots) });
}

/** Money now and then carries a currency. */
function sayAmount(column: WorldColumn, value: number, random: Random): string {
  const said = sayNumber(value, random);
  if (column.kind !== 'money') return random.chance(0.15) ? `${said} ${random.pick(UNITS)}` : said;
  if (random.chance(0.8)) return said;
  return random.pick([`$${value}`, `€${value}`, `${said} dollars`, `${said} euros`, `$${value}`]);
}

function equalsNumber(table: WorldTable, random: Random): Condition | null {
  const column = random.pickOptional(columnsOf(table, ['count']));
  const value = column && random.pickOptional(present(column));
  if (column === undefined || value === undefined) return null;
  const slots = { c: sayColumn(table, column, random), n: sayNumber(Number(value), random) };
  const after = fill(
    '[with {c} {n}|with {n} {c}|with exactly {n} {c}|whose {c} is [exactly|] {n}|where {c} is {n}|where {c} = {n}|where {THE} {c} equals {n}|with a {c} of {n}|that have {n} {c}]',
    random,
    slots,
  );
  return condition(`${columnSql(table, column)} = ${value}`, after, [column], {
    predicate: fill('have [exactly|] {n} {c}', random, slots),
  });
}

function isBetween(table: WorldTable, random: Random): Condition | null {
  const column = random.pickOptional(numbersOf(table));
  if (column === undefined) return null;
  const first = thresholdOf(column, random);
  const second = thresholdOf(column, random);
  if (first === null || second === null || first === second) return null;
  const [low, high] = first < second ? [first, second] : [second, first];
  const slots = { c: sayColumn(table, column, random), a: sayNumber(low, random), b: sayNumber(high, random) };
  const after = fill(
    '[[with|having] [a|] {c} [between {a} and {b}|from {a} to {b}|in the range {a} to {b}|ranging from {a} to {b}|of {a} to {b}]|[whose|where|where the] {c} is [between {a} and {b}|in the range {a} to {b}|from {a} to {b}]|{c} between {a} and {b}]',
    random,
    slots,
  );
  return condition(`${columnSql(table, column)} BETWEEN ${low} AND ${high}`, after, [column], {
    predicate: fill('have a {c} between {a} and {b}', random, slots),
  });
}

function comparesDate(table: WorldTable, random: Random): Condition | null {
  const column = random.pickOptional([...datesOf(table), ...columnsOf(table, ['date'])]);
  const value = column && random.pickOptional(present(column));
  if (column === undefined || value === undefined) return null;
  const sql = columnSql(table, column);
  const [year = '', month = '1', day = ''] = value.slice(0, 10).split('-');
  const monthName = MONTHS[Number(month) - 1] ?? '';
  const verb = column.meaning === null ? undefined : (DATE_VERBS[column.meaning] ?? participle(column.meaning));
  const lead =
    verb !== undefined && random.chance(0.6)
      ? fill(`[${[verb].flat().join('|')}]`, random)
      : fill('[with {THE} {c}|whose {c} is|where {THE} {c} is|with a {c}|where {c} is]', random, {
          c: sayColumn(table, column, random),
        });
  const date = random.weighted([
    [value.slice(0, 10), 7],
    [`${monthName} ${Number(day)}, ${year}`, 1.5],
    [`${Number(day)} ${monthName} ${year}`, 1.5],
  ]);
  const iso = textLiteral(value.slice(0, 10));
  const slots = { lead, date, year, month: monthName, nextYear: String(Number(year) + 1) };
  const firstOf = (y: number, m: number) => `'${y}-${String(m).padStart(2, '0')}-01'`;
  const done = lead.replace(/^(?:that|who) (?:were |was )?/, '');
  const predicate = verb === undefined ? null : /^(?:that|who) (?!were)/.test(lead) ? done : `were ${done}`;
  const made = (wording: string, test: string) => {
    const when = fill(wording, random, slots);
    return condition(test, `${lead} ${when}`, [column], {
      predicate: predicate === null ? null : `${predicate} ${when}`,
    });
  };
  return random.weighted<() => Condition>([
    [() => made('[in|during|in the year|in] {year}', `EXTRACT(YEAR FROM ${sql}) = ${year}`), 34],
    [() => made('[after|later than] {date}', `${sql} > ${iso}`), 18],
    [() => made('[before|earlier than|prior to] {date}', `${sql} < ${iso}`), 18],
    [() => made('[since {date}|on or after {date}|from {date} on]', `${sql} >= ${iso}`), 8],
    [() => made('[after|later than] {year}', `EXTRACT(YEAR FROM ${sql}) > ${year}`), 6],
    [() => made('before {year}', `EXTRACT(YEAR FROM ${sql}) < ${year}`), 6],
    [() => made('[since|from] {year} [on|]', `EXTRACT(YEAR FROM ${sql}) >= ${year}`), 4],
    [
      () =>
        made(
          '[in|during] {month} {year}',
          `EXTRACT(YEAR FROM ${sql}) = ${year} AND EXTRACT(MONTH FROM ${sql}) = ${Number(month)}`,
        ),
      6,
    ],
    [
      () =>
        made(
          '[between {date} and the end of {year}|from {date} to the end of {year}]',
          `${sql} BETWEEN ${iso} AND '${year}-12-31'`,
        ),
      3,
    ],
    [
      () =>
        made(
          'in the first half of {year}',
          `${sql} >= ${firstOf(Number(year), 1)} AND ${sql} < ${firstOf(Number(year), 7)}`,
        ),
      1,
    ],
    [() => relativeDate(lead, column, sql, random), 5],
  ])();
}

function relativeDate(lead: string, column: WorldColumn, sql: string, random: Random): Condition {
  const unit = random.pick(['day', 'month', 'year', 'week']);
  const count = random.pick([1, 2, 3, 6, 7, 10, 30]);
  const span = count === 1 ? `[last|past] ${unit}` : `[last|past] ${count} ${unit}s`;
  return condition(
    `${sql} >= CURRENT_DATE - INTERVAL '${count} ${unit}${count === 1 ? '' : 's'}'`,
    fill(`${lead} [in|within|during] the ${span}`, random),
    [column],
  );
}

/** `issued on` → `issued`: the participle of columns named after what happened. */
function participle(meaning: string): string[] | undefined {
  const match = /^(\w+(?:ed|ld|id|ght|ade|nt|ne)) (?:on|at)$/.exec(meaning);
  return match?.[1] === undefined ? undefined : [match[1], `that were ${match[1]}`];
}

function isFlag(table: WorldTable, random: Random): Condition | null {
  const column = random.pickOptional(columnsOf(table, ['flag']));
  if (column === undefined) return null;
  const wanted = random.chance(0.6);
  const slots = { c: column.phrase };
  const sql = `${columnSql(table, column)} = ${wanted ? 'TRUE' : 'FALSE'}`;
  const after = wanted
    ? fill(
        '[that are {c}|which are {c}|who are {c}|where {c} is true|with {c}|flagged as {c}|marked as {c}|with {c} [set to|=] true|that are marked {c}]',
        random,
        slots,
      )
    : fill(
        "[that are not {c}|which are not {c}|who are not {c}|where {c} is false|without {c}|not marked as {c}|with {c} [set to|=] false|that are not marked {c}|that aren't {c}]",
        random,
        slots,
      );
  return condition(sql, after, [column], {
    before: wanted
      ? column.phrase
      : UN_FLAGS.has(column.phrase)
        ? `un${column.phrase}`
        : random.pick([`non ${column.phrase}`, `not ${column.phrase}`, `non-${column.phrase}`]),
    predicate: fill(
      wanted ? '[are|are still|were|are currently] {c}' : "[are not|aren't|are not yet|are still not] {c}",
      random,
      slots,
    ),
  });
}

function isMissing(table: WorldTable, random: Random): Condition | null {
  const column = random.pickOptional(table.columns.filter((entry) => entry.values.includes(null)));
  if (column === undefined) return null;
  const slots = { c: sayColumn(table, column, random) };
  const isNull = random.chance(0.6);
  const after = isNull
    ? fill(
        '[without [a|any|] {c}|with no {c}|that have no {c}|whose {c} is [missing|empty|null|not set|unknown]|where {c} is [null|missing|empty]|missing [a|] {c}|lacking a {c}|that do not have a {c}]',
        random,
        slots,
      )
    : fill(
        '[that have a {c}|whose {c} is [not null|known|set|present|not missing|not empty]|where {c} is not null|with a known {c}|with a {c} set]',
        random,
        slots,
      );
  return condition(`${columnSql(table, column)} IS ${isNull ? '' : 'NOT '}NULL`, after, [column], {
    predicate: fill(isNull ? '[have no|do not have a|are missing a] {c}' : 'have a {c}', random, slots),
  });
}

export function matchesText(table: WorldTable, random: Random): Condition | null {
  const column = random.pickOptional([...labelsOf(table), ...labelsOf(table), ...columnsOf(table, ['text'])]);
  const value = column && random.pickOptional(present(column));
  if (column === undefined || value === undefined) return null;
  const words = value.split(' ');
  const slots = { c: sayColumn(table, column, random), v: '' };
  const sql = columnSql(table, column);
  const made = (wording: string, pattern: string, part: string) =>
    condition(
      `${sql} ILIKE ${textLiteral(pattern)}`,
      fill(`[whose|where {THE}] {c} ${wording}`, random, { ...slots, v: sayValue(part, random) }),
      [column],
    );
  const start = value.slice(0, random.pick([1, 1, 2, 3]));
  const end = value.slice(-random.int(2, 3));
  const middle = random.pick(words);
  return random.weighted<() => Condition>([
    [
      () =>
        made(
          `[starts with|begins with|starting with|beginning with] ${start.length === 1 ? '[the letter|]' : ''} {v}`,
          `${start}%`,
          start,
        ),
      4,
    ],
    [() => made('[ends with|ending with|ends in|finishes with] {v}', `%${end}`, end), 2],
    [() => made('[contains|includes|containing|has] [the word|the text|] {v}', `%${middle}%`, middle), 4],
  ])();
}

function isOneOf(table: WorldTable, random: Random): Condition | null {
  const column = random.pickOptional(columnsOf(table, ['place', 'choice', 'text']));
  if (column === undefined) return null;
  const different = [...new Set(present(column))];
  const values = random.sample(different, different.length > 3 && random.chance(0.3) ? 3 : 2);
  if (values.length < 2) return null;
  const said = values.map((value) => sayValue(value, random));
  const list = `${said.slice(0, -1).join(', ')} ${random.pick(['or', 'or', 'and'])} ${said.at(-1) ?? ''}`;
  const slots = { c: sayColumn(table, column, random), list };
  const wording =
    column.kind === 'place'
      ? '[in|from|located in|based in|whose {c} is|in either] {list}'
      : '[with {c} {list}|whose {c} is [either|] {list}|where {c} is {list}|that are {list}]';
  return condition(
    `${columnSql(table, column)} IN (${values.map(textLiteral).join(', ')})`,
    fill(wording, random, slots),
    [column],
  );
}

function isNotText(table: WorldTable, random: Random): Condition | null {
  const column = random.pickOptional(columnsOf(table, ['place', 'choice', 'text', 'choice']));
  const value = column && random.pickOptional(present(column));
  if (column === undefined || value === undefined) return null;
  const slots = { c: sayColumn(table, column, random), v: sayValue(value, random) };
  const wording =
    column.kind === 'place'
      ? '[not in|not from|outside [of|]|that are not in|who are not from|not located in] {v}'
      : "[whose {c} is not {v}|that are not {v}|where {c} is not {v}|with a {c} other than {v}|except {v} [ones|]|where {c} [isn't|!=|<>] {v}|with {c} different from {v}]";
  return condition(`${columnSql(table, column)} <> ${textLiteral(value)}`, fill(wording, random, slots), [column]);
}

/** Two conditions on different columns, joined. */
export function twoConditions(table: WorldTable, random: Random): Condition | null {
  const first = anyCondition(table, random);
  const second = anyCondition(table, random);
  if (first === null || second === null || first.columns.some((column) => second.columns.includes(column))) return null;
  if (/ (?:AND|OR) /.test(first.sql + second.sql)) return null;
  const isAnd = random.chance(0.7);
  if (isAnd && second.before !== null && random.chance(0.35)) {
    return {
      ...first,
      sql: `${second.sql} AND ${first.sql}`,
      before: second.before,
      columns: [...first.columns, ...second.columns],
      predicate: null,
    };
  }
  const link = isAnd
    ? random.pick(['and', 'and', 'that are also', 'and also', ',', 'but only those'])
    : random.pick(['or', 'or', 'or else']);
  return condition(
    `${first.sql} ${isAnd ? 'AND' : 'OR'} ${second.sql}`,
    `${first.after} ${link} ${second.after}`.replace(' ,', ','),
    [...first.columns, ...second.columns],
  );
}
