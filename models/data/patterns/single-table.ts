/** Patterns over one table: lists, filters, order, single figures. */

import { textLiteral } from '../../../src/schema/names.ts';
import { anyCondition, equalsText, matchesText, twoConditions } from '../conditions.ts';
import type { Random } from '../random.ts';
import {
  columnSql,
  columnsOf,
  datesOf,
  groupsOf,
  isPerson,
  keySql,
  labelSql,
  labelsOf,
  numbersOf,
  sayColumn,
  sayColumns,
  sayNumber,
  sayTable,
  sayTables,
} from '../say.ts';
import { SUPERLATIVES } from '../speech.ts';
import { fill } from '../template.ts';
import { pluralise } from '../words.ts';
import type { World, WorldColumn, WorldTable } from '../world.ts';
import { type Draft, type Pattern, pickLimit } from './pattern.ts';

const HOW_MANY =
  '[how many {t} {w} [are there|do we have|exist|are there in total|are listed|have we got|]|{TELL} the [number|count|total number|total count|quantity] of {t} {w}|count {ALL} {t} {w}|number of {t} {w}|total number of {t} {w}|how many {t} {w}|{t} {w} count|what number of {t} {w} are there]';

function table(world: World, random: Random): WorldTable {
  return random.pick(world.tables);
}

/** Joins a question's parts: `pending orders over 20`. */
function nounPhrase(t: WorldTable, condition: { before: string | null; after: string } | null, random: Random): string {
  const noun = sayTables(t, random);
  if (condition === null) return noun;
  return condition.before !== null && random.chance(0.45)
    ? `${condition.before} ${noun}`
    : `${noun} ${condition.after}`;
}

function withCondition(
  t: WorldTable,
  random: Random,
): { sql: string; before: string | null; after: string; predicate: string | null } | null {
  return random.chance(0.22) ? twoConditions(t, random) : anyCondition(t, random);
}

/** One to three columns to show, as SQL and as words. */
function projection(t: WorldTable, random: Random): { sql: string; words: string; plural: string } | null {
  const columns = random.sample(
    t.columns,
    random.weighted([
      [1, 5],
      [2, 4],
      [3, 1.5],
    ]),
  );
  if (columns.length === 0) return null;
  const listed = (parts: string[]) =>
    parts.length === 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
  return {
    sql: columns.map((column) => columnSql(t, column)).join(', '),
    words: listed(columns.map((column) => sayColumn(t, column, random))),
    plural: listed(
      columns.map((column) => (random.chance(0.5) ? sayColumns(t, column, random) : sayColumn(t, column, random))),
    ),
  };
}

function listAll(world: World, random: Random): Draft {
  const t = table(world, random);
  const question = fill(
    '[{SHOW} {ALL} {t}|{SHOW} {ALL} {t}|{SHOW} [everything|all rows|all records|every row|all data|the contents] [in|from|of|about] {THE} {t}|{SHOW} every {one}|which {t} are there|which {t} do we have|all {t}|list of {t}|{SHOW} the list of {t}|{t}]',
    random,
    {
      t: sayTables(t, random),
      one: sayTable(t, random),
    },
  );
  return { question, sql: `SELECT * FROM ${t.sql}` };
}

function listColumns(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const shown = projection(t, random);
  if (shown === null) return null;
  const question = fill(
    '[{SHOW} {THE} {p} of {ALL} {t}|{SHOW} {THE} {p} of {ALL} {t}|{SHOW} {THE} {p} for [every {one}|each {one}|{ALL} {t}]|{SHOW} {ALL} {t} with their {p}|for each {one} show {THE} {p}|{p} of {ALL} {t}|{SHOW} {ALL} {one} {p}|what are the {p} of {ALL} {t}]',
    random,
    {
      p: random.chance(0.5) ? shown.words : shown.plural,
      t: sayTables(t, random),
      one: sayTable(t, random),
    },
  );
  return { question, sql: `SELECT ${shown.sql} FROM ${t.sql}` };
}

