import type { Expression, QueryResult } from '../expression.ts';
import type { Token } from '../lexer.ts';
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
  words,
} from '../reader.ts';
import { reject } from '../rejection.ts';
import { extended, type Relation, type RelationColumn, relationOf, renamed } from '../relation.ts';
import { type CommonTables, LATER } from '../scope.ts';
import { BOOLEAN, UNSURE } from '../types/types.ts';
import { readNameList, readNames } from './read-names.ts';
import type { QueryBase } from './read-query.ts';
import { readStatement } from './read-statement.ts';

/** WITH: common table expressions. */
type ThenWith = (commonTables: CommonTables | null, outerUses: readonly Expression[]) => Next;

/** What is known while the list is read. */
interface List {
  readonly isRecursive: boolean;
  /** Those of this WITH. */
  readonly own: readonly string[];
  /** Those of this WITH and around it. */
  readonly commonTables: CommonTables | null;
  readonly outerUses: readonly Expression[];
}

/** Reads on behind the word WITH, to the end of the list. */
export function readWith(base: QueryBase, then: ThenWith): Next {
  const start = { own: [], commonTables: base.commonTables, outerUses: [] };
  return optionalWord(
    'RECURSIVE',
    () => readCommonTable(base, { ...start, isRecursive: true }, then),
    () => readCommonTable(base, { ...start, isRecursive: false }, then),
  );
}

function readCommonTable(base: QueryBase, list: List, then: ThenWith): Reader {
  return reader((name) => {
    if (name.kind !== 'name') return unexpected(name);
    if (list.own.includes(name.text)) {
      return reject('duplicate-source', name.position, `There are two queries called ${name.text}.`);
    }
    return readNames((columns) => words('AS', () => readMaterialized(() => readBody(base, list, name, columns, then))));
  });
}

function readMaterialized(then: () => Next): Reader {
  return reader((token) => {
    if (isWord(token, 'NOT')) return words('MATERIALIZED', then);
    return isWord(token, 'MATERIALIZED') ? then() : passOn(then(), token);
  });
}

function readBody(base: QueryBase, list: List, name: Token, columns: readonly string[], then: ThenWith): Next {
  const { index, outer } = base;
  const around: CommonTables | null = list.isRecursive
    ? {
        name: name.text,
        relation: 'unfinished',
        rest: { name: LATER, relation: 'unfinished', rest: list.commonTables },
      }
    : list.commonTables;
  const query: QueryBase = {
    index,
    outer,
    commonTables: around,
    width: null,
    ...(list.isRecursive && { itself: { name: name.text, columns } }),
  };
  return symbol('(', () =>
    readStatement(query, (result) =>
      symbol(')', () => {
        const relation = renamed(relationOf(result), columns);
        if (!relation) {
          const message = `${name.text} has more names than columns.`;
          return reject('column-count', name.position, message);
        }
        return readExtras(relation, (whole) => afterCommonTable(base, added(list, name, whole, result), then));
      }),
    ),
  );
}

function added(list: List, { text }: Token, relation: Relation, { outerUses }: QueryResult): List {
  return {
    ...list,
    own: [...list.own, text],
    commonTables: { name: text, relation, rest: list.commonTables },
    outerUses: [...list.outerUses, ...outerUses],
  };
}

function afterCommonTable(base: QueryBase, list: List, then: ThenWith): Reader {
  return reader((token) => {
    if (isSymbol(token, ',')) return readCommonTable(base, list, then);
    return passOn(then(list.commonTables, list.outerUses), token);
  });
}

/** SEARCH and CYCLE, which add columns. */
function readExtras(relation: Relation, then: Then<Relation>): Reader {
  const add = (columns: readonly RelationColumn[]) => readExtras(extended(relation, columns), then);
  return reader((token) => {
    if (isWord(token, 'SEARCH')) {
      return reader(() =>
        words('FIRST BY', () =>
          readColumnNames(relation, () => words('SET', () => readName((name) => add([{ name, type: UNSURE }])))),
        ),
      );
    }
    if (!isWord(token, 'CYCLE')) return passOn(then(relation), token);
    return readColumnNames(relation, () =>
      words('SET', () =>
        readName((mark) =>
          words('USING', () =>
            readName((path) =>
              add([
                { name: mark, type: BOOLEAN },
                { name: path, type: UNSURE },
              ]),
            ),
          ),
        ),
      ),
    );
  });
}

function readColumnNames(relation: Relation, then: () => Next): Next {
  return readNameList((names) => {
    const missing = relation.columns && names.find(({ text }) => !relation.types.has(text));
    if (!missing) return then();
    return reject('unknown-column', missing.position, `There is no column ${missing.text}.`);
  });
}

function readName(then: Then<string>): Reader {
  return reader((name) => (name.kind === 'name' ? then(name.text) : unexpected(name)));
}
