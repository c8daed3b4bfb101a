/**
 * The smart query's result as statements that make the same schema again. Objects follow in the order of their
 * identifiers, which is that of their making: nothing can have been made before what it needs.
 */
import { callableName, quoteName, textLiteral } from '../names.ts';
import type { Result, ResultFunction, ResultSequence, ResultTable } from './result-schema.ts';
import { createTable, isNotValid } from './table-ddl.ts';
import { createType } from './type-ddl.ts';

export function resultDdl(result: Result): string {
  const statements = [
    ...result.namespaces
      .filter((name) => name !== 'public')
      .map((name) => `CREATE SCHEMA IF NOT EXISTS ${quoteName(name)}`),
    ...searchPath(result),
    // Function bodies may name tables that come later.
    ...(result.functions.length > 0 ? ['SET check_function_bodies = false'] : []),
    ...result.extensions.map(
      ({ name, namespace }) => `CREATE EXTENSION IF NOT EXISTS ${quoteName(name)} WITH SCHEMA ${quoteName(namespace)}`,
    ),
    ...objects(result),
    ...result.tables.flatMap(foreignKeys),
    ...result.sequences.flatMap(ownership),
  ];
  return statements.map((statement) => `${statement};\n`).join('\n');
}

interface Numbered {
  readonly oid: number;
  readonly statements: readonly string[];
}

function objects({ types, sequences, tables, functions }: Result): readonly string[] {
  const numbered: Numbered[] = [
    ...types.map((type) => ({ oid: type.oid, statements: [createType(type)] })),
    ...sequences.map((sequence) => ({ oid: sequence.oid, statements: [createSequence(sequence)] })),
    ...tables.map((table) => ({ oid: table.oid, statements: tableStatements(table) })),
    ...functions.map((callable) => ({ oid: callable.oid, statements: functionStatements(callable) })),
  ];
  return numbered.sort((a, b) => a.oid - b.oid).flatMap(({ statements }) => statements);
}

/** Only where it is not the usual one. */
function searchPath({ search_path: path }: Result): string[] {
  if (path.length === 1 && path[0] === 'public') return [];
  return [`SET search_path = ${path.length === 0 ? "''" : path.map(quoteName).join(', ')}`];
}

function createSequence(sequence: ResultSequence): string {
  const type = sequence.type === 'bigint' ? '' : ` AS ${sequence.type}`;
  const increment = sequence.increment === '1' ? '' : ` INCREMENT BY ${sequence.increment}`;
  const bounds =
    BigInt(sequence.start) < 0n && !sequence.increment.startsWith('-') ? ` MINVALUE ${sequence.start}` : '';
  const start = sequence.start === '1' ? '' : ` START WITH ${sequence.start}`;
  return `CREATE SEQUENCE ${qualified(sequence)}${type}${increment}${bounds}${start}`;
}

function ownership(sequence: ResultSequence): string[] {
  const { owner } = sequence;
  if (!owner) return [];
  const column = `${qualified({ namespace: owner.namespace, name: owner.table })}.${quoteName(owner.column)}`;
  return [`ALTER SEQUENCE ${qualified(sequence)} OWNED BY ${column}`];
}

function tableStatements(table: ResultTable): string[] {
  const name = qualified(table);
  const noun = table.kind === 'v' ? 'VIEW' : table.kind === 'm' ? 'MATERIALIZED VIEW' : 'TABLE';
  const late = table.constraints.filter(({ kind, definition }) => kind === 'c' && isNotValid(definition));
  return [
    createTable(table),
    ...late.map(({ name: constraint, definition }) => addConstraint(name, constraint, definition)),
    ...table.unique_indexes,
    ...(table.comment === null ? [] : [`COMMENT ON ${noun} ${name} IS ${textLiteral(table.comment)}`]),
    ...table.columns.flatMap((column) =>
      column.comment === null
        ? []
        : [`COMMENT ON COLUMN ${name}.${quoteName(column.name)} IS ${textLiteral(column.comment)}`],
    ),
  ];
}

/** At the end, because tables may refer to one another in a circle. */
function foreignKeys(table: ResultTable): string[] {
  return table.constraints
    .filter(({ kind }) => kind === 'f')
    .map(({ name, definition }) => addConstraint(qualified(table), name, definition));
}

function addConstraint(table: string, name: string, definition: string): string {
  return `ALTER TABLE ${table} ADD CONSTRAINT ${quoteName(name)} ${definition}`;
}

function functionStatements({ namespace, name, definition, arguments: list, comment }: ResultFunction): string[] {
  const statements = [definition.trim()];
  if (comment !== null) {
    statements.push(
      `COMMENT ON FUNCTION ${quoteName(namespace)}.${callable(name)}(${list}) IS ${textLiteral(comment)}`,
    );
  }
  return statements;
}

function callable(name: string): string {
  return callableName({ namespace: 'public', name });
}

/** Always with the namespace: the search path may put another one first. */
function qualified({ namespace, name }: Pick<ResultTable, 'namespace' | 'name'>): string {
  return `${quoteName(namespace)}.${quoteName(name)}`;
}