function countAll(world: World, random: Random): Draft {
  const t = table(world, random);
  return { question: fill(HOW_MANY, random, { t: sayTables(t, random), w: '' }), sql: `SELECT COUNT(*) FROM ${t.sql}` };
}

function countFiltered(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const c = withCondition(t, random);
  if (c === null) return null;
  const sql = `SELECT COUNT(*) FROM ${t.sql} WHERE ${c.sql}`;
  if (c.predicate !== null && random.chance(0.3))
    return { question: `how many ${sayTables(t, random)} ${c.predicate}`, sql };
  if (c.before !== null && random.chance(0.5)) {
    return { question: fill(HOW_MANY, random, { t: `${c.before} ${sayTables(t, random)}`, w: '' }), sql };
  }
  return { question: fill(HOW_MANY, random, { t: sayTables(t, random), w: c.after }), sql };
}

function listFiltered(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const c = withCondition(t, random);
  if (c === null) return null;
  const sql = `SELECT * FROM ${t.sql} WHERE ${c.sql}`;
  if (c.predicate !== null && random.chance(0.25)) {
    const who = isPerson(t) && random.chance(0.3) ? 'who' : `which ${sayTables(t, random)}`;
    return { question: `${who} ${c.predicate}`, sql };
  }
  const question = fill(
    '[{SHOW} {ALL} {n}|{SHOW} {ALL} {n}|{SHOW} {ALL} {n}|which are the {n}|{n}|{SHOW} {THE} list of {n}|are there any {n}]',
    random,
    { n: nounPhrase(t, c, random) },
  );
  return { question, sql };
}

function listFilteredColumns(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const c = withCondition(t, random);
  const shown = projection(t, random);
  if (c === null || shown === null) return null;
  const question = fill(
    '[{SHOW} {THE} {p} of {ALL} {n}|{SHOW} {THE} {p} of {ALL} {n}|{SHOW} {THE} {p} for {ALL} {n}|{p} of {n}|what are the {p} of {THE} {n}|what is the {p} of {THE} {n}|for {ALL} {n} show {THE} {p}|{SHOW} {ALL} {n}, only {THE} {p}]',
    random,
    {
      p: random.chance(0.6) ? shown.words : shown.plural,
      n: nounPhrase(t, c, random),
    },
  );
  return { question, sql: `SELECT ${shown.sql} FROM ${t.sql} WHERE ${c.sql}` };
}

/** `the email of Maria Silva`: one thing about one row. */
function lookUp(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const label = random.pickOptional(labelsOf(t));
  const asked = random.pickOptional(t.columns.filter((column) => column.kind !== 'name'));
  const value = label && random.pickOptional(label.values.filter((entry) => entry !== null));
  if (label === undefined || asked === undefined || value === undefined) return null;
  const question = fill(
    "[what is the {c} of [the {one}|the {one} named|the {one} called|] {v}|{TELL} the {c} of [the {one}|the {one} named|] {v}|{v}'s {c}|what is {v}'s {c}|{c} of {v}|{TELL} {v}'s {c}|{c} for {v}]",
    random,
    {
      c: sayColumn(t, asked, random),
      one: sayTable(t, random),
      v: value,
    },
  );
  return {
    question,
    sql: `SELECT ${columnSql(t, asked)} FROM ${t.sql} WHERE ${columnSql(t, label)} = ${textLiteral(value)}`,
  };
}

const DESCENDING =
  '[in descending order|descending|from highest to lowest|from high to low|highest first|largest first|in decreasing order|in reverse order|desc|from the highest]';
const DESCENDING_DATE =
  '[newest first|latest first|most recent first|from newest to oldest|in descending order|descending|from latest to earliest]';
const ASCENDING =
  '[in ascending order|ascending|from lowest to highest|lowest first|smallest first|in increasing order||||]';
const ASCENDING_DATE = '[oldest first|earliest first|in ascending order|from oldest to newest||||]';
const ASCENDING_TEXT = '[alphabetically|in alphabetical order|from A to Z||||]';

