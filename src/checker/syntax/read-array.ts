import { type Expression, operation, type Rule } from '../expression.ts';
import type { Token } from '../lexer.ts';
import { isSymbol, type Next, optionalSymbol, reader, unexpected } from '../reader.ts';
import { isRejection, type Rejection } from '../rejection.ts';
import type { Made } from '../rules/operator-use.ts';
import { castUse, commonTypeOf, scalarQueryUse } from '../rules/value-uses.ts';
import { arrayOf, type SqlType, UNSURE } from '../types/types.ts';
import type { ExpressionOptions } from './read-expression.ts';
import { readExpressions } from './read-expressions.ts';
import { readParenthesised } from './read-parentheses.ts';
import { readType } from './read-type.ts';

/** `ARRAY[1, 2]`, `ARRAY[]`, `ARRAY(query)` */
export function readArray(options: ExpressionOptions, { position }: Token, goOn: (made: Made) => Next): Next {
  const { scope } = options;
  return reader((open) => {
    if (isSymbol(open, '[')) {
      return readExpressions({ scope, isElement: true }, ']', (values) =>
        readCastOfArray(options, values, position, goOn),
      );
    }
    if (!isSymbol(open, '(')) return unexpected(open);
    return readParenthesised(
      { scope },
      {
        query: (query) => goOn(arrayUse([scalarQueryUse(query, position)], position, arrayType)),
        list: () => unexpected(open),
      },
    );
  });
}

/** A cast of the whole is one of each element, which then need have nothing in common. */
function readCastOfArray(
  { scope, isElement = false }: ExpressionOptions,
  values: readonly Expression[],
  position: number,
  goOn: (made: Made) => Next,
): Next {
  return optionalSymbol(
    '::',
    () =>
      readType(scope.index, (type) =>
        goOn(arrayUse(values, position, (elements) => castMisfit(elements, type, position) ?? type)),
      ),
    () => goOn(arrayUse(values, position, isElement ? nestedArrayType : arrayType)),
  );
}

function arrayUse(operands: readonly Expression[], position: number, rule: Rule): Made {
  return operation({ text: 'ARRAY', operands, position, label: 'array', rule });
}

function castMisfit(elements: readonly Expression[], type: SqlType, position: number): Rejection | undefined {
  if (type === UNSURE) return undefined;
  for (const element of elements) {
    const isInside = element.type.element !== null || element.type === UNSURE;
    const cast = castUse(element, isInside ? type : (type.element ?? type), type.name, position);
    if (isRejection(cast)) return cast;
  }
  return undefined;
}

function arrayType(values: readonly Expression[]): SqlType | Rejection {
  // Without elements its type comes from what is around it.
  if (values.length === 0) return UNSURE;
  const type = commonTypeOf(values, 'An array');
  return isRejection(type) ? type : arrayOf(type);
}

/** Inside another array: a cast of that one may still give the elements a type. */
function nestedArrayType(values: readonly Expression[]): SqlType {
  const type = arrayType(values);
  return isRejection(type) ? UNSURE : type;
}
