/** Patterns over two or three tables, joined along foreign keys. */

import { textLiteral } from '../../../src/schema/names.ts';
import { anyCondition, equalsText } from '../conditions.ts';
import type { Random } from '../random.ts';
import {
  columnSql,
  columnsOf,
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
  sayValue,
} from '../say.ts';
import { CHILD_VERBS } from '../speech.ts';
import { fill } from '../template.ts';
import { pluralise } from '../words.ts';
import type { World, WorldTable } from '../world.ts';
import { AGGREGATE_WORDS, measureOf } from './groups.ts';
import { type Draft, type Link, linksOf, onClause, type Pattern, pickLimit } from './pattern.ts';

function link(world: World, random: Random): Link | null {
  return random.pickOptional(linksOf(world)) ?? null;
}

/** How a question names the parent: its role (`manager`), or its noun. */
function sayParent(l: Link, random: Random): string {
  return l.reference.role ?? sayTable(l.parent, random);
}

function grouped(t: WorldTable): string {
  return [keySql(t), ...labelsOf(t).map((column) => columnSql(t, column))].join(', ');
}

function childToParent(l: Link): string {
  return `FROM ${l.child.sql} JOIN ${l.parent.sql} ON ${l.on}`;
}

function parentToChild(l: Link, kind = 'JOIN'): string {
  return `FROM ${l.parent.sql} ${kind} ${l.child.sql} ON ${l.on}`;
}

/** `the title of each book and the name of its author` */
function projectBoth(world: World, random: Random): Draft | null {
  const l = link(world, random);
  if (l === null) return null;
  const own = random.sample(l.child.columns, random.int(1, 2));
  const other = random.pickOptional(random.chance(0.6) ? labelsOf(l.parent) : l.parent.columns);
  if (own.length === 0 || other === undefined) return null;
  const c = random.chance(0.25) ? anyCondition(random.chance(0.5) ? l.child : l.parent, random) : null;
  const isChild = c?.columns[0] === undefined || l.child.columns.includes(c.columns[0]);
  const ownWords = own.map((column) => sayColumn(l.child, column, random)).join(' and ');
  const slots = {
    a: ownWords,
    t: sayTables(l.child, random),
    one: sayTable(l.child, random),
    p: sayParent(l, random),
    b: sayColumn(l.parent, other, random),
    w: c === null || !isChild ? '' : c.after,
    v: c === null || isChild ? '' : `${random.pick(['of', 'for', 'from'])} ${sayTables(l.parent, random)} ${c.after}`,
  };
  const question = fill(
    "[{SHOW} {THE} {a} of {ALL} {t} {w} {v} [and|with|together with|along with|next to|plus|as well as] {THE} {b} of [the|their|its] {p} [they belong to|it belongs to|they are in|they're in|||||||]|{SHOW} {ALL} {t} {w} {v} with their {a} and [the {p} {b}|the {b} of the {p}|{p} {b}]|for each {one} {w} {v} show {THE} {a} and the {p} {b}|{SHOW} {one} {a} [and|with] {p} {b} {w} {v}|{SHOW} {THE} {a} and {p} {b} [for|of] {ALL} {t} {w} {v}|{SHOW} each {one}'s {a} [and|with] its {p}'s {b}]",
    random,
    slots,
  );
  if (question.includes("'s") && c !== null) return null;
  const where = c === null ? '' : ` WHERE ${c.sql}`;
  return {
    question,
    sql: `SELECT ${[...own.map((column) => columnSql(l.child, column)), columnSql(l.parent, other)].join(', ')} ${childToParent(l)}${where}`,
  };
}