function sayDirection(column: WorldColumn, isDescending: boolean, random: Random): string {
  const special = column.meaning === null ? undefined : SUPERLATIVES[column.meaning];
  if (special !== undefined && random.chance(0.2)) {
    return `${random.pick(isDescending ? special.most : special.least)} first`;
  }
  if (column.kind === 'date' || column.kind === 'timestamp') return isDescending ? DESCENDING_DATE : ASCENDING_DATE;
  if (column.kind === 'name' || column.kind === 'place') return ASCENDING_TEXT;
  return isDescending ? DESCENDING : ASCENDING;
}

function sorted(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const column = random.pickOptional(
    [...numbersOf(t), ...numbersOf(t), ...datesOf(t), ...columnsOf(t, ['name', 'place'])].filter(
      (entry) => !entry.column.nullable,
    ),
  );
  if (column === undefined) return null;
  const isText = column.kind === 'name' || column.kind === 'place';
  const isDescending = !isText && random.chance(0.5);
  const shown = random.chance(0.35) ? projection(t, random) : null;
  const c = random.chance(0.3) ? anyCondition(t, random) : null;
  const direction = sayDirection(column, isDescending, random);
  const question = fill(
    `[{SHOW} {ALL} {n} [sorted|ordered|sorted|ordered|arranged|ranked] by {c} ${direction}|sort {ALL} {n} by {c} ${direction}|order {ALL} {n} by {c} ${direction}|{n} [by|sorted by|ordered by] {c} ${direction}]`,
    random,
    {
      n: shown === null ? nounPhrase(t, c, random) : `${shown.words} of ${nounPhrase(t, c, random)}`,
      c: sayColumn(t, column, random),
    },
  );
  const where = c === null ? '' : ` WHERE ${c.sql}`;
  const limit = random.chance(0.15) ? pickLimit(random) : null;
  const sql = `SELECT ${shown?.sql ?? '*'} FROM ${t.sql}${where} ORDER BY ${columnSql(t, column)}${isDescending ? ' DESC' : ''}${limit === null ? '' : ` LIMIT ${limit}`}`;
  return {
    question:
      limit === null
        ? question
        : `${question} ${fill('[limit {k}|only the first {k}|, first {k} only|, top {k}]', random, { k: sayNumber(limit, random) })}`,
    sql,
  };
}

interface Extreme {
  readonly column: WorldColumn;
  readonly most: boolean;
  /** Before the noun: `most expensive`; null when only `after` fits. */
  readonly before: string | null;
  readonly after: string;
}

function extreme(t: WorldTable, random: Random): Extreme | null {
  const column = random.pickOptional(
    [...numbersOf(t), ...numbersOf(t), ...datesOf(t)].filter((entry) => !entry.column.nullable),
  );
  if (column === undefined) return null;
  const most = random.chance(0.65);
  const isDate = column.kind === 'date' || column.kind === 'timestamp';
  const special = column.meaning === null ? undefined : SUPERLATIVES[column.meaning];
  const c = sayColumn(t, column, random);
  const most$ = isDate
    ? '[latest|most recent|newest]'
    : column.kind === 'count'
      ? '[most|highest|largest|greatest|biggest|maximum|highest number of]'
      : '[highest|largest|biggest|greatest|maximum|top|most]';
  const least$ = isDate
    ? '[earliest|oldest|first]'
    : column.kind === 'count'
      ? '[least|fewest|lowest|smallest|minimum]'
      : '[lowest|smallest|minimum|least]';
  const before = special !== undefined && random.chance(0.75) ? random.pick(most ? special.most : special.least) : null;
  return { column, most, before, after: fill(`with the ${most ? most$ : least$} {c}`, random, { c }) };
}

function order(t: WorldTable, e: Extreme): string {
  return `ORDER BY ${columnSql(t, e.column)}${e.most ? ' DESC' : ''}`;
}

