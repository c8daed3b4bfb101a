import { textLiteral } from '../../../schema/names.ts';
import { type Expression, operand } from '../expression.ts';
import { done, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { CallRule } from '../rules.ts';
import { jsonPath, jsonPlace, stepsOf } from './json-path.ts';

/** JSON_SET(document, '$.a', 1, '$.b', 'x') and its sisters, which differ in whether the place has to be there. */
export const setJson: CallRule = ({ name, args: [document, ...pairs] }, rewriter) => {
  if (!document || pairs.length === 0 || pairs.length % 2 === 1) return undefined;
  if (name === 'json_insert') {
    rewriter.note('JSON_INSERT leaves what is there; it stays as written.');
    return undefined;
  }
  let text = asDocument(rewriter.expression(document));
  for (let index = 0; index < pairs.length; index += 2) {
    const [path, value] = pairs.slice(index, index + 2);
    const place = path && placeOf(path, rewriter);
    if (place === undefined || !value) return undefined;
    const missing = name === 'json_replace' ? ', false' : '';
    text = `JSONB_SET(${text}, ${place}, ${asJson(rewriter.expression(value))}${missing})`;
  }
  return done(text, { value: 'json' });
};

export const removeJson: CallRule = ({ args: [document, ...paths] }, rewriter) => {
  const places = paths.map((path) => placeOf(path, rewriter));
  if (!document || places.length === 0 || places.includes(undefined)) return undefined;
  return done([asDocument(rewriter.expression(document)), ...places].join(' #- '), { value: 'json', binds: 'loose' });
};

/** JSON_CONTAINS(document, value, path). */
export const containsJson: CallRule = ({ args: [document, value, path] }, rewriter) => {
  if (!document || !value || !path) return undefined;
  const part = jsonPath(
    { document: rewriter.expression(document), path: rewriter.expression(path), asText: false },
    rewriter,
  );
  const looked = operand(rewriter.expression(value));
  return part && done(`(${part.text}) @> ${looked}::jsonb`, { value: 'boolean', binds: 'loose' });
};

function placeOf(path: readonly Node[], rewriter: Rewriter): string | undefined {
  const { literal } = rewriter.expression(path);
  const steps = literal === undefined ? undefined : stepsOf(literal);
  if (!steps || steps.length === 0) {
    rewriter.note('A JSON path that Postgres has no equal for stays as written.');
    return undefined;
  }
  return textLiteral(jsonPlace(steps));
}

function asDocument(expression: Expression): string {
  return expression.value === 'json' ? operand(expression) : `${operand(expression)}::jsonb`;
}

function asJson(expression: Expression): string {
  if (expression.value === 'json') return expression.text;
  return `TO_JSONB(${expression.literal === undefined ? expression.text : `${expression.text}::text`})`;
}