/** `orders with the name of the customer` */
function listWithParent(world: World, random: Random): Draft | null {
  const l = link(world, random);
  const other = l && random.pickOptional([...labelsOf(l.parent), ...columnsOf(l.parent, ['place', 'choice'])]);
  if (l === null || other === undefined || other === null) return null;
  const question = fill(
    '[{SHOW} {ALL} {t} [with|together with|along with|including|and] [the|their|its] {p} {b}|{SHOW} {ALL} {t} [with|together with|along with|next to|plus|and] the {b} of [the|their|its] {p} [they belong to|it belongs to|they are in|they are part of|||||||]|{t} with {p} {b}]',
    random,
    { t: sayTables(l.child, random), p: sayParent(l, random), b: sayColumn(l.parent, other, random) },
  );
  return { question, sql: `SELECT ${l.child.sql}.*, ${columnSql(l.parent, other)} ${childToParent(l)}` };
}

/** Rows of the child whose parent meets a condition: `orders of customers from Lisbon`. */
function filterByParent(world: World, random: Random): Draft | null {
  const l = link(world, random);
  const c = l && anyCondition(l.parent, random);
  if (l === null || c === null) return null;
  const label = random.chance(0.5) ? labelsOf(l.parent)[0] : undefined;
  const value = label && random.pickOptional(label.values.filter((entry) => entry !== null));
  const p = sayParent(l, random);
  const slots = {
    t: sayTables(l.child, random),
    p,
    ps: pluralise(p),
    w: c.after,
    n: value === undefined ? '' : sayValue(value, random),
  };
  const isNamed = label !== undefined && value !== undefined && labelsOf(l.parent).length === 1;
  const noun = isNamed
    ? fill(
        `[{t} [of|by|for|from|belonging to|made by|linked to|that belong to] [{p}|the {p}|the {p} named|the {p} called||||] {n}|{t} where [the |]{p} is {n}|{t} whose {p} is {n}|{t} with {p} {n}|{n}'s {t}|{t} in {n}|{t} [in|from|of|for|in] the {n} {p}|{t} [in|from|of|for|in] the {n} {p}|{t} in {p} {n}|{n} {t}|{t} {n} [has|had|made|placed|got|wrote|owns|took|did|runs|uses]|{t} that belong to {n}|{t} that {n} [has|made|placed|owns|took|did|wrote]]`,
        random,
        slots,
      )
    : c.before !== null && random.chance(0.3)
      ? fill('[{t} [of|by|for|from|belonging to] {b} {ps}|{t} whose {p} is {b}]', random, { ...slots, b: c.before })
      : fill(
          '[{t} [of|by|for|from|belonging to|made by|linked to|in] [{ALL}|] {ps} {w}|{t} whose {p} [is|has] [a|] {w2}|{t} [of|by|for] a {p} {w}]',
          random,
          { ...slots, w2: c.after.replace(/^(?:with|having) (?:an? |the )?/, '') },
        );
  if (/ (?:is|has) a? ?(?:whose|where|that|who|which)/.test(noun)) return null;
  const test = isNamed ? `${columnSql(l.parent, label)} = ${textLiteral(value)}` : c.sql;
  const form = random.weighted([
    ['list', 5],
    ['count', 4],
    ['columns', 4],
    ['aggregate', 3],
  ]);
  const tail = `${childToParent(l)} WHERE ${test}`;
  if (form === 'count' && isNamed && random.chance(0.35)) {
    return {
      question: fill(
        'how many {t} [are in|work in|belong to|are from|are part of|are there in|are assigned to|come from] [the|] [{n} {p}|{p} {n}|{n}]',
        random,
        slots,
      ),
      sql: `SELECT COUNT(*) ${tail}`,
    };
  }
  if (form === 'count') {
    return {
      question: fill(
        '[how many {x} [are there|do we have|]|count {THE} {x}|{TELL} the number of {x}|number of {x}]',
        random,
        { x: noun },
      ),
      sql: `SELECT COUNT(*) ${tail}`,
    };
  }
  const number = random.pickOptional(numbersOf(l.child));
  if (form === 'aggregate' && number !== undefined) {
    const name = random.pick(['SUM', 'AVG', 'MAX', 'MIN'] as const);
    return {
      question: fill(
        `[{TELL} {THE} ${AGGREGATE_WORDS[name]} {c} of {ALL} {x}|what is the ${AGGREGATE_WORDS[name]} {c} of {ALL} {x}|${AGGREGATE_WORDS[name]} {c} of {x}|{TELL} {THE} ${AGGREGATE_WORDS[name]} {c} for {ALL} {x}]`,
        random,
        { c: sayColumn(l.child, number, random), x: noun },
      ),
      sql: `SELECT ${name}(${columnSql(l.child, number)}) ${tail}`,
    };
  }
  const shown = random.pickOptional(l.child.columns);
  if (form === 'columns' && shown !== undefined) {
    return {
      question: fill(
        '[{SHOW} {THE} {c} of {ALL} {x}|{SHOW} {THE} {c} of {ALL} {x}|what are the {cs} of {ALL} {x}|{cs} of {x}]',
        random,
        { c: sayColumn(l.child, shown, random), cs: sayColumns(l.child, shown, random), x: noun },
      ),
      sql: `SELECT ${columnSql(l.child, shown)} ${tail}`,
    };
  }
  return {
    question: fill(
      `[{SHOW} {ALL} {x}|{SHOW} {ALL} {x}|{x}|which {x} are there|what are the {x}${isNamed ? '|[what|which] {t} [does|did] [the {p}|] {n} [have|own|get|make|use|place|take|run|do|hold]|[what|which] {t} [are|do we have|are there] in [the {n} {p}|{n}|the {p} {n}]' : ''}]`,
      random,
      { ...slots, x: noun },
    ),
    sql: `SELECT ${l.child.sql}.* ${tail}`,
  };
}

