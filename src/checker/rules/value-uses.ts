import { columnType, type Expression, operation, type QueryResult, type QueryUse, queryUse } from '../expression.ts';
import { type Rejection, reject } from '../rejection.ts';
import { CAST } from '../same-expression.ts';
import { canCoerce, commonType } from '../types/coercion.ts';
import { INTEGER, RECORD, type SqlType, TEXT, UNKNOWN, UNSURE } from '../types/types.ts';
import { literalMisfit, misfitAmong, misfitFor } from './misfits.ts';
import type { Made } from './operator-use.ts';

/** The one type of several values: CASE, COALESCE, ARRAY, VALUES. */
export function commonTypeOf(values: readonly Expression[], what: string): SqlType | Rejection {
  const type = commonType(values.map((value) => value.type));
  if (type === null) {
    const [first] = values.filter((value) => value.type !== UNKNOWN);
    const odd = values.find((value) => first && !commonType([first.type, value.type])) ?? values.at(-1);
    const message = `${what} cannot be both ${first?.type.title} and ${odd?.type.title}.`;
    return reject('type', odd?.position ?? 0, message);
  }
  return (
    misfitAmong(
      values,
      values.map(() => type),
    ) ?? type
  );
}

/** `value::type` */
export function castUse(value: Expression, type: SqlType, text: string, position: number): Made {
  const label = 'label' in value && value.label ? value.label : value.kind === 'column' ? value.name : type.name;
  return operation({
    text: `${CAST}${text}`,
    operands: [value],
    position,
    label,
    rule: ([operand]) => {
      if (!operand || canCoerce(operand.type, type, 'explicit'))
        return (operand && literalMisfit(operand, type)) ?? type;
      return reject('type', position, `${operand.type.title} cannot be turned into ${type.title}.`);
    },
  });
}

/** `value[…]` */
export function elementUse(value: Expression, bounds: readonly Expression[], isSlice: boolean, position: number): Made {
  // One subscript for each dimension makes one element.
  if (value.kind === 'operation' && value.text === '[]' && value.operands[0]?.type.element) {
    return elementUse(value.operands[0], [...value.operands.slice(1), ...bounds], isSlice, position);
  }
  return operation({
    text: isSlice ? '[:]' : '[]',
    operands: [value, ...bounds],
    position,
    label: value.kind === 'column' ? value.name : null,
    rule: ([operand, ...places]) => {
      const type = operand?.type ?? UNSURE;
      if (type === UNSURE || type.name === 'jsonb') return type;
      if (type.element) {
        const misfit = places.map((place) => misfitFor(place, INTEGER, 'assignment', 'A place in an array'));
        return misfit.find((each) => each !== undefined) ?? (isSlice ? type : type.element);
      }
      // Points and boxes have parts, too.
      if (type.category === 'G' || type.name === 'name') return UNSURE;
      return reject('type', position, `${type.title} has no elements.`);
    },
  });
}

/** `(value).name`: a part of a composite value, or to Postgres a call of any function of one argument. */
export function fieldUse(value: Expression, name: string, position: number): Made {
  return operation({ text: `.${name}`, operands: [value], position, label: name, rule: () => UNSURE });
}

/** `value COLLATE "C"` */
export function collationUse(value: Expression, collation: string, position: number): Made {
  return operation({
    text: `COLLATE ${collation}`,
    operands: [value],
    position,
    label: value.kind === 'column' ? value.name : null,
    rule: ([operand]) => {
      const type = operand?.type ?? UNSURE;
      // Texts, arrays of them, and what cannot be told.
      if ('SAX'.includes(type.category)) return type === UNKNOWN ? TEXT : type;
      return reject('type', position, `COLLATE does not work with ${type.title}.`);
    },
  });
}

/** A query in parentheses where one value, or one row, has to stand. */
export function scalarQueryUse(query: QueryResult, position: number): QueryUse {
  const [only, second] = query.outputs ?? [];
  const type = only ? columnType(only.type) : UNSURE;
  return queryUse(query, second ? RECORD : type, position);
}