function topRows(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const e = extreme(t, random);
  if (e === null) return null;
  const limit = pickLimit(random);
  const shown = random.chance(0.3) ? projection(t, random) : null;
  const c = random.chance(0.25) ? anyCondition(t, random) : null;
  const noun = sayTables(t, random);
  const k = sayNumber(limit, random);
  const by = e.most
    ? `top ${k} ${noun} by ${sayColumn(t, e.column, random)}`
    : `bottom ${k} ${noun} by ${sayColumn(t, e.column, random)}`;
  const core =
    e.before !== null
      ? random.pick([`${k} ${e.before} ${noun}`, `top ${k} ${e.before} ${noun}`, `${e.before} ${k} ${noun}`])
      : random.pick([`${k} ${noun} ${e.after}`, by, by]);
  const n = c === null ? core : `${core} ${c.after}`;
  const question = fill(
    `[{SHOW} {THE} {p} {n}|{SHOW} {THE} {p} {n}|{p} {n}|which are the {n}|what are the {p} {n}${isPerson(t) && shown === null ? '|who are the {n}' : ''}]`,
    random,
    {
      n,
      p: shown === null ? '' : `${shown.words} of the`,
    },
  ).replace(/the the /g, 'the ');
  const where = c === null ? '' : ` WHERE ${c.sql}`;
  return { question, sql: `SELECT ${shown?.sql ?? '*'} FROM ${t.sql}${where} ${order(t, e)} LIMIT ${limit}` };
}

function superlative(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const e = extreme(t, random);
  if (e === null) return null;
  const one = sayTable(t, random);
  const c = random.chance(0.2) ? equalsText(t, random) : null;
  const where = c === null ? '' : ` WHERE ${c.sql}`;
  const tail = c === null ? '' : ` ${c.after}`;
  const asked = random.chance(0.35)
    ? random.pickOptional(t.columns.filter((column) => column !== e.column))
    : undefined;
  const sql = `SELECT ${asked === undefined ? '*' : columnSql(t, asked)} FROM ${t.sql}${where} ${order(t, e)} LIMIT 1`;
  const phrase = e.before !== null ? `${e.before} ${one}${tail}` : `${one}${tail} ${e.after}`;
  if (asked !== undefined) {
    return {
      question: fill('[{TELL} {THE} {a} of the {x}|what is the {a} of the {x}|{a} of the {x}]', random, {
        a: sayColumn(t, asked, random),
        x: phrase,
      }),
      sql,
    };
  }
  const has = e.after.replace(/^with /, '');
  const who = isPerson(t) ? '|who is the {x}|who has {has}' : '';
  return {
    question: fill(
      `[which {one} has {has}|which {one} [is|was] the {x}|what is the {x}|{SHOW} the {x}|{SHOW} the {x}|{x}|the {x}|[what's|what is|which is] [our|the] {x} [we have|we know of|of all|on record|]|which {one} do we have that is the {x}|which is the {x}|find the {x}${who}]`,
      random,
      { one: `${one}${tail}`, x: phrase, has },
    ),
    sql,
  };
}

const AGGREGATES = [
  { sql: 'AVG', words: '[average|mean|average|avg|typical]' },
  { sql: 'SUM', words: '[total|sum of|total|combined|overall|sum of all|summed]' },
  { sql: 'MAX', words: '[maximum|highest|largest|max|biggest|top|greatest]' },
  { sql: 'MIN', words: '[minimum|lowest|smallest|min|least]' },
] as const;

function aggregate(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const column = random.pickOptional(numbersOf(t));
  if (column === undefined) return null;
  const a = random.pick(AGGREGATES);
  const c = random.chance(0.45) ? withCondition(t, random) : null;
  const where = c === null ? '' : ` WHERE ${c.sql}`;
  const question = fill(
    `[{TELL} {THE} ${a.words} {c} of {ALL} {n}|what is the ${a.words} {c} of {ALL} {n}|${a.words} {c} [of|for|across|over|among] {ALL} {n}|{TELL} {THE} ${a.words} {c} [for|across|over|among] {ALL} {n}|{TELL} {THE} ${a.words} {one} {c} {w}]`,
    random,
    {
      c: sayColumn(t, column, random),
      n: nounPhrase(t, c, random),
      one: sayTable(t, random),
      w: c?.after ?? '',
    },
  );
  return { question, sql: `SELECT ${a.sql}(${columnSql(t, column)}) FROM ${t.sql}${where}` };
}