/** Rows of the parent with a child that meets a condition: `customers who have cancelled orders`. */
function filterByChild(world: World, random: Random): Draft | null {
  const l = link(world, random);
  const c = l && anyCondition(l.child, random);
  if (l === null || c === null) return null;
  const has = isPerson(l.parent) ? 'who have' : 'that have';
  const child =
    c.before !== null && random.chance(0.4)
      ? `${c.before} ${sayTables(l.child, random)}`
      : `${sayTables(l.child, random)} ${c.after}`;
  const labels = labelsOf(l.parent).length === 0 || random.chance(0.5);
  const question = fill(
    `[{SHOW} {ALL} {n} [${has}|with|having] [at least one|a|] {x}|which {t} have {x}|{n} with {x}|find {THE} {n} with [any|] {x}]`,
    random,
    {
      n: labels ? sayTables(l.parent, random) : `names of ${sayTables(l.parent, random)}`,
      t: sayTables(l.parent, random),
      x: child,
    },
  );
  return {
    question,
    sql: `SELECT DISTINCT ${labels ? `${l.parent.sql}.*` : labelSql(l.parent).join(', ')} ${parentToChild(l)} WHERE ${c.sql}`,
  };
}

/** `how many orders does each customer have`: a figure for each parent. */
function groupByParent(world: World, random: Random): Draft | null {
  const l = link(world, random);
  const m = l && measureOf(l.child, random, { countShare: 0.5 });
  if (l === null || m === null) return null;
  const label = labelsOf(l.parent);
  const p = sayParent(l, random);
  const named = label[0] !== undefined && random.chance(0.35) ? `${p} ${sayColumn(l.parent, label[0], random)}` : p;
  const slots = { t: sayTables(l.child, random), m: m.words, p: named, ps: pluralise(p), one: p };
  const question = m.isCount
    ? fill(
        '[how many {t} does each {one} have|how many {t} did each {one} [make|place|get|have]|how many {t} [are|are there|work|belong] [in|to] each {one}|how many {t} are [in|from] each {one}|how many {t} [are there|do we have|] {EACH} {p}|{TELL} {THE} {m} {EACH} {p}|{TELL} {THE} {m} {EACH} {p}|{m} {EACH} {p}|count {THE} {t} {EACH} {p}|{t} per {p}|for each {p}, [how many {t} are there|count {THE} {t}|show {THE} {m}]|{SHOW} {ALL} {ps} [with|and] [their|the] {m}|{SHOW} {ALL} {ps} and how many {t} they have]',
        random,
        slots,
      )
    : fill(
        "[{TELL} {THE} {m} {EACH} {p}|{TELL} {THE} {m} [spent|sold|made|paid|] {EACH} {p}|{TELL} {THE} {m} of {THE} {t} {EACH} {p}|{m} {EACH} {p}|{m} of {t} {EACH} {p}|for each {p}, {TELL} {THE} {m} of {THE} {t}|{SHOW} {ALL} {ps} [with|and] [their|the] {m} [of {t}|]|what is the {m} [of {t}|] {EACH} {p}|each {one}'s {m}]",
        random,
        slots,
      );
  return {
    question,
    sql: `SELECT ${labelSql(l.parent).join(', ')}, ${m.sql} ${parentToChild(l)} GROUP BY ${grouped(l.parent)}`,
  };
}

