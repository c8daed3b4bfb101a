import { type Expression, literal } from '../expression.ts';
import type { Token } from '../lexer.ts';
import { list, type Next, reader, symbol, words } from '../reader.ts';
import type { Callee } from '../rules/call-use.ts';
import type { Made } from '../rules/operator-use.ts';
import type { Scope } from '../scope.ts';
import { INTEGER, TEXT } from '../types/types.ts';
import { callUse } from './read-call.ts';
import { Precedence, readExpression } from './read-expression.ts';

/** `EXTRACT(YEAR FROM expr)` */
export function readExtract(scope: Scope, end: (values: readonly Expression[]) => Next): Next {
  return reader((field) =>
    words('FROM', () =>
      readExpression({ scope }, (value) => symbol(')', () => end([literal(field.text, TEXT, field.position), value]))),
    ),
  );
}

/** `POSITION(part IN whole)`, a function that takes the whole first. */
export function readPosition(scope: Scope, end: (values: readonly Expression[]) => Next): Next {
  return readExpression(
    { scope, endsAtIn: true },
    (part) =>
      words('IN', () =>
        readExpression({ scope }, (whole) => symbol(')', () => end([whole, part])), Precedence.test + 1),
      ),
    Precedence.test,
  );
}

/** `MAKE_INTERVAL(days => expr, …)`; some may come first without a name. */
export function readNamedArguments(scope: Scope, callee: Callee, goOn: (made: Made) => Next): Next {
  const order = ['years', 'months', 'weeks', 'days', 'hours', 'mins', 'secs'];
  const names = new Set(order);
  return list<readonly [string, Expression]>(
    (then) => {
      const plain = readExpression({ scope }, (value) => then(['', value]));
      const named = (name: Token) => symbol('=>', () => readExpression({ scope }, (value) => then([name.text, value])));
      return reader((token) => (names.has(token.text) ? named(token) : plain.read(token)));
    },
    (given) =>
      symbol(')', () => {
        const zero = literal('0', INTEGER, callee.position);
        const values = order.map((name, place) => {
          const byName = given.find(([each]) => each === name);
          const byPlace = given[place];
          return byName?.[1] ?? (byPlace?.[0] === '' ? byPlace[1] : zero);
        });
        return goOn(callUse({ callee, scope, values, isDistinct: false, sorts: [] }, []));
      }),
  );
}
