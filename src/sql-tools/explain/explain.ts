import { accepts } from '../../grammar/accepts.ts';
import { buildGrammar } from '../../grammar/build-grammar.ts';
import type { Grammar } from '../../grammar/rule-tree.ts';
import { AppError, type ErrorData, toErrorData } from '../../platform/errors.ts';
import type { Schema, Table } from '../../schema/model.ts';
import { columnName, tableName } from '../../schema/names.ts';
import { queryNames } from '../../schema/query-names.ts';
import { canonicalSql } from '../../sql/canonical.ts';
import { type ExplainOptions, type Explanation, MAX_EXPLAINED_CHARACTERS, type Place } from '../contract.ts';
import type { AllowedContext } from './allowed-names.ts';
import { type MarkedGrammar, markedGrammar } from './marked-grammar.ts';
import { rejectionOf } from './rejection.ts';
import { placeAt, tokensOf } from './tokens.ts';

/** Explains what the grammar of a schema makes of SQL. Its grammar is built once. */
export class Explainer {
  readonly #schema: Schema;
  /** With the tables alone that the grammar names. */
  readonly #offered: Schema;
  readonly #grammar: Grammar;
  #marked: MarkedGrammar | null = null;

  /** @throws AppError `ask/empty-schema` */
  constructor(schema: Schema, { tables, ...options }: ExplainOptions = {}) {
    const included = new Set((tables ?? schema.tables).map(tableName));
    this.#schema = schema;
    this.#offered = { ...schema, tables: schema.tables.filter((table) => included.has(tableName(table))) };
    this.#grammar = buildGrammar(this.#offered, options);
  }

  /** Needs `loadParser`. */
  explain(sql: string): Explanation {
    if (sql.length > MAX_EXPLAINED_CHARACTERS) {
      return { kind: 'too-long', characters: sql.length, limit: MAX_EXPLAINED_CHARACTERS };
    }
    if (tokensOf(sql).every(({ kind }) => kind === 'blank')) return { kind: 'empty' };
    const text = sql.trim();
    if (accepts(this.#grammar, text).ok) {
      return { kind: 'accepted', canonical: text, isCanonical: true, caveat: this.#caveat(text) };
    }
    try {
      return this.#explainCanonical(canonicalSql(sql, this.#offered).sql);
    } catch (thrown) {
      if (thrown instanceof AppError) return this.#refusal(sql, toErrorData(thrown));
      throw thrown;
    }
  }

  #explainCanonical(canonical: string): Explanation {
    if (accepts(this.#grammar, canonical).ok) {
      return { kind: 'accepted', canonical, isCanonical: false, caveat: null };
    }
    this.#marked ??= markedGrammar(this.#grammar);
    const rejection = rejectionOf(this.#marked, canonical, this.#context(canonical));
    if (rejection === null) throw new Error(`accepted with marks alone: ${canonical}`);
    return { kind: 'rejected', canonical, rejection };
  }

  #context(canonical: string): AllowedContext {
    const isNamed = (table: Table) => canonical.includes(`${tableName(table)}.`);
    const { tables } = this.#offered;
    const likeliest = [...tables.filter(isNamed), ...tables.filter((table) => !isNamed(table))];
    const { derivedPrefix } = queryNames(this.#offered);
    return {
      columns: likeliest.flatMap((table) => table.columns.map((column) => columnName(table, column))),
      hasDerived: new RegExp(`\\b${derivedPrefix}\\d`).test(canonical),
    };
  }

  /** What stands in reach of what is beyond the grammar. */
  #caveat(sql: string): string | null {
    try {
      canonicalSql(sql, this.#offered);
      return null;
    } catch (thrown) {
      const { code, message } = toErrorData(thrown);
      if (code === 'sql/unknown-table' || code === 'sql/unknown-column') return message;
      if (thrown instanceof AppError) return null;
      throw thrown;
    }
  }

  #refusal(sql: string, error: ErrorData): Explanation {
    const place = placeOf(sql, error);
    switch (error.code) {
      case 'sql/syntax':
        return { kind: 'syntax', message: error.message, place };
      case 'sql/several-statements':
        return { kind: 'several-statements', message: error.message, place };
      case 'sql/unknown-table':
      case 'sql/unknown-column': {
        const table = this.#leftOutTable(error);
        if (table !== null) return { kind: 'left-out-table', table, place };
        return { kind: 'unknown-name', message: error.message, hint: error.hint ?? null, place };
      }
      case 'sql/unsupported':
        return { kind: 'unsupported', message: error.message, reason: error.hint ?? null, place };
      default:
        throw new AppError(error);
    }
  }

  #leftOutTable({ code, details }: ErrorData): string | null {
    if (code !== 'sql/unknown-table') return null;
    const found = this.#schema.tables.find(
      ({ namespace, name }) =>
        `${namespace}.${name}` === details?.name || (namespace === 'public' && name === details?.name),
    );
    const isOffered = found !== undefined && this.#offered.tables.includes(found);
    return found && !isOffered ? tableName(found) : null;
  }
}

/** Errors count from 1. */
function placeOf(sql: string, { details }: ErrorData): Place | null {
  const position = details?.position;
  return typeof position === 'number' ? placeAt(sql, position - 1) : null;
}
