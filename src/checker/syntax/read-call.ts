import { type Aggregate, type Expression, HOLDS_SET, HOLDS_WINDOW, type Operation, operation } from '../expression.ts';
import type { Token } from '../lexer.ts';
import {
  isSymbol,
  isWord,
  list,
  misfitOf,
  type Next,
  optionalWord,
  passOn,
  type Reader,
  reader,
  symbol,
  unexpected,
  words,
} from '../reader.ts';
import { isRejection, reject } from '../rejection.ts';
import {
  aggregatePlaceProblem,
  aggregateProblem,
  asAggregate,
  type CallParts,
  setPlaceProblem,
  windowPlaceProblem,
  windowProblem,
} from '../rules/call-places.ts';
import {
  type Callee,
  callRule,
  findCallee,
  isAggregate,
  isWindowOnly,
  rankingProblem,
  returnsRows,
  takesGroup,
} from '../rules/call-use.ts';
import { conditionMisfit } from '../rules/misfits.ts';
import type { Made } from '../rules/operator-use.ts';
import { at, type Scope } from '../scope.ts';
import { type ExpressionOptions, readExpression } from './read-expression.ts';
import { readSorts } from './read-sort.ts';
import { readExtract, readNamedArguments, readPosition } from './read-special-call.ts';
import { readOver } from './read-window.ts';

/** Reads a call behind its opening parenthesis. */
export function readCall({ scope }: ExpressionOptions, name: Token, goOn: (made: Made) => Next): Next {
  const callee = findCallee(scope.index, name.text, name.position);
  const problem =
    (isAggregate(callee) ? aggregatePlaceProblem(callee, scope) : undefined) ??
    (isWindowOnly(callee) ? windowPlaceProblem(callee, scope) : undefined) ??
    (returnsRows(callee) ? setPlaceProblem(callee, scope) : undefined);
  if (problem) return problem;
  const end = (parts: Partial<CallParts>) =>
    readAfterArguments({ callee, scope, values: [], isDistinct: false, sorts: [], ...parts }, goOn);
  if (name.text === 'EXTRACT') return readExtract(scope, (values) => end({ values }));
  if (name.text === 'POSITION') return readPosition(scope, (values) => end({ values }));
  if (name.text === 'MAKE_INTERVAL') return readNamedArguments(scope, callee, goOn);
  const all = readArguments(scope, false, end);
  return reader((token) => {
    if (isSymbol(token, ')')) return end({});
    // To Postgres COUNT(*) has no arguments.
    if (isSymbol(token, '*')) return symbol(')', () => end({}));
    return isWord(token, 'DISTINCT') ? readArguments(scope, true, end) : all.read(token);
  }, all.misfit);
}

function readArguments(scope: Scope, isDistinct: boolean, end: (parts: Partial<CallParts>) => Next): Reader {
  const read = list<Expression>(
    (then) => readExpression({ scope }, then),
    (values) =>
      reader((token) => {
        if (isSymbol(token, ')')) return end({ values, isDistinct });
        if (!isWord(token, 'ORDER')) return unexpected(token);
        return words('BY', () =>
          readSorts({ scope }, (sorts) =>
            symbol(')', () => end({ values, isDistinct, sorts: sorts.map((sort) => sort.expression) })),
          ),
        );
      }),
  );
  return reader((token) => passOn(read, token), misfitOf(read));
}

export function callUse(
  parts: CallParts,
  more: readonly Expression[],
): Operation | Aggregate | ReturnType<typeof reject> {
  const { callee, scope, values, isDistinct, sorts } = parts;
  const isOwn = scope.index.functions.has(callee.text);
  return operation({
    text: `${callee.text}(${isDistinct ? 'DISTINCT' : ''})`,
    operands: [...values, ...sorts, ...more],
    position: callee.position,
    rule: callRule(scope.index, callee, values.length),
    label: isOwn ? callee.text.replace(/^.*\./, '') : callee.text.toLowerCase(),
    holds: returnsRows(callee) ? HOLDS_SET : 0,
  });
}

/** WITHIN GROUP, FILTER and OVER. */
function readAfterArguments(parts: CallParts, goOn: (made: Made) => Next): Next {
  const { callee, scope } = parts;
  if (!takesGroup(callee)) {
    const made = callUse(parts, []);
    if (isRejection(made)) return made;
    if (callee.text === 'COALESCE' && made.holds & HOLDS_SET) return misplacedSet(callee);
    if (!isAggregate(callee) && !isWindowOnly(callee) && callee.signatures) return goOn(made);
    return readFilter(parts, [], goOn);
  }
  return reader((token) => {
    if (!isWord(token, 'WITHIN')) return passOn(readFilter(parts, [], goOn), token);
    return words('GROUP', () =>
      symbol('(', () =>
        words('ORDER BY', () =>
          readSorts({ scope }, (sorts) =>
            symbol(')', () => {
              const keys = sorts.map((sort) => sort.expression);
              const problem = rankingProblem(callee, parts.values, keys);
              if (problem) return problem;
              return readFilter({ ...parts, values: [...parts.values, ...keys], callee: inGroup(callee) }, [], goOn);
            }),
          ),
        ),
      ),
    );
  });
}

function misplacedSet({ text, position }: Callee) {
  return reject('set-place', position, `A function that returns rows cannot stand inside ${text}.`);
}

/** RANK and its like are window functions as well. */
function inGroup(callee: Callee): Callee {
  return { ...callee, signatures: callee.signatures?.filter(({ kind }) => kind === 'aggregate') };
}

function readFilter(parts: CallParts, more: readonly Expression[], goOn: (made: Made) => Next): Reader {
  return optionalWord(
    'FILTER',
    () =>
      symbol('(', () =>
        words('WHERE', () =>
          readExpression({ scope: at(parts.scope, 'filter') }, (condition) => {
            const misfit = conditionMisfit(condition, 'What FILTER takes');
            return misfit ?? symbol(')', () => readEnd(parts, [...more, condition], goOn));
          }),
        ),
      ),
    () => readEnd(parts, more, goOn),
  );
}

function readEnd(parts: CallParts, more: readonly Expression[], goOn: (made: Made) => Next): Next {
  const { callee, scope } = parts;
  return optionalWord(
    'OVER',
    () =>
      windowPlaceProblem(callee, scope) ??
      readOver(scope, (window) => {
        const made = callUse(parts, [...more, ...window.expressions]);
        if (isRejection(made)) return made;
        const problem = windowProblem(made, parts);
        if (problem) return problem;
        return goOn({ ...made, kind: 'window', window: window.name, holds: made.holds | HOLDS_WINDOW });
      }),
    () => {
      const made = callUse(parts, more);
      if (isRejection(made)) return made;
      if (isWindowOnly(callee)) {
        return reject('window-place', callee.position, `${callee.text} needs OVER.`);
      }
      if (!isAggregate(callee)) return goOn(made);
      return aggregateProblem(made, parts) ?? goOn(asAggregate(made));
    },
  );
}
