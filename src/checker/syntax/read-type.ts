import type { Token } from '../lexer.ts';
import { isSymbol, type Next, passOn, type Reader, reader, unexpected } from '../reader.ts';
import type { SchemaIndex } from '../schema-index.ts';
import type { SqlType } from '../types/types.ts';

/** Reads a type's name, with its namespace, size and brackets: `sales.mood`, `numeric(10, 2)`, `double precision[]`. */
export function readType(index: SchemaIndex, then: (type: SqlType, text: string) => Next): Reader {
  const done = (text: string) => then(index.findType(text), text);
  const afterSize = (text: string): Reader =>
    reader((token) => {
      if (!isSymbol(token, '[')) return passOn(done(text), token);
      return reader((close) => (isSymbol(close, ']') ? afterSize(`${text}[]`) : readBracket(close, text)));
    });
  // An array with its length is an array to Postgres.
  const readBracket = (token: Token, text: string): Next =>
    token.kind === 'number'
      ? reader((close) => (isSymbol(close, ']') ? afterSize(`${text}[]`) : unexpected(close)))
      : unexpected(token);
  const size = (text: string): Reader =>
    reader((token) => {
      if (isSymbol(token, ')')) return afterSize(`${text})`);
      if (isSymbol(token, ',')) return size(`${text}, `);
      return token.kind === 'number' ? size(text + token.text) : unexpected(token);
    });
  const afterName = (text: string): Reader =>
    reader((token) => {
      if (isSymbol(token, '(')) return size(`${text}(`);
      if (isSymbol(token, '.'))
        return reader((name) => (isName(name) ? afterName(`${text}.${name.text}`) : unexpected(name)));
      if (text === 'double' && token.kind === 'name') return afterName(`${text} ${token.text}`);
      return afterSize(text).read(token);
    });
  return reader((token) => (isName(token) ? afterName(token.text) : unexpected(token)));
}

function isName({ kind }: Token): boolean {
  return kind === 'name';
}
