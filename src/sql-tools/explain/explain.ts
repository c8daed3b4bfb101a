import { accepts } from '../../grammar/accepts.ts';
import { buildGrammar } from '../../grammar/build-grammar.ts';
import type { Grammar } from '../../grammar/rule-tree.ts';
import { AppError } from '../../platform/errors.ts';
import type { Schema } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { canonicalSql } from '../../sql/canonical.ts';
import { type ExplainOptions, type Explanation, MAX_EXPLAINED_CHARACTERS } from '../contract.ts';
import { type MarkedGrammar, markedGrammar } from './marked-grammar.ts';
import { misreadTable, nationalText } from './misread-word.ts';
import { rejectionOf } from './rejection.ts';
import { renamedColumns } from './renamed-columns.ts';
import { tokensOf } from './tokens.ts';
import { unreadable } from './unreadable.ts';

/** Explains what the grammar of a schema makes of SQL. Its grammar is built once. */
export class Explainer {
  readonly #schema: Schema;
  /** With the tables alone that the grammar names. */
  readonly #offered: Schema;
  readonly #options: Omit<ExplainOptions, 'tables'>;
  readonly #grammar: Grammar;
  #marked: MarkedGrammar | null = null;

  /** @throws AppError `ask/empty-schema` */
  constructor(schema: Schema, { tables, ...options }: ExplainOptions = {}) {
    const included = new Set((tables ?? schema.tables).map(tableName));
    this.#schema = schema;
    this.#offered = { ...schema, tables: schema.tables.filter((table) => included.has(tableName(table))) };
    this.#options = options;
    this.#grammar = buildGrammar(this.#offered, options);
  }

  /** Needs `loadParser`. */
  explain(sql: string): Explanation {
    if (sql.length > MAX_EXPLAINED_CHARACTERS) {
      return { kind: 'too-long', characters: sql.length, limit: MAX_EXPLAINED_CHARACTERS };
    }
    if (tokensOf(sql).every(({ kind, from, to }) => kind === 'blank' || sql.slice(from, to) === ';')) {
      return { kind: 'empty' };
    }
    const text = sql.trim();
    if (accepts(this.#grammar, text).ok) {
      return { kind: 'accepted', canonical: text, isCanonical: true, renamed: [] };
    }
    try {
      return this.#explainCanonical(sql, canonicalSql(sql, this.#offered).sql);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      const { writes = false } = this.#options;
      return unreadable(sql, thrown, { schema: this.#schema, offered: this.#offered, writes });
    }
  }

  #explainCanonical(sql: string, canonical: string): Explanation {
    if (accepts(this.#grammar, canonical).ok) {
      const renamed = renamedColumns(sql, canonical, this.#offered);
      return { kind: 'accepted', canonical, isCanonical: false, renamed };
    }
    this.#marked ??= markedGrammar(this.#grammar);
    const rejection = rejectionOf(this.#marked, canonical, this.#offered, this.#options.joins);
    if (rejection === null) throw new Error(`accepted with marks alone: ${canonical}`);
    const found = canonical.slice(rejection.place.from, rejection.place.to);
    const misread = misreadAs(found, sql, this.#offered);
    return misread ?? { kind: 'rejected', canonical, rejection };
  }
}

/** @param found what the grammar does not have */
function misreadAs(found: string, sql: string, schema: Schema): Explanation | null {
  if (found === 'bpchar') return nationalText(sql);
  return /^(?:CURRENT|SESSION|LOCAL)/.test(found) ? misreadTable(sql, schema) : null;
}
