/** Patterns with GROUP BY over one table. */
import { anyCondition } from '../conditions.ts';
import type { Random } from '../random.ts';
import {
  columnSql,
  columnsOf,
  datesOf,
  groupsOf,
  numbersOf,
  sayColumn,
  sayColumns,
  sayNumber,
  sayTable,
  sayTables,
} from '../say.ts';
import { fill } from '../template.ts';
import type { World, WorldColumn, WorldTable } from '../world.ts';
import { type Draft, type Pattern, pickLimit } from './pattern.ts';

export interface Measure {
  readonly sql: string;
  /** `number of orders`, `average price` */
  readonly words: string;
  readonly isCount: boolean;
}

export const AGGREGATE_WORDS = {
  AVG: '[average|average|mean|avg]',
  SUM: '[total|total|sum of|combined|overall]',
  MAX: '[maximum|highest|largest|max]',
  MIN: '[minimum|lowest|smallest|min]',
} as const;

/** What is computed for each group: a count of rows or an aggregate of a number. */
export function measureOf(t: WorldTable, random: Random, options: { countShare: number }): Measure | null {
  const column = random.pickOptional(numbersOf(t));
  if (column === undefined || random.chance(options.countShare)) {
    return {
      sql: 'COUNT(*)',
      words: fill('[number of {t}|count of {t}|number of {t}|{one} count|total number of {t}]', random, {
        t: sayTables(t, random),
        one: sayTable(t, random),
      }),
      isCount: true,
    };
  }
  const name = random.weighted<keyof typeof AGGREGATE_WORDS>([
    ['AVG', 4],
    ['SUM', 4],
    ['MAX', 1.5],
    ['MIN', 1.5],
  ]);
  return {
    sql: `${name}(${columnSql(t, column)})`,
    words: fill(`${AGGREGATE_WORDS[name]} {c}`, random, { c: sayColumn(t, column, random) }),
    isCount: false,
  };
}

/** What rows are grouped by: a column, or the year or month of a date. */
function groupOf(
  t: WorldTable,
  random: Random,
): { sql: string; one: string; many: string; column: WorldColumn } | null {
  const date = random.pickOptional(datesOf(t));
  if (date !== undefined && random.chance(0.15)) {
    const sql = columnSql(t, date);
    const said = random.chance(0.5) ? ` of ${sayColumn(t, date, random)}` : '';
    return random.chance(0.55)
      ? { sql: `EXTRACT(YEAR FROM ${sql})`, one: `year${said}`, many: 'years', column: date }
      : { sql: `DATE_TRUNC('month', ${sql})`, one: `month${said}`, many: 'months', column: date };
  }
  const column = random.pickOptional([...groupsOf(t), ...groupsOf(t), ...columnsOf(t, ['flag'])]);
  if (column === undefined) return null;
  return { sql: columnSql(t, column), one: sayColumn(t, column, random), many: sayColumns(t, column, random), column };
}

