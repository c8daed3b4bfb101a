import type { AppError, ErrorData } from '../../platform/errors.ts';
import type { Schema, Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { findTable } from '../../sql/resolve/context.ts';
import { didYouMean, nearestTables } from '../../sql/resolve/unknown-name.ts';
import type { Explanation, Place } from '../contract.ts';
import { misreadTable } from './misread-word.ts';
import { syntaxHint } from './syntax-hint.ts';
import { placeAt, tokensOf } from './tokens.ts';
import { typesLike } from './type-like.ts';

interface Surroundings {
  readonly schema: Schema;
  /** With the tables alone that the grammar names. */
  readonly offered: Schema;
  readonly writes: boolean;
}

/**
 * Why a text has no canonical spelling.
 * @throws AppError what is no fault of the text
 */
export function unreadable(sql: string, error: AppError, surroundings: Surroundings): Explanation {
  const { message } = error;
  const hint = error.hint ?? null;
  const place = placeOf(sql, error);
  if (!surroundings.writes && changes(sql, error)) return readsOnly(sql, error);
  switch (error.code) {
    case 'sql/syntax':
      return { kind: 'syntax', message, place, hint: null, ...syntaxHint(sql, message, place, surroundings.schema) };
    case 'sql/several-statements':
      return { kind: 'several-statements', message, place };
    case 'sql/unknown-table': {
      const table = leftOutTable(error, surroundings);
      if (table) return { kind: 'left-out-table', table: tableName(table), place };
      return { kind: 'unknown-name', message, hint: hint ?? leftOutHint(error, surroundings), place };
    }
    case 'sql/unknown-column':
      return (
        misreadTable(sql, surroundings.schema) ?? {
          kind: 'unknown-name',
          message,
          hint: hint ?? quoteHint(error),
          place,
        }
      );
    case 'sql/unsupported':
      return { kind: 'unsupported', ...unsupportedText(sql, error, place, surroundings.schema), place };
    default:
      throw error;
  }
}

/** Whether it is a statement that does more than read. */
function changes(sql: string, { code, details }: AppError): boolean {
  if (code === 'sql/unsupported')
    return /^(?:merge|select-into|statement)$/.test(String(details?.construct)) || isWrite(sql);
  return code !== 'sql/syntax' && code !== 'sql/several-statements' && isWrite(sql);
}

function isWrite(sql: string): boolean {
  return /^(?:INSERT|UPDATE|DELETE|MERGE)$/.test(firstWord(sql).text);
}

function readsOnly(sql: string, error: AppError): Explanation {
  const isSelect = error.details?.construct === 'select-into';
  const { text, place } = firstWord(sql);
  return {
    kind: 'unsupported',
    message: isSelect ? error.message : `${text} cannot be written here.`,
    reason: 'The model only reads: all that it writes is one SELECT.',
    place: isSelect ? placeOf(sql, error) : place,
  };
}

function firstWord(sql: string): { readonly text: string; readonly place: Place | null } {
  const first = tokensOf(sql).find(({ kind }) => kind === 'word');
  if (!first) return { text: '', place: null };
  const { from, to } = first;
  return { text: sql.slice(from, to).toUpperCase(), place: { from, to } };
}

/** The message says which operator or type it is, the reason which one may be meant. */
function unsupportedText(sql: string, { message, hint, details }: AppError, place: Place | null, schema: Schema) {
  const reason = hint ?? null;
  const text = place === null ? '' : sql.slice(place.from, place.to);
  if (text !== '' && details?.construct === 'operator') {
    return {
      message: `The operator ${text} cannot be written here.`,
      reason: text === '==' ? 'Did you mean =?' : reason,
    };
  }
  if (text === '' || details?.construct !== 'user-type' || findTable(schema, undefined, text))
    return { message, reason };
  const near = typesLike(text, schema);
  return { message: `The type ${text} cannot be written here.`, reason: near.length > 0 ? didYouMean(near) : reason };
}

/** Word processors bend quotes, which makes a name of a text. */
function quoteHint({ details }: AppError): string | null {
  return /^[‘’‚“”„]/.test(String(details?.name)) ? "Texts stand in straight quotes: 'text'." : null;
}

function leftOutTable({ details }: ErrorData, { schema, offered }: Surroundings): Table | null {
  const written = String(details?.name);
  const found =
    findTable(schema, undefined, written) ??
    schema.tables.find(({ namespace, name }) => `${namespace}.${name}` === written);
  return found && !offered.tables.includes(found) ? found : null;
}

/** Of the tables that the grammar leaves out, one that is called almost so. */
function leftOutHint({ details }: ErrorData, { schema }: Surroundings): string | null {
  const parts = String(details?.name).split('.');
  const near = nearestTables(schema, parts.at(-2), parts.at(-1) ?? '');
  return near.length > 0 ? didYouMean(near) : null;
}

/** Errors count from 1. */
function placeOf(sql: string, { details }: AppError): Place | null {
  const position = details?.position;
  return typeof position === 'number' ? placeAt(sql, position - 1) : null;
}
