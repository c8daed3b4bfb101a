import { type Expression, literal, operation, queryUse } from '../expression.ts';
import type { Token } from '../lexer.ts';
import { nameMisfit } from '../name-misfit.ts';
import { isSymbol, type Next, optionalSymbol, type Reader, reader, symbol, type Then, unexpected } from '../reader.ts';
import { isRejection } from '../rejection.ts';
import { literalMisfit } from '../rules/misfits.ts';
import { logicalUse, type Made, operatorUse } from '../rules/operator-use.ts';
import { fieldUse, scalarQueryUse } from '../rules/value-uses.ts';
import { BOOLEAN, builtInType, RECORD, UNKNOWN, UNSURE } from '../types/types.ts';
import { KEYWORD_TYPES, numberType } from './literal-types.ts';
import { readArray } from './read-array.ts';
import { readCall } from './read-call.ts';
import { readCase } from './read-case.ts';
import { type ExpressionOptions, Precedence, readExpression } from './read-expression.ts';
import { readExpressions } from './read-expressions.ts';
import { readParenthesised } from './read-parentheses.ts';
import { readQuery } from './read-query.ts';
import { readReference } from './read-reference.ts';

const INTERVAL = builtInType('interval');

/** Rows of a statement that writes; upper case, since they are no tables. */
const WRITTEN_ROWS = ['EXCLUDED', 'OLD', 'NEW'];

/** Reads a value with the operators in front of it. */
export function readOperand(options: ExpressionOptions, then: Then<Expression>): Reader {
  const goOn = (made: Made): Next => (isRejection(made) ? made : then(made));
  return reader(
    (token) => {
      switch (token.kind) {
        case 'name':
          return readReference(options, then).read(token);
        case 'number':
          return then(literal(token.text, numberType(token.text), token.position));
        case 'string':
          return then(literal(token.text, UNKNOWN, token.position));
        case 'symbol':
          return isSymbol(token, '(') ? readGroup(options, token, goOn) : readPrefixed(options, token, goOn);
        case 'word':
          return readWordOperand(options, token, goOn);
        case 'end':
          return unexpected(token);
      }
    },
    (partial) => (partial.kind === 'name' ? nameMisfit(options.scope, partial) : null),
  );
}

function readPrefixed(options: ExpressionOptions, token: Token, goOn: (made: Made) => Next): Next {
  if ('),].:'.includes(token.text)) return unexpected(token);
  const isSign = token.text === '-' || token.text === '+';
  return readExpression(
    options,
    (value) => {
      const number = token.text === '-' && value.kind === 'literal' && /^\d/.test(value.text);
      // A number with its sign is one number, which may fit a smaller type.
      if (number) return goOn(literal(`-${value.text}`, numberType(value.text, true), token.position));
      return goOn(operatorUse(options.scope.index, token.text, [value], token.position));
    },
    isSign ? Precedence.sign : Precedence.operator + 1,
  );
}

/** Behind an opening parenthesis. */
function readGroup({ scope, width }: ExpressionOptions, { position }: Token, goOn: (made: Made) => Next): Next {
  return readParenthesised(
    { scope, ...(width !== undefined && { width }) },
    {
      query: (query) => readField(scalarQueryUse(query, position), goOn),
      list: (items) => {
        const [only] = items;
        return items.length === 1 && only ? readField(only, goOn) : goOn(rowUseOf(items, position));
      },
    },
  );
}

/** `(expr).name` */
function readField(value: Expression, goOn: (made: Made) => Next): Next {
  return optionalSymbol(
    '.',
    () => reader((name) => (name.kind === 'name' ? goOn(fieldUse(value, name.text, name.position)) : unexpected(name))),
    () => goOn(value),
  );
}

function rowUseOf(operands: readonly Expression[], position: number): Made {
  return operation({ text: 'ROW', operands, position, label: 'row', rule: () => RECORD });
}

function readWordOperand(options: ExpressionOptions, token: Token, goOn: (made: Made) => Next): Next {
  const { scope } = options;
  const { text, position } = token;
  const type = KEYWORD_TYPES[text];
  if (type) {
    const end = () => goOn(literal(text, type, position));
    // A precision, or no more than parentheses, changes nothing here.
    const inParentheses = reader((next) => (isSymbol(next, ')') ? end() : symbol(')', end)));
    return optionalSymbol('(', () => inParentheses, end);
  }
  if (WRITTEN_ROWS.includes(text)) return readReference(options, goOn).read(token);
  switch (text) {
    case 'NOT':
      return readExpression(options, (value) => goOn(logicalUse('NOT', [value], position)), Precedence.not);
    case 'CASE':
      return readCase(scope, token, goOn);
    case 'INTERVAL':
      return reader((value) => {
        const made = literal(value.text, UNKNOWN, value.position);
        return literalMisfit(made, INTERVAL) ?? goOn(literal(value.text, INTERVAL, position));
      });
    case 'EXISTS':
      return symbol('(', () =>
        readQuery({ index: scope.index, outer: scope, commonTables: scope.commonTables, width: null }, (query) =>
          symbol(')', () => goOn(existsUse(queryUse(query, UNSURE, position)))),
        ),
      );
    case 'ROW':
      return symbol('(', () => readExpressions({ scope }, ')', (values) => goOn(rowUseOf(values, position))));
    case 'ARRAY':
      return readArray(options, token, goOn);
    default:
      return symbol('(', () => readCall(options, token, goOn));
  }
}

function existsUse(query: Expression): Made {
  return operation({
    text: 'EXISTS',
    operands: [query],
    position: query.position,
    label: 'exists',
    rule: () => BOOLEAN,
  });
}
