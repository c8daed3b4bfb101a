import { callableName, quoteName, textLiteral } from '../names.ts';
import type { ResultType } from './result-schema.ts';

export function createType(type: ResultType): string {
  const name = `${quoteName(type.namespace)}.${callableName({ namespace: 'public', name: type.name })}`;
  switch (type.kind) {
    case 'e':
      return `CREATE TYPE ${name} AS ENUM (${(type.labels ?? []).map(textLiteral).join(', ')})`;
    case 'r':
      return `CREATE TYPE ${name} AS RANGE (SUBTYPE = ${type.base ?? ''})`;
    case 'c': {
      const attributes = (type.attributes ?? []).map((attribute) => `  ${quoteName(attribute.name)} ${attribute.type}`);
      return `CREATE TYPE ${name} AS (\n${attributes.join(',\n')}\n)`;
    }
    case 'd':
      return createDomain(name, type);
  }
}

function createDomain(name: string, type: ResultType): string {
  const parts = [`CREATE DOMAIN ${name} AS ${type.base ?? ''}`];
  if (type.default !== null) parts.push(`DEFAULT ${type.default}`);
  if (type.required) parts.push('NOT NULL');
  for (const check of type.checks ?? []) parts.push(`CONSTRAINT ${quoteName(check.name)} ${check.definition}`);
  return parts.join(' ');
}
