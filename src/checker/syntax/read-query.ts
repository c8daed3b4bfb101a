/** Queries: WITH, set operations, ORDER BY, LIMIT. */
import type { QueryResult } from '../expression.ts';
import type { Token } from '../lexer.ts';
import { isSymbol, isWord, type Next, passOn, type Reader, reader, symbol, type Then, unexpected } from '../reader.ts';
import { isRejection, type Rejection } from '../rejection.ts';
import { makeRelation, renamed } from '../relation.ts';
import { combine, recursionProblem } from '../rules/set-operation.ts';
import type { SchemaIndex } from '../schema-index.ts';
import type { CommonTables, Scope } from '../scope.ts';
import { readLimits } from './read-limits.ts';
import { type QueryEnd, readOrder } from './read-order.ts';
import { readSelect } from './read-select.ts';
import { readValues } from './read-values.ts';
import { readWith } from './read-with.ts';

/** What a query stands in. */
export interface QueryBase {
  readonly index: SchemaIndex;
  /** Of the query around it. */
  readonly outer: Scope | null;
  readonly commonTables: CommonTables | null;
  /** How many columns it has to return; null when any number will do. */
  readonly width: number | null;
  /** Of a CTE that may name itself behind its first UNION: its name and those of its columns. */
  readonly itself?: { readonly name: string; readonly columns: readonly string[] };
}

const SET_OPERATIONS = ['UNION', 'INTERSECT', 'EXCEPT'];

export function startsQuery(token: Token): boolean {
  return isWord(token, 'SELECT', 'WITH', 'VALUES');
}

/** Whether the token shows that what stood before it in parentheses was part of a query. */
export function endsQueryPart(token: Token): boolean {
  return isWord(token, ...SET_OPERATIONS, 'ORDER', 'LIMIT', 'OFFSET', 'FETCH');
}

export function readQuery(base: QueryBase, then: Then<QueryResult>): Reader {
  return reader((token) => {
    if (!isWord(token, 'WITH')) return readPart(base, (part) => afterPart(base, first(part), then)).read(token);
    return readWith(base, (commonTables, outerUses) =>
      readQuery({ ...base, commonTables }, (result) =>
        then({ ...result, outerUses: [...outerUses, ...result.outerUses] }),
      ),
    );
  });
}

/** Reads on behind a query in parentheses that turned out to be the first part of another. */
export function continueQuery(base: QueryBase, result: QueryResult, then: Then<QueryResult>): Reader {
  return afterPart(base, first({ result, select: null }), then);
}

function readPart(base: QueryBase, then: Then<QueryEnd>): Reader {
  return reader((token) => {
    if (isWord(token, 'SELECT')) return readSelect(base, (select) => then({ result: select.result, select }));
    if (isWord(token, 'VALUES')) return readValues(base, (result) => then({ result, select: null }));
    if (!isSymbol(token, '(')) return unexpected(token);
    return readQuery(base, (result) => symbol(')', () => then({ result, select: null })));
  });
}

/** What has been read of a query's body; INTERSECT binds more than UNION and EXCEPT. */
interface Body extends QueryEnd {
  /** What UNION or EXCEPT will add the latest part to. */
  readonly sum: { readonly result: QueryResult; readonly operator: Token } | null;
  /** The part before the first UNION. */
  readonly first: QueryResult | null;
}

function first(part: QueryEnd): Body {
  return { ...part, sum: null, first: null };
}

function afterPart(base: QueryBase, body: Body, then: Then<QueryResult>): Reader {
  return reader((token) => {
    if (!isWord(token, ...SET_OPERATIONS)) return passOn(readEnd(base, body, then), token);
    return readOperation(base, body, token, then);
  });
}

function readOperation(base: QueryBase, body: Body, operator: Token, then: Then<QueryResult>): Next {
  const sum = operator.text === 'INTERSECT' ? body.result : total(body);
  if (isRejection(sum)) return sum;
  const width = sum.outputs?.length ?? base.width;
  const next = (itself: QueryResult | null, all: string): Next => {
    const within = { ...(itself ? withItself(base, itself) : base), width };
    return readPart(within, (part) => {
      const named = { ...operator, text: operator.text + all };
      if (operator.text !== 'INTERSECT') {
        const followed = { result: sum, operator: named };
        return afterPart(base, { ...part, select: null, sum: followed, first: itself }, then);
      }
      const result = combine(sum, part.result, named);
      return isRejection(result) ? result : afterPart(base, { ...body, result, select: null }, then);
    });
  };
  const itself = operator.text === 'UNION' && body.first === null ? sum : body.first;
  const distinct = next(itself, '');
  return reader((token) => (isWord(token, 'ALL') ? next(itself, ' ALL') : passOn(distinct, token)));
}

function withItself(base: QueryBase, { outputs }: QueryResult): QueryBase {
  if (!base.itself) return base;
  const { name, columns } = base.itself;
  const relation = renamed(makeRelation(outputs), columns) ?? makeRelation(null);
  return { ...base, commonTables: { name, relation, rest: base.commonTables } };
}

function total({ sum, result }: Body): QueryResult | Rejection {
  return sum ? combine(sum.result, result, sum.operator) : result;
}

function readEnd(base: QueryBase, body: Body, then: Then<QueryResult>): Next {
  const result = total(body);
  if (isRejection(result)) return result;
  const problem = base.itself && body.first && body.sum && recursionProblem(body.first, result, body.sum.operator);
  if (problem) return problem;
  const isCombined = body.sum !== null || result !== body.result;
  return readOrder(base, { result, select: body.select, isCombined }, (ordered) => readLimits(base, ordered, then));
}
