/** Which query the columns and aggregates of an expression belong to: the one it stands in, or one around that. */
import { type Aggregate, type Expression, HOLDS_AGGREGATE } from '../expression.ts';
import { allowsAggregates, misplaced } from '../places.ts';
import { isRejection, type Rejection } from '../rejection.ts';
import { type Scope, settle } from '../scope.ts';

export interface Levels {
  /** What belongs to queries around this one. */
  readonly outerUses: readonly Expression[];
  /** Whether there is an aggregate over this query's rows. */
  readonly hasAggregate: boolean;
}

/** @param scope with all sources of its query */
export function levelsOf(expressions: readonly Expression[], scope: Scope): Levels | Rejection {
  const outerUses: Expression[] = [];
  let hasAggregate = false;
  const visit = (expression: Expression): Rejection | undefined => {
    switch (expression.kind) {
      case 'literal':
        return undefined;
      case 'column':
      case 'row':
      case 'star': {
        const level = settle(expression, scope);
        if (typeof level === 'object') return level;
        if (level === 'outer') outerUses.push(expression);
        return undefined;
      }
      case 'query':
        return visitAll(expression.query.outerUses);
      case 'aggregate': {
        const inside = levelsOf(expression.operands, scope);
        if (isRejection(inside)) return inside;
        if (isOwnAggregate(expression.operands, scope)) {
          if (!allowsAggregates(scope)) return misplacedAggregate(expression, scope);
          hasAggregate = true;
          outerUses.push(...inside.outerUses);
        } else outerUses.push(expression);
        return undefined;
      }
      default:
        return visitAll(expression.operands);
    }
  };
  const visitAll = (all: readonly Expression[]): Rejection | undefined => {
    for (const each of all) {
      const wrong = visit(each);
      if (wrong) return wrong;
    }
    return undefined;
  };
  return visitAll(expressions) ?? { outerUses, hasAggregate };
}

/**
 * An aggregate belongs to the innermost query whose columns its arguments use, and without any to the one it stands in
 * (documentation, 4.2.7).
 */
export function isOwnAggregate(operands: readonly Expression[], scope: Scope): boolean {
  let usesColumns = false;
  const usesOwn = (expression: Expression): boolean => {
    if (expression.kind === 'query') return expression.query.outerUses.some(usesOwn);
    if (expression.kind === 'column' || expression.kind === 'row' || expression.kind === 'star') {
      usesColumns = true;
      return settle(expression, scope) === 'own';
    }
    return expression.operands.some(usesOwn);
  };
  return operands.some(usesOwn) || !usesColumns;
}

/** As `levelsOf`, without the walk where nothing around could be meant. */
export function levelsIn(expression: Expression, scope: Scope): Levels | Rejection {
  if (scope.outer !== null) return levelsOf([expression], scope);
  if ((expression.holds & HOLDS_AGGREGATE) === 0) return { outerUses: [], hasAggregate: false };
  return allowsAggregates(scope) ? { outerUses: [], hasAggregate: true } : levelsOf([expression], scope);
}

function misplacedAggregate({ text, position }: Aggregate, scope: Scope): Rejection {
  return misplaced('aggregate-place', { text: text.replace(/\(.*/, ''), position }, scope);
}
