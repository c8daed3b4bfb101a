/** What a call means and gives. */
import { type Expression, operation, type Rule } from '../expression.ts';
import { isRejection, type Rejection, reject } from '../rejection.ts';
import type { SchemaIndex } from '../schema-index.ts';
import { builtInSignatures, type FoundFunction, resolveFunction, type Signature } from '../types/functions.ts';
import { INTEGER, type SqlType, UNKNOWN, UNSURE } from '../types/types.ts';
import { literalMisfit } from './misfits.ts';
import { type Made, operatorRule } from './operator-use.ts';
import { commonTypeOf } from './value-uses.ts';

export interface Callee {
  /** As written: `SUM`, `sales.rate`. */
  readonly text: string;
  readonly position: number;
  /** Undefined when the catalogue here does not have it: then anything goes. */
  readonly signatures: readonly Signature[] | undefined;
}

export function findCallee(index: SchemaIndex, text: string, position: number): Callee {
  const own = index.functions.get(text) ?? [];
  const known = builtInSignatures(text);
  const alike = known ? (index.functions.get(text.toLowerCase()) ?? []) : [];
  const signatures = own.length > 0 ? own : known && [...known, ...alike];
  return { text, position, signatures };
}

export function isAggregate({ signatures }: Callee): boolean {
  return signatures?.every(({ kind }) => kind === 'aggregate') === true;
}

export function isWindowOnly({ signatures }: Callee): boolean {
  return signatures?.every(({ kind }) => kind === 'window') === true;
}

/** Whether WITHIN GROUP may follow, without which its arguments are not complete. */
export function takesGroup({ text }: Callee): boolean {
  return ['MODE', 'PERCENTILE_CONT', 'PERCENTILE_DISC', 'RANK', 'DENSE_RANK', 'PERCENT_RANK', 'CUME_DIST'].includes(
    text,
  );
}

const HYPOTHETICAL = new Set(['RANK', 'DENSE_RANK', 'PERCENT_RANK', 'CUME_DIST']);

/** What is wrong with the values of a row that is ranked among others: they go with the sort keys, one by one. */
export function rankingProblem(
  { text, position }: Callee,
  values: readonly Expression[],
  sorts: readonly Expression[],
): Rejection | undefined {
  if (!HYPOTHETICAL.has(text)) return undefined;
  if (values.length !== sorts.length) {
    return reject('column-count', position, `${text} takes as many values as ORDER BY lists.`);
  }
  for (const [place, value] of values.entries()) {
    const type = commonTypeOf([value, ...sorts.slice(place, place + 1)], `What ${text} ranks`);
    if (isRejection(type)) return type;
  }
  return undefined;
}

export function returnsRows({ signatures }: Callee): boolean {
  return signatures !== undefined && signatures.length > 0 && signatures.every(({ returnsSet }) => returnsSet);
}

/** @param count how many of the operands are arguments; others are those of ORDER BY, FILTER and OVER */
export function callRule(index: SchemaIndex, callee: Callee, count: number): Rule {
  const { text, position } = callee;
  return (operands) => {
    const values = operands.slice(0, count);
    switch (text) {
      case 'COALESCE':
        return commonTypeOf(values, 'What COALESCE chooses from');
      case 'GREATEST':
      case 'LEAST':
        return commonTypeOf(values, `What ${text} chooses from`);
      case 'GROUPING':
        return INTEGER;
      case 'NULLIF': {
        const compared = operatorRule(index, '=', position)(values);
        return isRejection(compared) ? compared : (values[0]?.type ?? UNSURE);
      }
      default:
        return calledType(index, callee, values);
    }
  };
}

function calledType(index: SchemaIndex, callee: Callee, values: readonly Expression[]): SqlType | Rejection {
  const use = calledUse(index, callee, values);
  return use && isRejection(use) ? use : (use?.result ?? UNSURE);
}

/** What a call means; undefined when the catalogue here does not have the function. */
export function calledUse(
  index: SchemaIndex,
  { text, position, signatures }: Callee,
  values: readonly Expression[],
): FoundFunction | Rejection | undefined {
  if (!signatures) return undefined;
  const types = values.map((value) => value.type);
  const use = resolveFunction(signatures, types, castTarget(index, text));
  if (use.kind !== 'found') {
    const titles = types.map((type) => (type === UNKNOWN ? 'text' : type.title)).join(', ');
    return reject('type', position, titles === '' ? `${text} needs arguments.` : `${text} does not take ${titles}.`);
  }
  for (const [place, value] of values.entries()) {
    const misfit = literalMisfit(value, use.arguments[place] ?? UNSURE);
    if (misfit) return misfit;
  }
  return use;
}

function castTarget(index: SchemaIndex, text: string): SqlType | null {
  const type = index.findType(text.toLowerCase());
  return type === UNSURE ? null : type;
}

/** A function that some syntax calls by another name. */
export function functionUse(
  index: SchemaIndex,
  name: keyof typeof SPOKEN,
  operands: readonly Expression[],
  position: number,
): Made {
  const callee: Callee = { text: SPOKEN[name], position, signatures: builtInSignatures(name) };
  const label = name.toLowerCase();
  return operation({ text: name, operands, position, label, rule: (values) => calledType(index, callee, values) });
}

const SPOKEN = { TIMEZONE: 'AT TIME ZONE', LIKE_ESCAPE: 'LIKE', OVERLAPS: 'OVERLAPS' } as const;
