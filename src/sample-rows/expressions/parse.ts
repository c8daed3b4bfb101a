/** Reads conditions as `pg_get_constraintdef`, `pg_get_expr` and `pg_get_indexdef` print them. */
import { type ComparisonOperator, type Expression, type IsTest, isComparisonOperator } from './ast.ts';
import { parsePrimary } from './parse-primary.ts';
import { NotUnderstood, TokenReader } from './token-reader.ts';
import { tokenize } from './tokenize.ts';

/** Undefined for what goes beyond: subscripts, rows, window functions and the like. */
export function parseExpression(text: string): Expression | undefined {
  const tokens = tokenize(text);
  if (!tokens) return undefined;
  const reader = new TokenReader(tokens);
  try {
    const expression = parseOr(reader);
    return reader.atEnd ? expression : undefined;
  } catch (thrown) {
    if (thrown instanceof NotUnderstood) return undefined;
    throw thrown;
  }
}

/** @param definition `CHECK ((price > 0)) NOT VALID` */
export function parseCheck(definition: string): Expression | undefined {
  const inner = /^CHECK \((?<inner>.*)\)(?: NO INHERIT| NOT VALID| NOT ENFORCED)*$/s.exec(definition)?.groups?.inner;
  return inner === undefined ? undefined : parseExpression(inner);
}

function parseOr(reader: TokenReader): Expression {
  const operands = [parseAnd(reader)];
  while (reader.takeWords('OR')) operands.push(parseAnd(reader));
  return joined('or', operands);
}

function parseAnd(reader: TokenReader): Expression {
  const operands = [parseNot(reader)];
  while (reader.takeWords('AND')) operands.push(parseNot(reader));
  return joined('and', operands);
}

function joined(operator: 'and' | 'or', operands: readonly Expression[]): Expression {
  const [first, second] = operands;
  return first && !second ? first : { kind: 'logic', operator, operands };
}

function parseNot(reader: TokenReader): Expression {
  return reader.takeWords('NOT') ? { kind: 'not', operand: parseNot(reader) } : parseIs(reader);
}

function parseIs(reader: TokenReader): Expression {
  let operand = parseComparison(reader);
  while (reader.takeWords('IS')) {
    const negated = reader.takeWords('NOT');
    if (reader.takeWords('DISTINCT', 'FROM')) operand = distinct(operand, parseComparison(reader), !negated);
    else operand = { kind: 'is', test: isTest(reader), negated, operand };
  }
  return operand;
}

function isTest(reader: TokenReader): IsTest {
  if (reader.takeWords('NULL') || reader.takeWords('UNKNOWN')) return 'null';
  if (reader.takeWords('TRUE')) return 'true';
  if (reader.takeWords('FALSE')) return 'false';
  throw new NotUnderstood('IS');
}

/** Whether two values differ, NULL being one of them. */
function distinct(left: Expression, right: Expression, isDistinct: boolean): Expression {
  const isNull = (operand: Expression): Expression => ({ kind: 'is', test: 'null', negated: false, operand });
  const same: Expression = {
    kind: 'logic',
    operator: 'or',
    operands: [
      { kind: 'is', test: 'true', negated: false, operand: { kind: 'comparison', operator: '=', left, right } },
      { kind: 'logic', operator: 'and', operands: [isNull(left), isNull(right)] },
    ],
  };
  return isDistinct ? { kind: 'not', operand: same } : same;
}

function parseComparison(reader: TokenReader): Expression {
  const left = parseOperators(reader);
  const token = reader.peek();
  if (token?.kind !== 'operator') return left;
  if (isComparisonOperator(token.text)) {
    reader.take();
    return compared(reader, token.text, left);
  }
  return left;
}

function compared(reader: TokenReader, operator: ComparisonOperator, left: Expression): Expression {
  const quantifier = quantifierOf(reader);
  if (quantifier) return { kind: 'quantified', operator, quantifier, left, right: parenthesised(reader) };
  return { kind: 'comparison', operator, left, right: parseOperators(reader) };
}

function quantifierOf(reader: TokenReader): 'any' | 'all' | undefined {
  if (reader.takeWords('ANY')) return 'any';
  return reader.takeWords('ALL') ? 'all' : undefined;
}

function parenthesised(reader: TokenReader): Expression {
  reader.expectMark('(');
  const inner = parseOr(reader);
  reader.expectMark(')');
  return inner;
}

/** `||`, `~`, `->` and what else is made of signs, all alike: Postgres prints parentheses around each. */
function parseOperators(reader: TokenReader): Expression {
  let left = parseSum(reader);
  for (;;) {
    const token = reader.peek();
    if (token?.kind !== 'operator' || isComparisonOperator(token.text)) return left;
    reader.take();
    const quantifier = quantifierOf(reader);
    left = quantifier
      ? { kind: 'quantified', operator: token.text, quantifier, left, right: parenthesised(reader) }
      : { kind: 'call', name: token.text, args: [left, parseSum(reader)] };
  }
}

function parseSum(reader: TokenReader): Expression {
  return parseChain(reader, ['+', '-'], () => parseChain(reader, ['*', '/', '%'], () => parsePrefix(reader)));
}

function parseChain(reader: TokenReader, signs: readonly string[], parseNext: () => Expression): Expression {
  let left = parseNext();
  for (;;) {
    const token = reader.peek();
    if (token?.kind !== 'operator' || !signs.includes(token.text)) return left;
    reader.take();
    left = { kind: 'call', name: token.text, args: [left, parseNext()] };
  }
}

function parsePrefix(reader: TokenReader): Expression {
  const token = reader.peek();
  if (token?.kind !== 'operator') return parsePrimary(reader, parseOr);
  reader.take();
  return { kind: 'call', name: token.text, args: [parsePrefix(reader)] };
}
