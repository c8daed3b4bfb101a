/** What binds to the value before it: casts, elements, time zones, collations. */
import type { Expression } from '../expression.ts';
import { isSymbol, isWord, type Next, reader, symbol, unexpected, words } from '../reader.ts';
import { functionUse } from '../rules/call-use.ts';
import { castUse, collationUse, elementUse } from '../rules/value-uses.ts';
import { Precedence, readExpression, type Step } from './read-expression.ts';
import { readType } from './read-type.ts';

export function readCast({ options, left, token, goOn }: Step): Next {
  return readType(options.scope.index, (type, text) => goOn(castUse(left, type, text, token.position)));
}

/** `[1]`, `[1:2]`, `[:2]`, `[1:]` */
export function readSubscript({ options, left, token, goOn }: Step): Next {
  const { scope } = options;
  const close = (bounds: readonly Expression[], isSlice: boolean) =>
    goOn(elementUse(left, bounds, isSlice, token.position));
  const upper = (bounds: readonly Expression[]) => {
    const bound = readExpression({ scope }, (value) => symbol(']', () => close([...bounds, value], true)));
    return reader((next) => (isSymbol(next, ']') ? close(bounds, true) : bound.read(next)), bound.misfit);
  };
  const first = readExpression({ scope }, (value) =>
    reader((next) => {
      if (isSymbol(next, ']')) return close([value], false);
      return isSymbol(next, ':') ? upper([value]) : unexpected(next);
    }),
  );
  return reader((next) => (isSymbol(next, ':') ? upper([]) : first.read(next)), first.misfit);
}

/** AT TIME ZONE is a function by another spelling. */
export function readAtTimeZone({ options, left, token, goOn }: Step): Next {
  const { index } = options.scope;
  return reader((next) => {
    if (isWord(next, 'LOCAL')) return goOn(functionUse(index, 'TIMEZONE', [left], token.position));
    if (!isWord(next, 'TIME')) return unexpected(next);
    return words('ZONE', () =>
      readExpression(
        options,
        (zone) => goOn(functionUse(index, 'TIMEZONE', [zone, left], token.position)),
        Precedence.timeZone + 1,
      ),
    );
  });
}

export function readCollation({ left, token, goOn }: Step): Next {
  return reader((name) =>
    name.kind === 'name' ? goOn(collationUse(left, name.text, token.position)) : unexpected(name),
  );
}
