import type { SchemaFunction } from '../../schema/model.ts';
import { callableName } from '../../schema/names.ts';
import { shortType } from '../parts/short-type.ts';

/** How a function is called and what comes of it: `tax(numeric[, text]) → numeric`. */
export function signature(declared: SchemaFunction): string {
  return `${callableName(declared)}(${argumentsText(declared)}) → ${resultText(declared)}`;
}

function argumentsText({ kind, argumentTypes, requiredArguments, isVariadic }: SchemaFunction): string {
  if (kind === 'aggregate' && argumentTypes.length === 0) return '*';
  const types = argumentTypes.map(shortType);
  const last = types.at(-1);
  const shown = isVariadic && last !== undefined ? [...types.slice(0, -1), `${last.replace(/\[\]$/, '')} …`] : types;
  const required = shown.slice(0, requiredArguments).join(', ');
  const optional = shown.slice(requiredArguments).join(', ');
  if (optional === '') return required;
  return required === '' ? `[${optional}]` : `${required}[, ${optional}]`;
}

function resultText({ kind, resultType, outputColumns }: SchemaFunction): string {
  const result = outputColumns.length > 0 ? `(${outputColumns.join(', ')})` : shortType(resultType);
  return kind === 'set' ? `rows of ${result}` : result;
}