function topParents(world: World, random: Random): Draft | null {
  const l = link(world, random);
  const m = l && measureOf(l.child, random, { countShare: 0.55 });
  if (l === null || m === null) return null;
  const most = random.chance(0.75);
  const isOne = random.chance(0.5);
  const limit = isOne ? 1 : pickLimit(random);
  const p = sayParent(l, random);
  const slots = { one: p, ps: pluralise(p), t: sayTables(l.child, random), m: m.words, k: sayNumber(limit, random) };
  const many = most ? '[most|highest number of|largest number of|most]' : '[fewest|least|lowest number of]';
  const high = most ? '[highest|largest|biggest|greatest]' : '[lowest|smallest]';
  const who = isPerson(l.parent) && l.reference.role === null ? '|who has the ' : null;
  const sql = `SELECT ${labelSql(l.parent).join(', ')}, ${m.sql} ${parentToChild(l)} GROUP BY ${grouped(l.parent)} ORDER BY ${m.sql}${most ? ' DESC' : ''} LIMIT ${limit}`;
  const verbs = childVerbs(l);
  if (verbs !== undefined && m.isCount && random.chance(0.5)) {
    const often = most ? '[most|most often|most frequently]' : 'least';
    const wording = isOne
      ? `[which {one} [was|is|has been] {v} [the|] ${often}|{TELL} the ${often} {v} {one}|${often} {v} {one}]`
      : `[{TELL} the {k} ${often} {v} {ps}|top {k} ${often} {v} {ps}]`;
    return { question: fill(wording, random, { ...slots, v: random.pick(verbs) }), sql };
  }
  const question = m.isCount
    ? isOne
      ? fill(
          `[which {one} [has|has|made|placed|has made|has placed|got|has had|wrote|received] the ${many} {t}|{TELL} the {one} with the ${many} {t}|{one} with the ${many} {t}${who === null ? '' : `${who}${many} {t}`}]`,
          random,
          slots,
        )
      : fill(
          `[{TELL} the ${most ? 'top' : 'bottom'} {k} {ps} by {m}|{TELL} the {k} {ps} with the ${many} {t}|${most ? 'top' : 'bottom'} {k} {ps} by {m}|which {k} {ps} have the ${many} {t}]`,
          random,
          slots,
        )
    : isOne
      ? fill(
          `[which {one} has the ${high} {m}|{TELL} the {one} with the ${high} {m}|{one} with the ${high} {m} [of {t}|]${who === null ? '' : `${who}${high} {m}`}]`,
          random,
          slots,
        )
      : fill(
          `[{TELL} the ${most ? 'top' : 'bottom'} {k} {ps} by {m} [of {t}|]|{TELL} the {k} {ps} with the ${high} {m}|${most ? 'top' : 'bottom'} {k} {ps} by {m}]`,
          random,
          slots,
        );
  return {
    question,
    sql,
  };
}

/** What a row of the child means was done to its parent, where both keep their real names. */
function childVerbs(l: Link): readonly string[] | undefined {
  if (l.child.meaning === null || l.parent.meaning === null || isPerson(l.parent)) return undefined;
  return CHILD_VERBS[l.child.meaning];
}

