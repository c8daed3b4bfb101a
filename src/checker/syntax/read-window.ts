/** Windows: OVER w, OVER (PARTITION BY … ORDER BY … frame). */
import type { Expression } from '../expression.ts';
import {
  isSymbol,
  isWord,
  list,
  type Next,
  optionalSymbol,
  type Reader,
  reader,
  symbol,
  type Then,
  unexpected,
  words,
} from '../reader.ts';
import { type Rejection, reject } from '../rejection.ts';
import { misfitFor } from '../rules/misfits.ts';
import { at, type Scope } from '../scope.ts';
import { BIGINT, builtInType, NUMERIC, UNKNOWN, UNSURE } from '../types/types.ts';
import { Precedence, readExpression } from './read-expression.ts';
import { readSorts, type Sort } from './read-sort.ts';

const INTERVAL = builtInType('interval');

export interface Window {
  /** The named window that it is or builds on. */
  readonly name: string | null;
  readonly expressions: readonly Expression[];
}

/** Reads what follows OVER. */
export function readOver(scope: Scope, then: Then<Window>): Reader {
  return reader((token) => {
    if (token.kind === 'name') return then({ name: token.text, expressions: [] });
    return isSymbol(token, '(') ? readWindow(scope, then) : unexpected(token);
  });
}

/** Reads a window's definition behind its opening parenthesis. */
function readWindow(scope: Scope, then: Then<Window>): Reader {
  const own = at(scope, 'window');
  return reader((token) => {
    if (token.kind === 'name') return readParts(own, { name: token.text, expressions: [], sorts: null }, then);
    return readParts(own, { name: null, expressions: [], sorts: [] }, then).read(token);
  });
}

export interface NamedWindow {
  readonly name: string;
  readonly expressions: readonly Expression[];
}

/** Reads on behind the word WINDOW. */
export function readNamedWindows(scope: Scope, then: Then<readonly NamedWindow[]>): Next {
  const more = (before: readonly NamedWindow[]): Reader =>
    reader((name) => {
      if (before.some((window) => window.name === name.text)) {
        return reject('duplicate-source', name.position, `There are two windows ${name.text}.`);
      }
      const end = ({ name: base, expressions }: Window): Next => {
        if (base !== null && !before.some((window) => window.name === base)) {
          return reject('unknown-source', name.position, `There is no window ${base} before ${name.text}.`);
        }
        const windows = [...before, { name: name.text, expressions }];
        return optionalSymbol(
          ',',
          () => more(windows),
          () => then(windows),
        );
      };
      return words('AS', () => symbol('(', () => readWindow(scope, end)));
    });
  return more([]);
}

interface Parts extends Window {
  /** Null when a named window may have some. */
  readonly sorts: readonly Expression[] | null;
}

function readParts(scope: Scope, window: Parts, then: Then<Window>): Reader {
  const add = (expressions: readonly Expression[], sorts: readonly Expression[]) =>
    readParts(
      scope,
      {
        ...window,
        expressions: [...window.expressions, ...expressions, ...sorts],
        sorts: sorts.length > 0 ? sorts : window.sorts,
      },
      then,
    );
  return reader((token) => {
    if (isSymbol(token, ')')) return then(window);
    if (isWord(token, 'PARTITION')) {
      return words('BY', () =>
        list<Expression>(
          (thenItem) => readExpression({ scope }, thenItem),
          (expressions) => add(expressions, []),
        ),
      );
    }
    if (isWord(token, 'ORDER')) {
      return words('BY', () => readSorts({ scope }, (sorts) => add([], sorts.map(expressionOf))));
    }
    if (!isWord(token, 'ROWS', 'RANGE', 'GROUPS')) return unexpected(token);
    const problem = (offset: Expression) =>
      token.text === 'RANGE'
        ? rangeProblem(window, offset)
        : misfitFor(offset, BIGINT, 'assignment', `The distance of ${token.text}`);
    return readFrame(scope, problem, () => then(window));
  });
}

function expressionOf({ expression }: Sort): Expression {
  return expression;
}

/** The rest of a frame, to the closing parenthesis. */
function readFrame(scope: Scope, problem: (offset: Expression) => Rejection | undefined, then: () => Next): Reader {
  const offset = readExpression({ scope }, (value) => problem(value) ?? frame, Precedence.operator);
  const frame = reader((token) => {
    if (isSymbol(token, ')')) return then();
    if (token.kind === 'number' || isSymbol(token, '(') || isWord(token, 'INTERVAL')) return offset.read(token);
    return token.kind === 'end' ? unexpected(token) : frame;
  });
  return frame;
}

/** A distance from the current row is one in the values that the rows are sorted by. */
function rangeProblem({ sorts }: Parts, offset: Expression): Rejection | undefined {
  if (sorts === null) return undefined;
  const [key] = sorts;
  if (sorts.length !== 1 || !key) {
    return reject('type', offset.position, 'RANGE with a distance needs exactly one expression in ORDER BY.');
  }
  const { type } = key;
  if (type === UNSURE || type === UNKNOWN) return undefined;
  const isNumber = type.category === 'N';
  if (!isNumber && !'DT'.includes(type.category)) {
    return reject('type', offset.position, `RANGE has no distances for ${type.title}.`);
  }
  return misfitFor(offset, isNumber ? NUMERIC : INTERVAL, 'assignment', 'The distance of RANGE');
}