function twoAggregates(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const column = random.pickOptional(numbersOf(t));
  if (column === undefined) return null;
  const [a, b] = random.sample(AGGREGATES, 2);
  if (a === undefined || b === undefined) return null;
  const sql = columnSql(t, column);
  return {
    question: fill(
      `[{TELL} {THE} ${a.words} and {THE} ${b.words} {c} of {ALL} {n}|${a.words} and ${b.words} {c} of {n}]`,
      random,
      { c: sayColumn(t, column, random), n: sayTables(t, random) },
    ),
    sql: `SELECT ${a.sql}(${sql}), ${b.sql}(${sql}) FROM ${t.sql}`,
  };
}

function dateExtreme(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const column = random.pickOptional(datesOf(t));
  if (column === undefined) return null;
  const latest = random.chance(0.5);
  return {
    question: fill(
      `[{TELL} {THE} ${latest ? '[latest|most recent|last]' : '[earliest|first|oldest]'} {c} of {ALL} {n}|${latest ? '[latest|most recent|last]' : '[earliest|first]'} {c} of {n}|when was the ${latest ? '[latest|most recent|last]' : '[earliest|first]'} {c} [of|among] {THE} {n}]`,
      random,
      {
        c: sayColumn(t, column, random),
        n: sayTables(t, random),
      },
    ),
    sql: `SELECT ${latest ? 'MAX' : 'MIN'}(${columnSql(t, column)}) FROM ${t.sql}`,
  };
}

function distinctValues(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const column = random.pickOptional(groupsOf(t));
  if (column === undefined) return null;
  const question = fill(
    '[{SHOW} {THE} [different|distinct|unique|various] {cs} of {ALL} {t}|{SHOW} {THE} [different|distinct|unique] {t} {cs}|which {cs} do {THE} {t} have|which {cs} are there|[different|distinct|unique] {cs} [of|in] {t}|which {cs} do {t} come from|{SHOW} all {cs} without duplicates|in which {cs} are there {t}|what [different|] {cs} are there [among|in] {THE} {t}]',
    random,
    {
      cs: sayColumns(t, column, random),
      t: sayTables(t, random),
    },
  );
  return { question, sql: `SELECT DISTINCT ${columnSql(t, column)} FROM ${t.sql}` };
}

function countDistinct(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const column = random.pickOptional(groupsOf(t));
  if (column === undefined) return null;
  const question = fill(
    '[how many [different|distinct|unique] {cs} [are there|do {THE} {t} have|are there [among|in] {THE} {t}|do we have|]|{TELL} the number of [different|distinct|unique] {cs} [of|among] {THE} {t}|count {THE} [different|distinct|unique] {cs} [of|in] {THE} {t}|number of [different|distinct|unique] {t} {cs}]',
    random,
    {
      cs: sayColumns(t, column, random),
      t: sayTables(t, random),
    },
  );
  return { question, sql: `SELECT COUNT(DISTINCT ${columnSql(t, column)}) FROM ${t.sql}` };
}

