import { AppError } from '../../platform/errors.ts';
import type { Schema } from '../../schema/model.ts';
import { quoteName, tableName, textLiteral } from '../../schema/names.ts';
import { positionDetails } from '../parse-sql.ts';
import { unsupported } from '../unsupported.ts';
import type { Source } from './model.ts';
import { nearestNames } from './nearest-names.ts';

/** @param namespace as it was written, if it was */
export function unknownTable(
  schema: Schema,
  namespace: string | undefined,
  name: string,
  position: number | undefined,
): AppError {
  const near = nearestTables(schema, namespace, name);
  const isCatalogue = namespace === undefined ? name.startsWith('pg_') : CATALOGUES.has(namespace);
  if (isCatalogue && near.length === 0) return unsupported('catalogue', position);
  const written = namespace === undefined ? name : `${namespace}.${name}`;
  return unknownName('sql/unknown-table', `There is no table "${written}".`, written, position, near);
}

const CATALOGUES: ReadonlySet<string> = new Set(['information_schema', 'pg_catalog', 'pg_toast']);

/** As SQL text; of those with the same name, that in the written namespace. */
export function nearestTables(schema: Schema, namespace: string | undefined, name: string): readonly string[] {
  if (namespace !== undefined && CATALOGUES.has(namespace)) return [];
  const known = schema.tables.map((table) => ({
    name: table.name,
    text: tableName(table),
    rank: table.namespace === (namespace ?? 'public') ? 0 : 1,
  }));
  return nearestNames(name, known);
}

/** A table that the schema has and the query does not read. */
export function tableNotInQuery(
  names: readonly string[],
  sources: readonly Source[],
  position: number | undefined,
): AppError {
  const written = names.join('.');
  const [name] = names.slice(-1);
  const aliases = sources.filter((source) => source.kind === 'table' && source.hasAlias && source.table.name === name);
  const near =
    aliases.length > 0
      ? aliases.map((source) => quoteName(source.name))
      : nearestNames(name ?? '', sources.map(knownName));
  const message = `"${written}" is not among the tables that are read here.`;
  return unknownName('sql/unknown-table', message, written, position, near);
}

/** @param isQuoted it stands in double quotes, which many take for those of a text */
export function unknownColumn(
  written: string,
  names: readonly string[],
  position: number | undefined,
  isQuoted = false,
): AppError {
  const name = written.split('.').at(-1) ?? written;
  const near = nearestNames(
    name,
    names.map((each) => knownName({ name: each })),
  );
  const meant = near.length === 0 && isQuoted ? [`the text ${textLiteral(written)}`] : near;
  return unknownName('sql/unknown-column', `There is no column "${written}".`, written, position, meant);
}

export function ambiguousName(written: string, position: number | undefined): AppError {
  return new AppError({
    code: 'sql/unknown-column',
    message: `"${written}" can be one of several columns.`,
    hint: 'Write the table before it.',
    details: { name: written, ...positionDetails(position) },
  });
}

export function ambiguousTable(written: string, position: number | undefined): AppError {
  return new AppError({
    code: 'sql/unknown-table',
    message: `"${written}" can be one of several tables.`,
    hint: 'Give one of them another name with AS.',
    details: { name: written, ...positionDetails(position) },
  });
}

function unknownName(
  code: 'sql/unknown-table' | 'sql/unknown-column',
  message: string,
  name: string,
  position: number | undefined,
  near: readonly string[],
): AppError {
  return new AppError({
    code,
    message,
    ...(near.length > 0 && { hint: didYouMean(near) }),
    details: { name, ...positionDetails(position) },
  });
}

/** @param texts one at least */
export function didYouMean(texts: readonly string[]): string {
  const last = texts.slice(-1);
  const others = texts.slice(0, -1).join(', ');
  return `Did you mean ${[...(others === '' ? [] : [others]), ...last].join(' or ')}?`;
}

function knownName({ name }: { readonly name: string }) {
  return { name, text: quoteName(name) };
}
