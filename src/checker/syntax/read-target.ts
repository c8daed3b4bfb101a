/** The table that a statement writes to. */
import type { Token } from '../lexer.ts';
import { anyStartsWith } from '../name-misfit.ts';
import { isSymbol, type Next, passOn, type Reader, reader, type Then, unexpected } from '../reader.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { SchemaIndex } from '../schema-index.ts';
import type { Source } from '../scope.ts';
import type { SqlType } from '../types/types.ts';

export interface Target {
  readonly source: Source;
  readonly position: number;
}

export interface TargetColumn {
  readonly name: string;
  readonly type: SqlType;
}

export function readTarget(index: SchemaIndex, then: Then<Target>): Reader {
  const misfit = (partial: Token) => (anyStartsWith(index.tables.keys(), partial.text) ? null : unknownTable(partial));
  const whole = (before: Token, name: Token): Token => ({ ...before, text: `${before.text}.${name.text}` });
  const end = (name: Token): Next => {
    const relation = index.tables.get(name.text);
    return relation
      ? then({ source: { qualifier: name.text, relation }, position: name.position })
      : unknownTable(name);
  };
  return reader(
    (name) =>
      name.kind === 'name'
        ? reader((token) => {
            if (!isSymbol(token, '.')) return passOn(end(name), token);
            return reader(
              (second) => end(whole(name, second)),
              (partial) => misfit(whole(name, partial)),
            );
          })
        : unexpected(name),
    misfit,
  );
}

function unknownTable({ text, position }: Token): Rejection {
  return reject('unknown-source', position, `There is no table ${text}.`);
}

/** Reads `name, …)`: columns of the target, each once. */
export function readTargetColumns(target: Target, then: Then<readonly TargetColumn[]>): Reader {
  const more = (columns: readonly TargetColumn[]): Reader =>
    readTargetColumn(target, columns, (column) => {
      const all = [...columns, column];
      return reader((token) => {
        if (isSymbol(token, ',')) return more(all);
        return isSymbol(token, ')') ? then(all) : unexpected(token);
      });
    });
  return more([]);
}

/** @param taken columns that cannot be named again */
export function readTargetColumn(target: Target, taken: readonly TargetColumn[], then: Then<TargetColumn>): Reader {
  const { qualifier, relation } = target.source;
  const isTaken = (name: string) => taken.some((column) => column.name === name);
  const unknown = ({ text, position }: Token) =>
    reject('unknown-column', position, `${qualifier} has no column ${text}.`);
  return reader(
    (name) => {
      const type = relation.types.get(name.text);
      if (!type || type === 'ambiguous') return unknown(name);
      if (!isTaken(name.text)) return then({ name: name.text, type });
      return reject('duplicate-column', name.position, `${name.text} is already listed.`);
    },
    (partial) => {
      const free = [...relation.types.keys()].filter((name) => !isTaken(name));
      return anyStartsWith(free, partial.text) ? null : unknown(partial);
    },
  );
}