function havingParents(world: World, random: Random): Draft | null {
  const l = link(world, random);
  if (l === null) return null;
  const bound = random.weighted([
    [1, 5],
    [2, 5],
    [3, 3],
    [4, 1],
    [5, 2],
  ]);
  const [operator, words] = random.pick([
    ['>', '[more than|over]'],
    ['>', 'more than'],
    ['>=', 'at least'],
    ['<', '[fewer than|less than]'],
    ['=', 'exactly'],
  ] as const);
  const has = isPerson(l.parent) ? 'who have' : 'that have';
  const question = fill(
    `[which {ps} have ${words} {n} {t}|{SHOW} {ALL} {ps} [${has}|with|having] ${words} {n} {t}|{ps} with ${words} {n} {t}]`,
    random,
    { ps: pluralise(sayParent(l, random)), n: sayNumber(bound, random), t: sayTables(l.child, random) },
  );
  return {
    question,
    sql: `SELECT ${labelSql(l.parent).join(', ')}, COUNT(*) ${parentToChild(l)} GROUP BY ${grouped(l.parent)} HAVING COUNT(*) ${operator} ${bound}`,
  };
}

/** A figure for each value of a parent's column: `total sales by customer country`. */
function groupByParentColumn(world: World, random: Random): Draft | null {
  const l = link(world, random);
  const g = l && random.pickOptional(groupsOf(l.parent));
  const m = l && measureOf(l.child, random, { countShare: 0.4 });
  if (l === null || g === null || g === undefined || m === null) return null;
  const slots = {
    t: sayTables(l.child, random),
    m: m.words,
    p: sayParent(l, random),
    g: sayColumn(l.parent, g, random),
  };
  const top = random.chance(0.3);
  const sql = `SELECT ${columnSql(l.parent, g)}, ${m.sql} ${childToParent(l)} GROUP BY ${columnSql(l.parent, g)}`;
  if (top) {
    return {
      question: fill(
        '[which {p} {g} has the [highest|most|largest] {m}|{TELL} the {p} {g} with the [highest|largest] {m}]',
        random,
        slots,
      ),
      sql: `${sql} ORDER BY ${m.sql} DESC LIMIT 1`,
    };
  }
  const ofRows = m.isCount ? '' : ' of {t}';
  const question = fill(
    `[{TELL} {THE} {m} {EACH} {p} {g}|{m} {EACH} {p} {g}|{TELL} {THE} {m} by {THE} {g} of the {p}|{TELL} {THE} {m}${ofRows} {EACH} {p} {g}|{TELL} {THE} {m}${ofRows} by {g}|{m}${ofRows} {EACH} {g}]`,
    random,
    slots,
  );
  return { question, sql };
}

function withoutChildren(world: World, random: Random): Draft | null {
  const l = link(world, random);
  if (l === null) return null;
  const isCount = random.chance(0.25);
  const labels = !isCount && random.chance(0.35) && labelsOf(l.parent).length > 0;
  const who = isPerson(l.parent) ? 'who' : 'that';
  const question = fill(
    `${isCount ? 'how many {ps} [have no|do not have any|have never had any|are without] {t}' : `[{SHOW} {ALL} {n} [without [any|] {t}|with no {t}|${who} have no {t}|${who} do not have [any|] {t}|${who} have never had [any|] {t}|${who} don't have [any|] {t}|with zero {t}]|which {ps} [have no|do not have any|don't have any] {t}|{n} [without|with no] {t}]`}`,
    random,
    {
      ps: sayTables(l.parent, random),
      n: labels
        ? `${sayColumns(l.parent, labelsOf(l.parent)[0] ?? random.pick(l.parent.columns), random)} of ${sayTables(l.parent, random)}`
        : sayTables(l.parent, random),
      t: sayTables(l.child, random),
    },
  );
  const verbs = childVerbs(l);
  const asked =
    verbs !== undefined && !isCount && random.chance(0.5)
      ? fill(
          '[{SHOW} {ALL} {ps} that [were never|have never been|have not been|were not|have not yet been] {v}|which {ps} [were never|have never been|have not been] {v}|{ps} never {v}|{ps} that nobody has {v}]',
          random,
          { ps: sayTables(l.parent, random), v: random.pick(verbs) },
        )
      : question;
  const select = isCount
    ? 'COUNT(*)'
    : labels && asked === question
      ? columnSql(l.parent, labelsOf(l.parent)[0] ?? random.pick(l.parent.columns))
      : `${l.parent.sql}.*`;
  return { question: asked, sql: `SELECT ${select} ${parentToChild(l, 'LEFT JOIN')} WHERE ${keySql(l.child)} IS NULL` };
}

