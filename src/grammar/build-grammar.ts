import { AppError } from '../platform/errors.ts';
import type { Schema, Table } from '../schema/model.ts';
import { callRules } from './call-rules.ts';
import { enumRules } from './enum-rules.ts';
import { expressionRules } from './expression-rules.ts';
import { fromRules } from './from-rules.ts';
import { argumentRules, functionRules } from './function-rules.ts';
import { insideJson } from './json-envelope.ts';
import { keyJoinRule } from './key-join-rules.ts';
import { literalRules, typeRules } from './literal-rules.ts';
import { nameRules } from './name-rules.ts';
import type { OutputNames } from './output-name-rules.ts';
import { queryRules } from './query-rules.ts';
import { createGrammar, type Grammar, reference, rule } from './rule-tree.ts';
import { schemaNames } from './schema-names.ts';
import { valueListRules } from './value-list-rules.ts';
import { writeRules } from './write-rules.ts';

export interface GrammarOptions {
  /** INSERT, UPDATE and DELETE as well as queries. Off unless said otherwise: over 50 tables they add two thirds to the time to compile. */
  readonly writes?: boolean;
  /** The tables that statements may name; all of the schema's when absent. */
  readonly tables?: readonly Pick<Table, 'namespace' | 'name'>[];
  /** The statement as the one member `sql` of a JSON object. */
  readonly json?: boolean;
  /** `shaped` unless said otherwise: `any` takes a second more to compile. */
  readonly outputNames?: OutputNames;
  /** `any` unless said otherwise: `keys` allows joins along declared foreign keys alone, where there are any. */
  readonly joins?: 'any' | 'keys';
}

/**
 * The grammar of every statement that canonical SQL (docs/canonical-sql.md) can make of these tables. What it accepts
 * parses as PostgreSQL and names tables and columns of the schema alone; that each column's table stands in FROM, and
 * what fits which type, is beyond it. Equal schemas give equal grammars.
 *
 * Throws `ask/empty-schema` when there is no table with a column.
 */
export function buildGrammar(schema: Schema, options: GrammarOptions = {}): Grammar {
  const { writes = false, tables = schema.tables, json = false, outputNames = 'shaped', joins = 'any' } = options;
  const names = schemaNames(schema, tables);
  if (names.tables.length === 0) {
    throw new AppError({
      code: 'ask/empty-schema',
      message: 'The schema has no table with a column.',
      hint: 'Paste CREATE TABLE statements or open a sample database.',
    });
  }
  const grammar = createGrammar('root', [
    rule('root', reference(writes ? 'statement' : 'query')),
    ...queryRules(),
    ...(writes ? writeRules(names) : []),
    ...fromRules(names, joins === 'keys' ? keyJoinRule(names) : null),
    ...expressionRules(names),
    ...valueListRules(names),
    ...enumRules(names),
    ...functionRules(schema),
    ...argumentRules(),
    ...callRules(names),
    ...literalRules(),
    ...typeRules(schema, names),
    ...nameRules(names, schema, { writes, outputNames }),
  ]);
  return json ? insideJson(grammar) : grammar;
}
