/** FROM: sources and their joins. */
import { columnUse, type Expression, type Output } from '../expression.ts';
import { isSymbol, isWord, passOn, type Reader, reader, symbol, type Then, unexpected, words } from '../reader.ts';
import { isRejection } from '../rejection.ts';
import { levelsIn } from '../rules/levels.ts';
import { conditionMisfit } from '../rules/misfits.ts';
import type { Scope, Source } from '../scope.ts';
import { readExpression } from './read-expression.ts';
import type { QueryBase } from './read-query.ts';
import { readSource } from './read-source.ts';
import { readSharedColumns } from './read-using.ts';

/** Sources side by side, and what a star makes of them. */
export interface From {
  readonly sources: readonly Source[];
  /** Null when they are not known. */
  readonly columns: readonly Output[] | null;
  readonly outerUses: readonly Expression[];
}

export const NO_FROM: From = { sources: [], columns: [], outerUses: [] };

/** What a source stands in. */
export interface FromBase {
  readonly query: QueryBase;
  /** To the left: their names are taken. */
  readonly before: readonly Source[];
  /** Those of them that LATERAL sees. */
  readonly lateral: readonly Source[];
}

/**
 * Reads on behind FROM or USING.
 *
 * @param before the table that a statement writes to, which is a source as well
 */
export function readFrom(query: QueryBase, then: Then<From>, before: From = NO_FROM): Reader {
  return readList(query, before, then);
}

function readList(query: QueryBase, before: From, then: Then<From>): Reader {
  return readJoined({ query, before: before.sources, lateral: before.sources }, (tree) => {
    const all = sideBySide(before, tree);
    return reader((token) => (isSymbol(token, ',') ? readList(query, all, then) : passOn(then(all), token)));
  });
}

/** Reads a source and what is joined to it. */
export function readJoined(base: FromBase, then: Then<From>): Reader {
  return readSource(base, (source) => afterSource(base, source, then));
}

/** Reads the joins behind a source. */
export function afterSource(base: FromBase, left: From, then: Then<From>): Reader {
  const before = [...base.before, ...left.sources];
  const right = (thenRight: Then<From>, lateral: readonly Source[] = [...base.lateral, ...left.sources]) =>
    readSource({ query: base.query, before, lateral }, thenRight);
  return reader((token) => {
    if (isWord(token, 'CROSS')) {
      return words('JOIN', () => right((source) => afterSource(base, sideBySide(left, source), then)));
    }
    if (isWord(token, 'LEFT', 'RIGHT', 'FULL')) {
      // The left side of a RIGHT or FULL JOIN has no row where the right one stands alone.
      const lateral = token.text === 'LEFT' ? undefined : base.lateral;
      return words('JOIN', () => right((source) => readCondition(base, left, source, token.text, then), lateral));
    }
    if (isWord(token, 'JOIN')) return right((source) => readCondition(base, left, source, 'INNER', then));
    return passOn(then(left), token);
  });
}

function readCondition(base: FromBase, left: From, right: From, kind: string, then: Then<From>): Reader {
  const both = sideBySide(left, right);
  return reader((token) => {
    if (isWord(token, 'ON')) return readOn(base, both, then);
    if (!isWord(token, 'USING')) return unexpected(token);
    return symbol('(', () =>
      readSharedColumns(base.query.index, left, right, kind, (columns) =>
        afterSource(base, { ...both, columns }, then),
      ),
    );
  });
}

function readOn(base: FromBase, both: From, then: Then<From>): Reader {
  const { index, outer, commonTables } = base.query;
  const scope: Scope = { index, outer, commonTables, sources: both.sources, isOpen: false, place: 'on' };
  return readExpression({ scope }, (condition) => {
    const misfit = conditionMisfit(condition, 'ON');
    if (misfit) return misfit;
    const levels = levelsIn(condition, scope);
    if (isRejection(levels)) return levels;
    return afterSource(base, { ...both, outerUses: [...both.outerUses, ...levels.outerUses] }, then);
  });
}

function sideBySide(left: From, right: From): From {
  return {
    sources: [...left.sources, ...right.sources],
    columns: left.columns && right.columns && [...left.columns, ...right.columns],
    outerUses: [...left.outerUses, ...right.outerUses],
  };
}

/** One source as a FROM of its own. */
export function fromSource(source: Source, position: number, outerUses: readonly Expression[] = []): From {
  const { qualifier, relation } = source;
  const columns =
    relation.columns?.map(({ name, type }): Output => {
      const expression = columnUse({ qualifier, name: name ?? '?column?', type, position });
      return { name, type, expression };
    }) ?? null;
  return { sources: [source], columns, outerUses };
}