function withChildren(world: World, random: Random): Draft | null {
  const l = link(world, random);
  if (l === null) return null;
  const isCount = random.chance(0.25);
  const has = isPerson(l.parent) ? 'who have' : 'that have';
  const labels = labelsOf(l.parent).length === 0 || random.chance(0.6);
  const question = isCount
    ? fill('how many {ps} have [at least one|any|] {t}', random, {
        ps: sayTables(l.parent, random),
        t: random.chance(0.5) ? sayTable(l.child, random) : sayTables(l.child, random),
      })
    : fill(
        `[{SHOW} {ALL} {n} [${has}|with|having] [at least one {one}|any {t}|{t}|one or more {t}]|which {ps} have [at least one {one}|any {t}|{t}]]`,
        random,
        {
          n: labels ? sayTables(l.parent, random) : `names of ${sayTables(l.parent, random)}`,
          ps: sayTables(l.parent, random),
          t: sayTables(l.child, random),
          one: sayTable(l.child, random),
        },
      );
  const select = isCount
    ? `COUNT(DISTINCT ${keySql(l.parent)})`
    : `DISTINCT ${labels ? `${l.parent.sql}.*` : labelSql(l.parent).join(', ')}`;
  return { question, sql: `SELECT ${select} ${parentToChild(l)}` };
}

/** Two parents of one linking table: `the products that Maria Silva bought`. */
function throughLink(world: World, random: Random): Draft | null {
  const links = linksOf(world);
  const first = random.pickOptional(links);
  const second =
    first && random.pickOptional(links.filter((other) => other.child === first.child && other.parent !== first.parent));
  if (first === undefined || second === undefined) return null;
  const { child } = first;
  const c = equalsText(second.parent, random) ?? anyCondition(second.parent, random);
  if (c === null) return null;
  const from = `FROM ${first.parent.sql} JOIN ${child.sql} ON ${first.on} JOIN ${second.parent.sql} ON ${second.on}`;
  const slots = {
    a: sayTables(first.parent, random),
    t: sayTables(child, random),
    b: sayTables(second.parent, random),
    w: c.after,
    one: sayTable(second.parent, random),
  };
  if (random.chance(0.4)) {
    const m = measureOf(child, random, { countShare: 0.5 });
    if (m === null) return null;
    return {
      question: fill('[{TELL} {THE} {m} {EACH} {x} for {b} {w}|{m} {EACH} {x} for {b} {w}]', random, {
        m: m.words,
        x: sayTable(first.parent, random),
        b: slots.b,
        w: c.after,
      }),
      sql: `SELECT ${labelSql(first.parent).join(', ')}, ${m.sql} ${from} WHERE ${c.sql} GROUP BY ${grouped(first.parent)}`,
    };
  }
  const named = labelsOf(first.parent)[0];
  const useLabel = named !== undefined && random.chance(0.6);
  const question = fill(
    '[{SHOW} {ALL} {a} [with|that have|having|linked to|in|of] [{t} [for|of|by|from] |]{b} {w}|which {a} have {t} [for|of|by|from] {b} {w}|{a} of {b} {w}]',
    random,
    { ...slots, a: useLabel ? `${sayColumns(first.parent, named, random)} of ${slots.a}` : slots.a },
  ).replace(/^which \w+ of /, 'which ');
  return {
    question,
    sql: `SELECT DISTINCT ${useLabel ? columnSql(first.parent, named) : `${first.parent.sql}.*`} ${from} WHERE ${c.sql}`,
  };
}

