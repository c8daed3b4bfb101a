import { LEXICAL_RULES } from '../../lexer/rules.ts';
import { limitWithOffset } from '../mysql/clauses.ts';
import { renamed } from '../operators.ts';
import type { QueryRules } from '../rules.ts';
import { arithmetic } from '../shared/arithmetic.ts';
import { comparison } from '../shared/comparison.ts';
import { division } from '../shared/division.ts';
import { havingAliases } from '../shared/having-aliases.ts';
import { looseGrouping } from '../shared/loose-grouping.ts';
import { nullOrder } from '../shared/null-order.ts';
import { collateOperator, jsonOperator, likeOperator } from '../shared/operators.ts';
import { textAliases } from '../shared/text-aliases.ts';
import { SQLITE_CALLS } from './calls.ts';
import { notesOfClauses, quotedTexts, withoutIndexHints, withoutNegativeLimit } from './clauses.ts';
import { globOperator, isOperator, joinTexts } from './operators.ts';
import { rowNumbers } from './row-numbers.ts';

export const SQLITE_RULES: QueryRules = {
  lexical: LEXICAL_RULES.sqlite,
  textIgnoresCase: false,
  untyped: true,
  numbersAreConditions: true,
  castsCutFractions: true,
  templates: {
    'length/1': { sql: 'LENGTH({1:text})', value: 'integer' },
    'instr/2': { sql: 'STRPOS({1:text}, {2})', value: 'integer' },
    'total/1': { sql: 'COALESCE(SUM({1}), 0)', value: 'number' },
    'unistr/1': { sql: 'UNISTR({1})', value: 'text' },
    'unicode/1': { sql: 'ASCII({1})', value: 'integer' },
    'hex/1': { sql: "UPPER(ENCODE({1:text}::bytea, 'hex'))", value: 'text' },
    'quote/1': { sql: 'QUOTE_LITERAL({1})', value: 'text' },
    'randomblob/1': { sql: 'UUID_SEND(GEN_RANDOM_UUID())', value: 'bytes', note: 'RANDOMBLOB gives 16 bytes.' },
    'random/0': { sql: 'RANDOM()', value: 'number', note: 'RANDOM() gives a number from 0 to 1 in Postgres.' },
    'last_insert_rowid/0': { sql: 'LASTVAL()', value: 'integer' },
    'pow/2': { sql: 'POWER({1}, {2})', value: 'number' },
    'log/1': { sql: 'LOG({1:numeric})', value: 'number' },
    'log10/1': { sql: 'LOG({1:numeric})', value: 'number' },
    'typeof/1': {
      sql: `CASE WHEN {1} IS NULL THEN 'null' WHEN PG_TYPEOF({1})::text IN ('smallint', 'integer', 'bigint', 'boolean') THEN 'integer' WHEN PG_TYPEOF({1})::text IN ('real', 'double precision', 'numeric') THEN 'real' WHEN PG_TYPEOF({1})::text = 'bytea' THEN 'blob' ELSE 'text' END`,
      value: 'text',
    },
    'json_object/*': { sql: 'JSONB_BUILD_OBJECT({*})', value: 'json' },
    'json_array/*': { sql: 'JSONB_BUILD_ARRAY({*})', value: 'json' },
    'json_group_array/1': { sql: 'JSONB_AGG({1})', value: 'json' },
    'json_group_object/2': { sql: 'JSONB_OBJECT_AGG({1}, {2})', value: 'json' },
    'json_array_length/1': { sql: 'JSONB_ARRAY_LENGTH({1:operand}::jsonb)', value: 'integer' },
    'json_valid/1': { sql: '{1:text} IS JSON', value: 'boolean', binds: 'loose' },
    'likely/1': { sql: '{1}' },
    'unlikely/1': { sql: '{1}' },
    'sqlite_version/0': { sql: 'VERSION()', value: 'text', note: 'SQLITE_VERSION() gives the version of Postgres.' },
    'json/1': { sql: '{1:operand}::jsonb', value: 'json' },
  },
  constants: {
    current_timestamp: { sql: 'CURRENT_TIMESTAMP', value: 'timestamp' },
    current_date: { sql: 'CURRENT_DATE', value: 'date' },
  },
  calls: SQLITE_CALLS,
  operators: {
    '=': comparison('='),
    '==': comparison('='),
    '<>': comparison('<>'),
    '!=': comparison('<>'),
    '<': comparison('<'),
    '>': comparison('>'),
    '<=': comparison('<='),
    '>=': comparison('>='),
    '/': division('integer'),
    '+': arithmetic,
    '-': arithmetic,
    '*': arithmetic,
    '||': joinTexts,
    '->': jsonOperator(false),
    '->>': jsonOperator(true),
    like: likeOperator,
    glob: globOperator,
    regexp: renamed('~', 'boolean'),
    is: isOperator,
    collate: collateOperator,
  },
  clauses: [
    notesOfClauses,
    quotedTexts,
    textAliases,
    withoutIndexHints,
    rowNumbers,
    looseGrouping,
    nullOrder,
    limitWithOffset,
    withoutNegativeLimit,
    havingAliases,
  ],
  droppedPrefixes: new Set(['main', 'temp']),
};