function groupBy(world: World, random: Random): Draft | null {
  const t = random.pick(world.tables);
  const g = groupOf(t, random);
  const m = measureOf(t, random, { countShare: 0.5 });
  if (g === null || m === null || m.sql.includes(g.sql)) return null;
  const c = random.chance(0.18) ? anyCondition(t, random) : null;
  if (c?.columns.includes(g.column)) return null;
  const where = c === null ? '' : ` WHERE ${c.sql}`;
  const sql = `SELECT ${g.sql}, ${m.sql} FROM ${t.sql}${where} GROUP BY ${g.sql}`;
  const slots = {
    t: sayTables(t, random),
    one: sayTable(t, random),
    m: m.words,
    g: g.one,
    gs: g.many,
    w: c?.after ?? '',
  };
  const question = m.isCount
    ? fill(
        '[how many {t} {w} [are there|do we have|] {EACH} {g}|how many {t} {w} [are|come] from each {g}|how many {t} {w} are in each {g}|{TELL} {THE} {m} {w} {EACH} {g}|{TELL} {THE} {m} {w} {EACH} {g}|count {THE} {t} {w} {EACH} {g}|{t} {w} {EACH} {g}|{m} {w} {EACH} {g}|for each {g}, [how many {t} {w} are there|count {THE} {t} {w}|{TELL} {THE} {m} {w}]|count {t} {w} grouped by {g}|break down {THE} {t} {w} by {g}|distribution of {t} {w} by {g}|break {THE} {t} {w} down by {g}|tally {THE} {t} {w} by {g}|split {THE} {t} {w} by {g} and count them|{t} {w} by {g}, how many [of each|each]|how many of each {g} [do we have|are there]|number of {t} {w} in each {g}|how are {THE} {t} distributed by {g}|how many {t} {w} does each {g} have]',
        random,
        slots,
      )
    : fill(
        '[{TELL} {THE} {m} {EACH} {g} {w}|{m}, {EACH} {g} {w}|{TELL} {THE} {m}, {EACH} {g} {w}|{TELL} {THE} {m} of {THE} {t} {w} {EACH} {g}|{m} {EACH} {g} {w}|for each {g}, {TELL} {THE} {m} of {THE} {t} {w}|{m} of {t} {w} {EACH} {g}|{one} {m} {w} by {g}|what is the {m} of {t} {w} {EACH} {g}|how does the {m} vary by {g} {w}]',
        random,
        slots,
      );
  return { question, sql };
}

function groupByOrdered(world: World, random: Random): Draft | null {
  const t = random.pick(world.tables);
  const g = groupOf(t, random);
  const m = measureOf(t, random, { countShare: 0.55 });
  if (g === null || m === null || m.sql.includes(g.sql)) return null;
  const most = random.chance(0.7);
  const isOne = random.chance(0.5);
  const limit = isOne ? 1 : pickLimit(random);
  const slots = { g: g.one, gs: g.many, m: m.words, t: sayTables(t, random), k: sayNumber(limit, random) };
  const high = most ? '[highest|largest|biggest|greatest]' : '[lowest|smallest]';
  const many = most
    ? '[most|highest number of|largest number of|greatest number of]'
    : '[fewest|least|lowest number of|smallest number of]';
  const question = isOne
    ? m.isCount
      ? fill(
          `[which {g} has the ${many} {t}|{TELL} the {g} with the ${many} {t}|{g} with the ${many} {t}|${most ? 'what is the most common {g} [among|of|for] {THE} {t}' : 'what is the least common {g} [among|of] {THE} {t}'}|in which {g} are there the ${most ? 'most' : 'fewest'} {t}]`,
          random,
          slots,
        )
      : fill(
          `[which {g} has the ${high} {m}|{TELL} the {g} with the ${high} {m}|{g} with the ${high} {m} of {t}]`,
          random,
          slots,
        )
    : m.isCount
      ? fill(
          `[{TELL} the ${most ? 'top' : 'bottom'} {k} {gs} by {THE} {m}|{TELL} the {k} {gs} with the ${many} {t}|${most ? 'top' : 'bottom'} {k} {gs} by {m}|which {k} {gs} have the ${many} {t}]`,
          random,
          slots,
        )
      : fill(
          `[{TELL} the ${most ? 'top' : 'bottom'} {k} {gs} by {m}|{TELL} the {k} {gs} with the ${high} {m}|which {k} {gs} have the ${high} {m}|${most ? 'top' : 'bottom'} {k} {gs} by {m} of {t}]`,
          random,
          slots,
        );
  return {
    question,
    sql: `SELECT ${g.sql}, ${m.sql} FROM ${t.sql} GROUP BY ${g.sql} ORDER BY ${m.sql}${most ? ' DESC' : ''} LIMIT ${limit}`,
  };
}