/** A figure over grandchildren: `total quantity for each customer` through orders. */
function groupByGrandparent(world: World, random: Random): Draft | null {
  const links = linksOf(world);
  const low = random.pickOptional(links);
  const high =
    low &&
    random.pickOptional(
      links.filter((other) => other.child === low.parent && other.parent !== low.child && other.parent !== low.parent),
    );
  if (low === undefined || high === undefined) return null;
  if (links.some((other) => other.child === low.child && other.parent === high.parent)) return null;
  const m = measureOf(low.child, random, { countShare: 0.45 });
  if (m === null) return null;
  const from = `FROM ${high.parent.sql} JOIN ${high.child.sql} ON ${high.on} JOIN ${low.child.sql} ON ${low.on}`;
  const p = sayParent(high, random);
  const slots = { m: m.words, p, ps: pluralise(p), t: sayTables(low.child, random), k: sayNumber(5, random) };
  const sql = `SELECT ${labelSql(high.parent).join(', ')}, ${m.sql} ${from} GROUP BY ${grouped(high.parent)}`;
  if (random.chance(0.4)) {
    const limit = random.chance(0.5) ? 1 : pickLimit(random);
    const most = m.isCount ? 'most {t}' : '[highest|largest] {m}';
    const question =
      limit === 1
        ? fill(`[which {p} has the ${most}|{TELL} the {p} with the ${most}]`, random, slots)
        : fill(`[top {k} {ps} by {m}|{TELL} the {k} {ps} with the ${most}]`, random, {
            ...slots,
            k: sayNumber(limit, random),
          });
    return { question, sql: `${sql} ORDER BY ${m.sql} DESC LIMIT ${limit}` };
  }
  return {
    question: fill(
      '[{TELL} {THE} {m} {EACH} {p}|{m} {EACH} {p}|for each {p}, {TELL} {THE} {m}|{SHOW} {ALL} {ps} with their {m}]',
      random,
      slots,
    ),
    sql,
  };
}

/** Price times quantity, in the words of business and in plain words. */
function product(world: World, random: Random): Draft | null {
  const t = random.pick(world.tables);
  const money = random.pickOptional(columnsOf(t, ['money']));
  const count = random.pickOptional(columnsOf(t, ['count']));
  if (money === undefined || count === undefined) return null;
  const isBusiness =
    money.meaning !== null &&
    count.meaning !== null &&
    /price|cost/.test(money.meaning) &&
    /quantity/.test(count.meaning);
  const sum = `SUM(${columnSql(t, count)} * ${columnSql(t, money)})`;
  const words =
    isBusiness && random.chance(0.7)
      ? random.pick(['total revenue', 'revenue', 'total sales', 'total value', 'sales', 'turnover'])
      : `total ${sayColumn(t, count, random)} times ${sayColumn(t, money, random)}`;
  const l = random.pickOptional(linksOf(world).filter((other) => other.child === t));
  if (l === undefined || random.chance(0.3)) {
    return {
      question: fill('[{TELL} {THE} {m} of {ALL} {t}|{m} of {t}|what is the {m}|{TELL} the {m}]', random, {
        m: words,
        t: sayTables(t, random),
      }),
      sql: `SELECT ${sum} FROM ${t.sql}`,
    };
  }
  const p = sayParent(l, random);
  const top = random.chance(0.4);
  const limit = random.chance(0.4) ? 1 : pickLimit(random);
  const base = `SELECT ${labelSql(l.parent).join(', ')}, ${sum} ${parentToChild(l)} GROUP BY ${grouped(l.parent)}`;
  const slots = { m: words, p, ps: pluralise(p), k: sayNumber(limit, random) };
  if (top) {
    const question =
      limit === 1
        ? fill('[which {p} has the [highest|most] {m}|{TELL} the {p} with the [highest|most] {m}]', random, slots)
        : fill('[{TELL} the|] top {k} {ps} by {m}', random, slots);
    return { question, sql: `${base} ORDER BY ${sum} DESC LIMIT ${limit}` };
  }
  return { question: fill('[{TELL} {THE} {m} {EACH} {p}|{m} {EACH} {p}]', random, slots), sql: base };
}

