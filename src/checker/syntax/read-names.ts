import type { Token } from '../lexer.ts';
import { isSymbol, list, type Next, passOn, type Reader, reader, symbol, type Then, unexpected } from '../reader.ts';

/** Reads `(name, …)` when it is there. */
export function readNames(then: Then<readonly string[]>): Reader {
  return reader((token) => {
    if (!isSymbol(token, '(')) return passOn(then([]), token);
    return readNameList((names) => symbol(')', () => then(names.map(({ text }) => text))));
  });
}

/** Reads `name, …`. */
export function readNameList(then: Then<readonly Token[]>): Next {
  return list<Token>((thenName) => reader((name) => (name.kind === 'name' ? thenName(name) : unexpected(name))), then);
}
