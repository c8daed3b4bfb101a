/** A function in FROM. */
import type { Expression } from '../expression.ts';
import type { Token } from '../lexer.ts';
import {
  isSymbol,
  list,
  type Next,
  optionalWord,
  passOn,
  type Reader,
  reader,
  symbol,
  type Then,
  unexpected,
  words,
} from '../reader.ts';
import { isRejection } from '../rejection.ts';
import { extended, makeRelation, type Relation, type RelationColumn, renamed } from '../relation.ts';
import { type Callee, calledUse, findCallee } from '../rules/call-use.ts';
import { levelsOf } from '../rules/levels.ts';
import type { Scope } from '../scope.ts';
import type { FoundFunction } from '../types/functions.ts';
import { BIGINT, RECORD, type SqlType, UNSURE } from '../types/types.ts';
import { readExpressions } from './read-expressions.ts';
import { type From, type FromBase, fromSource } from './read-from.ts';
import { readDerivedName, tooManyNames } from './read-source.ts';
import { readType } from './read-type.ts';

/** Reads on behind the opening parenthesis of the call. */
export function readFunctionSource(base: FromBase, name: Token, then: Then<From>): Next {
  const { index, outer, commonTables } = base.query;
  // A function sees what stands to its left without LATERAL.
  const scope: Scope = { index, outer, commonTables, sources: base.lateral, isOpen: false, place: 'from' };
  const callee = findCallee(index, name.text, name.position);
  const end = (values: readonly Expression[]): Next => {
    const levels = levelsOf(values, scope);
    if (isRejection(levels)) return levels;
    const rows = rowsOf(scope, callee, values);
    if ('reason' in rows) return rows;
    return readOrdinality((isNumbered) =>
      words('AS', () =>
        readDerivedName(base, (alias) =>
          readColumns(scope, alias, rows(alias.text), isNumbered, (relation) =>
            then(fromSource({ qualifier: alias.text, relation }, alias.position, levels.outerUses)),
          ),
        ),
      ),
    );
  };
  return readExpressions({ scope }, ')', end);
}

function readOrdinality(then: Then<boolean>): Reader {
  return optionalWord(
    'WITH',
    () => words('ORDINALITY', () => then(true)),
    () => then(false),
  );
}

/** The columns of the rows, given the alias, which a single column without a name of its own takes. */
function rowsOf(scope: Scope, callee: Callee, values: readonly Expression[]) {
  // UNNEST puts several arrays side by side.
  const calls = callee.text === 'UNNEST' ? values.map((value) => [value]) : [values];
  const parts: (readonly { readonly name: string | null; readonly type: SqlType }[] | null)[] = [];
  for (const operands of calls) {
    const use = calledUse(scope.index, callee, operands);
    if (use && isRejection(use)) return use;
    parts.push(use ? columnsOf(use) : null);
  }
  return (alias: string): Relation => {
    const columns: RelationColumn[] = [];
    for (const part of parts) {
      if (!part) return makeRelation(null);
      columns.push(...part.map((column) => ({ ...column, name: column.name ?? alias })));
    }
    return makeRelation(columns);
  };
}

/** Null when the checker cannot tell. */
function columnsOf({ signature, result }: FoundFunction) {
  if (signature && signature.columns.length > 0) return signature.columns;
  return result === RECORD || (result === UNSURE && !signature) ? null : [{ name: null, type: result }];
}

/** `(name, …)` or, for functions that return records, `(name type, …)`. */
function readColumns(scope: Scope, alias: Token, rows: Relation, isNumbered: boolean, then: Then<Relation>): Reader {
  const whole = isNumbered ? extended(rows, [{ name: 'ordinality', type: BIGINT }]) : rows;
  return reader((token) => {
    if (!isSymbol(token, '(')) return passOn(then(whole), token);
    return list<NamedColumn>(
      (thenColumn) => readColumn(scope, thenColumn),
      (columns) =>
        symbol(')', () => {
          const typed = columns.flatMap(({ name, type }) => (type ? { name, type } : []));
          if (typed.length === columns.length) return then(makeRelation(typed));
          const relation = renamed(
            whole,
            columns.map(({ name }) => name),
          );
          return relation ? then(relation) : tooManyNames(alias);
        }),
    );
  });
}

interface NamedColumn {
  readonly name: string;
  readonly type: SqlType | null;
}

function readColumn(scope: Scope, then: Then<NamedColumn>): Reader {
  return reader((name) => {
    if (name.kind !== 'name') return unexpected(name);
    return reader((token) => {
      if (token.kind !== 'name') return passOn(then({ name: name.text, type: null }), token);
      return readType(scope.index, (type) => then({ name: name.text, type })).read(token);
    });
  });
}