/** `employees with the name of their manager`: a table joined with itself. */
function selfJoin(world: World, random: Random): Draft | null {
  const t = random.pickOptional(
    world.tables.filter((entry) => entry.references.some((reference) => reference.target === entry)),
  );
  const reference = t?.references.find((entry) => entry.target === t);
  const label = t && labelsOf(t)[0];
  if (t === undefined || reference === undefined || label === undefined) return null;
  const alias = t.sql.startsWith('"') ? `"${t.table.name}2"` : `${t.sql}2`;
  const role = reference.role ?? `parent ${t.singular}`;
  const second = (name: string) => `${alias}.${name}`;
  const labels = labelsOf(t).map((column) => columnSql(t, column));
  const others = labelsOf(t).map((column) => second(columnSql(t, column).slice(t.sql.length + 1)));
  const from = `FROM ${t.sql} JOIN ${t.sql} AS ${alias} ON ${onClause(t, reference).replace(/= .*$/, `= ${second(keySql(t).slice(t.sql.length + 1))}`)}`;
  const slots = {
    t: sayTables(t, random),
    one: sayTable(t, random),
    r: role,
    rs: pluralise(role),
    c: sayColumn(t, label, random),
  };
  const number = random.pickOptional(numbersOf(t));
  if (number !== undefined && random.chance(0.25)) {
    const c = columnSql(t, number);
    return {
      question: fill(
        `[{SHOW} {ALL} {t} [with|who have] [a|] [higher|larger|greater] {n} than their {r}|which {t} have [a|] higher {n} than their {r}]`,
        random,
        { ...slots, n: sayColumn(t, number, random) },
      ),
      sql: `SELECT ${labels.join(', ')} ${from} WHERE ${c} > ${second(c.slice(t.sql.length + 1))}`,
    };
  }
  if (random.chance(0.3)) {
    return {
      question: fill('[how many {t} does each {r} have|{TELL} {THE} number of {t} {EACH} {r}]', random, slots),
      sql: `SELECT ${others.join(', ')}, COUNT(*) ${from} GROUP BY ${[second(keySql(t).slice(t.sql.length + 1)), ...others].join(', ')}`,
    };
  }
  const question = fill(
    '[{SHOW} {ALL} {t} [with|and|together with] [their {rs}|the {c} of their {r}|their {r}|the {r} of each]|{SHOW} {THE} {c} of each {one} and [its|their|the] {r}|{SHOW} each {one} [with|and] [its|their] {r}|who is the {r} of each {one}|{t} and their {rs}]',
    random,
    slots,
  );
  return { question, sql: `SELECT ${[...labels, ...others].join(', ')} ${from}` };
}

export const JOIN_PATTERNS: readonly Pattern[] = [
  { id: 'project-both', weight: 7, make: projectBoth },
  { id: 'list-with-parent', weight: 2.5, make: listWithParent },
  { id: 'filter-by-parent', weight: 11, make: filterByParent },
  { id: 'filter-by-child', weight: 4, make: filterByChild },
  { id: 'group-by-parent', weight: 9, make: groupByParent },
  { id: 'top-parents', weight: 6, make: topParents },
  { id: 'having-parents', weight: 3, make: havingParents },
  { id: 'group-by-parent-column', weight: 4, make: groupByParentColumn },
  { id: 'without-children', weight: 4, make: withoutChildren },
  { id: 'with-children', weight: 2, make: withChildren },
  { id: 'through-link', weight: 4, make: throughLink },
  { id: 'group-by-grandparent', weight: 3, make: groupByGrandparent },
  { id: 'product', weight: 2, make: product },
  { id: 'self-join', weight: 2.5, make: selfJoin },
];
