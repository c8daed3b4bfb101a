import { columnUse, literal, type Output } from '../expression.ts';
import type { Token } from '../lexer.ts';
import { anyStartsWith } from '../name-misfit.ts';
import { isSymbol, type Reader, reader, type Then, unexpected } from '../reader.ts';
import { isRejection, type Rejection, reject } from '../rejection.ts';
import { operatorUse } from '../rules/operator-use.ts';
import type { SchemaIndex } from '../schema-index.ts';
import type { From } from './read-from.ts';

/** A column that both sides of a join have. */
interface Shared {
  readonly left: Output;
  readonly right: Output;
}

/**
 * Reads the columns behind `USING (`.
 *
 * @param then is given what a star makes of the join: the shared columns first, once each
 */
export function readSharedColumns(
  index: SchemaIndex,
  left: From,
  right: From,
  kind: string,
  then: Then<readonly Output[] | null>,
): Reader {
  const readColumn = (shared: readonly Shared[]): Reader =>
    reader(
      (name) => {
        const found = sharedColumn(index, left.columns, right.columns, name);
        if (found && 'reason' in found) return found;
        const all = found ? [...shared, found] : shared;
        return reader((token) => {
          if (isSymbol(token, ',')) return readColumn(all);
          return isSymbol(token, ')') ? then(merged(left, right, all, kind)) : unexpected(token);
        });
      },
      (partial) => {
        const names = (left.columns ?? []).flatMap((column) => column.name ?? []);
        if (!left.columns || !right.columns) return null;
        const others = new Set(right.columns.map((column) => column.name));
        const both = names.filter((name) => others.has(name));
        return anyStartsWith(both, partial.text) ? null : notShared(partial);
      },
    );
  return readColumn([]);
}

/** Null when the columns of a side are not known. */
function sharedColumn(
  index: SchemaIndex,
  left: readonly Output[] | null,
  right: readonly Output[] | null,
  name: Token,
): Shared | null | Rejection {
  if (name.kind !== 'name') return unexpected(name);
  if (!left || !right) return null;
  const ofLeft = left.filter((column) => column.name === name.text);
  const ofRight = right.filter((column) => column.name === name.text);
  const [one] = ofLeft;
  const [other] = ofRight;
  if (!one || !other) return notShared(name);
  if (ofLeft.length > 1 || ofRight.length > 1) {
    const message = `More than one table of a side has a column ${name.text}.`;
    return reject('ambiguous-column', name.position, message);
  }
  const sides = [one, other].map((side) =>
    columnUse({ qualifier: '', name: name.text, type: side.type, position: name.position }),
  );
  const compared = operatorUse(index, '=', sides, name.position);
  return isRejection(compared) ? compared : { left: one, right: other };
}

function notShared({ text, position }: Token): Rejection {
  return reject('unknown-column', position, `Not both sides of the join have a column ${text}.`);
}

function merged(left: From, right: From, shared: readonly Shared[], kind: string): readonly Output[] | null {
  if (!left.columns || !right.columns) return null;
  const lefts = new Set(shared.map((each) => each.left));
  const rights = new Set(shared.map((each) => each.right));
  return [
    ...shared.map((each) => mergedColumn(each, kind)),
    ...left.columns.filter((column) => !lefts.has(column)),
    ...right.columns.filter((column) => !rights.has(column)),
  ];
}

/** An outer join gives the value of the side that is kept; a full join that of either. */
function mergedColumn({ left, right }: Shared, kind: string): Output {
  if (kind === 'RIGHT') return right;
  if (kind !== 'FULL') return left;
  return { ...left, expression: literal('NULL', left.type, left.expression?.position ?? 0) };
}