function aboveAverage(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const column = random.pickOptional(numbersOf(t));
  if (column === undefined) return null;
  const above = random.chance(0.65);
  const slots = {
    n: sayTables(t, random),
    c: sayColumn(t, column, random),
    d: above
      ? random.pick(['above', 'higher than', 'greater than', 'over', 'more than'])
      : random.pick(['below', 'lower than', 'less than', 'under']),
  };
  const sql = columnSql(t, column);
  const isCount = random.chance(0.2);
  const question = fill(
    `${isCount ? 'how many {n} [have|are there with]' : '[{SHOW} {ALL} {n} [with|whose|that have]|which {n} have|{n} with]'} [a|] {c} [is|] {d} [the average|average|the mean|the average {c}|the overall average]`,
    random,
    slots,
  )
    .replace(/whose a? ?/, 'whose ')
    .replace(/(with|have) (.*) is (above|higher|greater|over|more|below|lower|less|under)/, '$1 $2 $3');
  return {
    question,
    sql: `SELECT ${isCount ? 'COUNT(*)' : '*'} FROM ${t.sql} WHERE ${sql} ${above ? '>' : '<'} (SELECT AVG(${sql}) FROM ${t.sql})`,
  };
}

function likeOnly(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const c = matchesText(t, random);
  if (c === null) return null;
  const labels = labelsOf(t).length > 0 && random.chance(0.3) ? labelSql(t).join(', ') : '*';
  const noun = pluralise(t.singular);
  const question =
    labels === '*'
      ? fill('[{SHOW} {ALL} {t} {w}|which {t} {w2}|{t} {w}]', random, {
          t: noun,
          w: c.after,
          w2: c.after.replace(/^(?:whose|where(?: the)?) /, 'have a '),
        })
      : fill('{SHOW} {THE} names of {ALL} {t} {w}', random, { t: noun, w: c.after });
  return { question, sql: `SELECT ${labels} FROM ${t.sql} WHERE ${c.sql}` };
}

function firstRows(world: World, random: Random): Draft {
  const t = table(world, random);
  const limit = pickLimit(random);
  return {
    question: fill(
      '[{SHOW} [the first|any|only|just|] {k} {t}|{SHOW} {k} [rows|records|entries|examples] [of|from] {THE} {t}|first {k} {t}]',
      random,
      { k: sayNumber(limit, random), t: sayTables(t, random) },
    ),
    sql: `SELECT * FROM ${t.sql} LIMIT ${limit}`,
  };
}

/** `who earns the most`, and the row with a given key. */
function byKey(world: World, random: Random): Draft | null {
  const t = table(world, random);
  const id = random.int(1, t.rowCount);
  const shown = random.chance(0.5) ? projection(t, random) : null;
  return {
    question: fill(
      '[{SHOW} {THE} {p} {one} [number|with id|id|#|no.] {id}|{p} {one} {id}|which {one} has [the id|id] {id}]',
      random,
      { p: shown === null ? '' : `${shown.words} of`, one: sayTable(t, random), id: String(id) },
    ),
    sql: `SELECT ${shown?.sql ?? '*'} FROM ${t.sql} WHERE ${keySql(t)} = ${id}`,
  };
}

export const SINGLE_TABLE_PATTERNS: readonly Pattern[] = [
  { id: 'list-all', weight: 4, make: listAll },
  { id: 'list-columns', weight: 5, make: listColumns },
  { id: 'count-all', weight: 4, make: countAll },
  { id: 'count-filtered', weight: 8, make: countFiltered },
  { id: 'list-filtered', weight: 11, make: listFiltered },
  { id: 'list-filtered-columns', weight: 10, make: listFilteredColumns },
  { id: 'look-up', weight: 3, make: lookUp },
  { id: 'sorted', weight: 5, make: sorted },
  { id: 'top-rows', weight: 7, make: topRows },
  { id: 'superlative', weight: 7, make: superlative },
  { id: 'aggregate', weight: 8, make: aggregate },
  { id: 'two-aggregates', weight: 1, make: twoAggregates },
  { id: 'date-extreme', weight: 1.5, make: dateExtreme },
  { id: 'distinct-values', weight: 3, make: distinctValues },
  { id: 'count-distinct', weight: 2.5, make: countDistinct },
  { id: 'above-average', weight: 2.5, make: aboveAverage },
  { id: 'like', weight: 2, make: likeOnly },
  { id: 'first-rows', weight: 1.5, make: firstRows },
  { id: 'by-key', weight: 1, make: byKey },
];
