import { quoteName } from '../names.ts';
import type { ResultColumn, ResultTable } from './result-schema.ts';

/** A table with its columns, keys and checks, or a view with its query. */
export function createTable(table: ResultTable): string {
  const name = `${quoteName(table.namespace)}.${quoteName(table.name)}`;
  if (table.kind === 'v' || table.kind === 'm') {
    const noun = table.kind === 'v' ? 'VIEW' : 'MATERIALIZED VIEW';
    return `CREATE ${noun} ${name} AS\n${(table.definition ?? '').trim().replace(/;$/, '')}`;
  }
  const constraints = table.constraints
    .filter(({ kind, definition }) => kind !== 'f' && !(kind === 'c' && isNotValid(definition)))
    .map((constraint) => `CONSTRAINT ${quoteName(constraint.name)} ${constraint.definition}`);
  const parts = [...table.columns.map(columnDefinition), ...constraints];
  return parts.length === 0 ? `CREATE TABLE ${name} ()` : `CREATE TABLE ${name} (\n  ${parts.join(',\n  ')}\n)`;
}

/** Postgres marks a constraint so only where it is added to a table that exists. */
export function isNotValid(definition: string): boolean {
  return definition.endsWith(' NOT VALID');
}

function columnDefinition(column: ResultColumn): string {
  return [
    quoteName(column.name),
    column.type,
    ...valueDefinition(column),
    ...(column.required ? ['NOT NULL'] : []),
  ].join(' ');
}

function valueDefinition({ identity, generated, default: expression }: ResultColumn): string[] {
  if (identity !== '') return [`GENERATED ${identity === 'a' ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY`];
  if (expression === null) return [];
  if (generated !== '') return [`GENERATED ALWAYS AS (${expression}) ${generated === 's' ? 'STORED' : 'VIRTUAL'}`];
  return [`DEFAULT ${expression}`];
}
