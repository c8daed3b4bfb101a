import type { ValueKind } from '../../types/value-kind.ts';
import { asText, type Expression } from '../expression.ts';
import { done } from '../node.ts';
import type { CallRule } from '../rules.ts';

/** Postgres wants alternatives of one type; where one is a text and another visibly is not, all become texts. */
export function alternatives(expressions: readonly Expression[]): {
  readonly texts: readonly string[];
  readonly value: ValueKind | undefined;
} {
  const kinds = expressions.map(({ value }) => value);
  const isText = ({ literal, value }: Expression) =>
    value === 'text' && (literal === undefined || !isReadable(literal, kinds));
  const isOther = (kind: ValueKind | undefined) =>
    kind !== undefined && kind !== 'text' && kind !== 'enum' && kind !== 'other';
  const isMixed = expressions.some(isText) && kinds.some(isOther);
  const value = isMixed ? 'text' : (kinds.find((kind) => kind !== undefined && kind !== 'text') ?? kinds[0]);
  return {
    texts: expressions.map((expression) =>
      isMixed && isOther(expression.value) ? asText(expression) : expression.text,
    ),
    value,
  };
}

/** `IFNULL(placed, '2024-01-01')`: Postgres reads the literal as what it stands beside. */
function isReadable(literal: string, kinds: readonly (ValueKind | undefined)[]): boolean {
  if (kinds.some((kind) => kind === 'integer' || kind === 'number')) return /^\s*-?\d+(?:\.\d+)?\s*$/.test(literal);
  return /^\d{4}-\d\d-\d\d/.test(literal);
}

export const coalesce: CallRule = ({ args }, rewriter) => {
  if (args.length < 2) return undefined;
  const { texts, value } = alternatives(args.map((nodes) => rewriter.expression(nodes)));
  return done(`COALESCE(${texts.join(', ')})`, { value });
};
