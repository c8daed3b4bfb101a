import type { QueryResult } from '../expression.ts';
import type { Token } from '../lexer.ts';
import { anyStartsWith } from '../name-misfit.ts';
import {
  isSymbol,
  isWord,
  type Next,
  optionalWord,
  passOn,
  type Reader,
  reader,
  symbol,
  type Then,
  unexpected,
} from '../reader.ts';
import { isRejection, type Rejection, reject } from '../rejection.ts';
import { makeRelation, type Relation, relationOf, renamed } from '../relation.ts';
import { levelsOf } from '../rules/levels.ts';
import { type CommonTables, findCommonTable, findSource, LATER, type Scope } from '../scope.ts';
import { afterSource, type From, type FromBase, fromSource, readJoined } from './read-from.ts';
import { readFunctionSource } from './read-function-source.ts';
import { readNames } from './read-names.ts';
import { continueQuery, endsQueryPart, type QueryBase, readQuery, startsQuery } from './read-query.ts';

/** One source of a FROM: a table, a CTE, a query or a function's rows, or a join in parentheses. */
export function readSource(base: FromBase, then: Then<From>): Reader {
  return reader(
    (token) => {
      if (isSymbol(token, '(')) {
        return readBehindParenthesis(base, (held) => ('sources' in held ? then(held) : readAlias(base, held, then)));
      }
      if (isWord(token, 'LATERAL')) return symbol('(', () => readLateral(base, then));
      if (token.kind === 'word') return symbol('(', () => readFunctionSource(base, token, then));
      return token.kind === 'name' ? afterName(base, token, then) : unexpected(token);
    },
    (partial) => (partial.kind === 'name' ? sourceMisfit(base, partial) : null),
  );
}

/** A query that sees what stands to its left. */
function readLateral(base: FromBase, then: Then<From>): Reader {
  const { index, outer, commonTables } = base.query;
  const around: Scope = { index, outer, commonTables, sources: base.lateral, isOpen: false, place: 'from' };
  return readQuery({ ...derived(base.query), outer: around }, (result) => {
    const levels = levelsOf(result.outerUses, around);
    if (isRejection(levels)) return levels;
    return symbol(')', () => readAlias(base, { ...result, outerUses: levels.outerUses }, then));
  });
}

function derived({ index, outer, commonTables }: QueryBase): QueryBase {
  return { index, outer, commonTables, width: null };
}

/**
 * Reads on behind a parenthesis that holds a query or a join, to its end. `((SELECT …) AS q1 JOIN …)` and
 * `((SELECT …) UNION …)` differ only behind the inner query.
 */
function readBehindParenthesis(base: FromBase, then: Then<From | QueryResult>): Reader {
  const query = derived(base.query);
  const close = (held: From | QueryResult): Next => symbol(')', () => then(held));
  const join = readJoined(base, close);
  return reader((token) => {
    if (startsQuery(token)) return passOn(readQuery(query, close), token);
    if (!isSymbol(token, '(')) return join.read(token);
    return readBehindParenthesis(base, (held) => {
      if ('sources' in held) return afterSource(base, held, close);
      return reader((next) => {
        if (endsQueryPart(next) || isSymbol(next, ')')) return passOn(continueQuery(query, held, close), next);
        return passOn(
          readAlias(base, held, (source) => afterSource(base, source, close)),
          next,
        );
      });
    });
  }, join.misfit);
}

/** `AS q1(name, …)` behind a query. */
function readAlias(base: FromBase, result: QueryResult, then: Then<From>): Next {
  return optionalWord(
    'AS',
    () =>
      readDerivedName(base, (name) =>
        readNames((names) => {
          const relation = renamed(relationOf(result), names);
          if (!relation) return tooManyNames(name);
          return then(fromSource({ qualifier: name.text, relation }, name.position, result.outerUses));
        }),
      ),
    () => reader(unexpected),
  );
}

export function tooManyNames({ text, position }: Token): Rejection {
  return reject('column-count', position, `There are more names than columns in ${text}.`);
}

/** Reads a name that no other source of this FROM has, nor a CTE in reach. */
export function readDerivedName({ query, before }: FromBase, then: Then<Token>): Reader {
  return reader((name) => {
    if (name.kind !== 'name') return unexpected(name);
    const isTaken = findSource(before, name.text) ?? findCommonTable(query.commonTables, name.text);
    return isTaken ? duplicate(name) : then(name);
  });
}

function duplicate({ text, position }: Token): Rejection {
  return reject('duplicate-source', position, `${text} is already the name of something else here.`);
}

function afterName(base: FromBase, name: Token, then: Then<From>): Reader {
  return reader((token) => {
    if (isSymbol(token, '.')) return readBehindPoint(base, name, then);
    return readBehindName(base, name, token, then);
  });
}

function readBehindPoint(base: FromBase, namespace: Token, then: Then<From>): Reader {
  const whole = (name: Token): Token => ({
    ...name,
    text: `${namespace.text}.${name.text}`,
    position: namespace.position,
  });
  return reader(
    (name) => reader((token) => readBehindName(base, whole(name), token, then)),
    (partial) => sourceMisfit(base, whole(partial)),
  );
}

/** @param token what follows the name */
function readBehindName(base: FromBase, name: Token, token: Token, then: Then<From>): Next {
  const { index, commonTables } = base.query;
  if (isSymbol(token, '(') && index.functions.has(name.text)) return readFunctionSource(base, name, then);
  const table = index.tables.get(name.text);
  const relation = table ?? commonRelation(commonTables, name);
  if ('reason' in relation) return relation;
  const done = (qualifier: Token): Next => {
    if (findSource(base.before, qualifier.text)) return duplicate(qualifier);
    return then(fromSource({ qualifier: qualifier.text, relation }, qualifier.position));
  };
  if (isWord(token, 'AS')) {
    return reader((alias) =>
      alias.kind === 'name' ? readSample(table !== undefined, () => done(alias)) : unexpected(alias),
    );
  }
  return passOn(
    readSample(table !== undefined, () => done(name)),
    token,
  );
}

function commonRelation(commonTables: CommonTables | null, name: Token): Relation | Rejection {
  const found = findCommonTable(commonTables, name.text);
  if (found && typeof found.relation === 'object') return found.relation;
  if (found?.relation === 'unfinished') {
    const message = `${name.text} cannot be used in its own query before UNION.`;
    return reject('not-in-scope', name.position, message);
  }
  if (findCommonTable(commonTables, LATER)) return makeRelation(null);
  return reject('unknown-source', name.position, `There is no table ${name.text}.`);
}

/** `TABLESAMPLE BERNOULLI (10) REPEATABLE (1)`; its numbers say nothing to this checker. */
function readSample(isTable: boolean, then: () => Next): Reader {
  if (!isTable) return reader((token) => passOn(then(), token));
  const skipNumber = (after: () => Next) => symbol('(', () => reader(() => symbol(')', after)));
  return optionalWord(
    'TABLESAMPLE',
    () => reader(() => skipNumber(() => optionalWord('REPEATABLE', () => skipNumber(then), then))),
    then,
  );
}

function sourceMisfit({ query }: FromBase, partial: Token): Rejection | null {
  const { index, commonTables } = query;
  const { text } = partial;
  if (anyStartsWith(index.tables.keys(), text) || anyStartsWith(index.functions.keys(), text)) return null;
  for (let each = commonTables; each; each = each.rest) {
    if (each.name === LATER || each.name.startsWith(text)) return null;
  }
  return reject('unknown-source', partial.position, `There is no table ${text}….`);
}