function groupBySorted(world: World, random: Random): Draft | null {
  const t = random.pick(world.tables);
  const g = groupOf(t, random);
  const m = measureOf(t, random, { countShare: 0.6 });
  if (g === null || m === null || m.sql.includes(g.sql)) return null;
  const descending = random.chance(0.7);
  const question = fill(
    `[{TELL} {THE} {m} {EACH} {g}|{m} {EACH} {g}|for each {g} {TELL} {THE} {m}] [|,] [sorted|ordered|ranked|sort] [by {m2} |] ${descending ? '[from highest to lowest|in descending order|highest first|descending|with the highest first]' : '[from lowest to highest|in ascending order|lowest first|ascending]'}`,
    random,
    {
      m: m.words,
      m2: m.isCount ? 'the count' : `the ${m.words}`,
      g: g.one,
    },
  );
  return {
    question,
    sql: `SELECT ${g.sql}, ${m.sql} FROM ${t.sql} GROUP BY ${g.sql} ORDER BY ${m.sql}${descending ? ' DESC' : ''}`,
  };
}

const HAVING = [
  { operator: '>', words: '[more than|over|above|>]' },
  { operator: '>=', words: '[at least|no fewer than|a minimum of]' },
  { operator: '<', words: '[fewer than|less than|under]' },
] as const;

function having(world: World, random: Random): Draft | null {
  const t = random.pick(world.tables);
  const g = groupOf(t, random);
  if (g === null || g.one.startsWith('year') || g.one.startsWith('month')) return null;
  const limit = random.weighted([
    [1, 5],
    [2, 5],
    [3, 3],
    [4, 1],
    [5, 2],
    [10, 1],
  ]);
  const { operator, words } = random.pick(HAVING);
  const slots = { gs: g.many, g: g.one, t: sayTables(t, random), n: sayNumber(limit, random), o: fill(words, random) };
  const question = fill(
    '[which {gs} have {o} {n} {t}|{SHOW} {ALL} {gs} [with|that have|having] {o} {n} {t}|{gs} with {o} {n} {t}|{SHOW} {ALL} {gs} that appear {o} {n} times [in|among] {THE} {t}|{SHOW} {ALL} {gs} where the number of {t} is {o} {n}|in which {gs} are there {o} {n} {t}]',
    random,
    slots,
  );
  return {
    question,
    sql: `SELECT ${g.sql}, COUNT(*) FROM ${t.sql} GROUP BY ${g.sql} HAVING COUNT(*) ${operator} ${limit}`,
  };
}

function havingAggregate(world: World, random: Random): Draft | null {
  const t = random.pick(world.tables);
  const g = groupOf(t, random);
  const column = random.pickOptional(numbersOf(t));
  if (g === null || column === undefined || g.one.startsWith('year') || g.one.startsWith('month')) return null;
  const name = random.pick(['AVG', 'SUM'] as const);
  const values = column.values.flatMap((value) => (value === null ? [] : [Number(value)]));
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const bound = mean > 100 ? Math.round(mean / 10) * 10 : Math.max(1, Math.round(mean));
  const { operator, words } = random.pick(HAVING.filter((entry) => entry.operator !== '>='));
  const question = fill(
    `[which {gs} have [a|an] ${AGGREGATE_WORDS[name]} {c} [of|] {o} {n}|{SHOW} {ALL} {gs} [with|whose|that have] [a|an|] ${AGGREGATE_WORDS[name]} {c} [of|] {o} {n}|{gs} with ${AGGREGATE_WORDS[name]} {c} {o} {n}|{SHOW} {ALL} {gs} where the ${AGGREGATE_WORDS[name]} {c} is {o} {n}]`,
    random,
    {
      gs: g.many,
      c: sayColumn(t, column, random),
      n: sayNumber(bound, random),
      o: fill(words, random).replace('fewer', 'less'),
    },
  );
  const sql = `${name}(${columnSql(t, column)})`;
  return {
    question,
    sql: `SELECT ${g.sql}, ${sql} FROM ${t.sql} GROUP BY ${g.sql} HAVING ${sql} ${operator} ${bound}`,
  };
}

export const GROUP_PATTERNS: readonly Pattern[] = [
  { id: 'group-by', weight: 11, make: groupBy },
  { id: 'group-by-top', weight: 5, make: groupByOrdered },
  { id: 'group-by-sorted', weight: 2, make: groupBySorted },
  { id: 'having-count', weight: 3, make: having },
  { id: 'having-aggregate', weight: 1.2, make: havingAggregate },
];
