import { LEXICAL_RULES } from '../../lexer/rules.ts';
import { groupWithRollup } from '../mysql/clauses.ts';
import { renamed } from '../operators.ts';
import type { QueryRules } from '../rules.ts';
import { comparison } from '../shared/comparison.ts';
import { nullOrder } from '../shared/null-order.ts';
import { collateOperator } from '../shared/operators.ts';
import { nextValueFor } from '../shared/sequences.ts';
import { textCaseNote } from '../shared/text-case.ts';
import { wholeAverages, wholeDivision } from './averages.ts';
import { TSQL_CALLS } from './calls.ts';
import {
  applyToLateral,
  orderInsideStringAgg,
  outputNames,
  splitTexts,
  temporaryTables,
  withoutTableHints,
} from './clauses.ts';
import { joinedWrites } from './joined-writes.ts';
import { likeWithSets, minusOperator, plusOperator } from './operators.ts';
import { outputToReturning } from './output-clause.ts';
import { pivotToGroups } from './pivot.ts';
import { catalogueNote, mergeSets, recursiveNames } from './statements.ts';
import { topToLimit } from './top.ts';
import { xmlPathToStringAgg } from './xml-path.ts';

export const TSQL_RULES: QueryRules = {
  lexical: LEXICAL_RULES.tsql,
  textIgnoresCase: true,
  untyped: false,
  numbersAreConditions: false,
  castsCutFractions: true,
  templates: {
    'getdate/0': { sql: 'LOCALTIMESTAMP', value: 'timestamp' },
    'sysdatetime/0': { sql: 'LOCALTIMESTAMP', value: 'timestamp' },
    'sysdatetimeoffset/0': { sql: 'NOW()', value: 'timestamp' },
    'getutcdate/0': { sql: "(NOW() AT TIME ZONE 'UTC')", value: 'timestamp' },
    'sysutcdatetime/0': { sql: "(NOW() AT TIME ZONE 'UTC')", value: 'timestamp' },
    'year/1': { sql: 'EXTRACT(YEAR FROM {1:moment})', value: 'integer' },
    'month/1': { sql: 'EXTRACT(MONTH FROM {1:moment})', value: 'integer' },
    'day/1': { sql: 'EXTRACT(DAY FROM {1:moment})', value: 'integer' },
    'eomonth/1': { sql: "(DATE_TRUNC('month', {1:moment}) + INTERVAL '1 month - 1 day')::date", value: 'date' },
    'eomonth/2': {
      sql: "(DATE_TRUNC('month', {1:moment}) + ({2:operand} + 1) * INTERVAL '1 month' - INTERVAL '1 day')::date",
      value: 'date',
    },
    'datefromparts/3': { sql: 'MAKE_DATE({1}, {2}, {3})', value: 'date' },
    'datetimefromparts/7': {
      sql: 'MAKE_TIMESTAMP({1}, {2}, {3}, {4}, {5}, {6})',
      value: 'timestamp',
      note: 'Milliseconds are left out.',
    },
    'isnull/2': { sql: 'COALESCE({1}, {2})' },
    'len/1': { sql: 'LENGTH(RTRIM({1:text}))', value: 'integer' },
    'datalength/1': { sql: 'OCTET_LENGTH({1:text})', value: 'integer' },
    'charindex/2': { sql: 'STRPOS({2}, {1})', value: 'integer' },
    'charindex/3': { sql: 'COALESCE(NULLIF(STRPOS(SUBSTR({2}, {3}), {1}), 0) + {3:operand} - 1, 0)', value: 'integer' },
    'replicate/2': { sql: 'REPEAT({1}, {2})', value: 'text' },
    'space/1': { sql: "REPEAT(' ', {1})", value: 'text' },
    'stuff/4': { sql: 'OVERLAY({1} PLACING {4} FROM {2} FOR {3})', value: 'text' },
    'isdate/1': { sql: "CASE WHEN PG_INPUT_IS_VALID({1:text}, 'timestamp') THEN 1 ELSE 0 END", value: 'integer' },
    'str/1': { sql: 'LPAD(ROUND({1:numeric})::text, 10)', value: 'text' },
    'char/1': { sql: 'CHR({1})', value: 'text' },
    'nchar/1': { sql: 'CHR({1})', value: 'text' },
    'unicode/1': { sql: 'ASCII({1})', value: 'integer' },
    'quotename/1': { sql: "'[' || REPLACE({1:text}, ']', ']]') || ']'", value: 'text', binds: 'loose' },
    'string_agg/2': { sql: 'STRING_AGG({1:text}, {2})', value: 'text' },
    'string_split/2': { sql: 'STRING_TO_TABLE({1}, {2})' },
    'newid/0': { sql: 'GEN_RANDOM_UUID()', value: 'uuid' },
    'newsequentialid/0': { sql: 'GEN_RANDOM_UUID()', value: 'uuid' },
    'rand/0': { sql: 'RANDOM()', value: 'number' },
    'round/2': { sql: 'ROUND({1:numeric}, {2})', value: 'number' },
    'round/3': { sql: 'TRUNC({1:numeric}, {2})', value: 'number', note: 'ROUND with a third argument cuts off.' },
    'square/1': { sql: 'POWER({1}, 2)', value: 'number' },
    'log/1': { sql: 'LN({1})', value: 'number' },
    'log/2': { sql: 'LOG({2:numeric}, {1:numeric})', value: 'number' },
    'log10/1': { sql: 'LOG({1:numeric})', value: 'number' },
    'count_big/1': { sql: 'COUNT({1})', value: 'integer' },
    'stdev/1': { sql: 'STDDEV_SAMP({1})', value: 'number' },
    'stdevp/1': { sql: 'STDDEV_POP({1})', value: 'number' },
    'var/1': { sql: 'VAR_SAMP({1})', value: 'number' },
    'varp/1': { sql: 'VAR_POP({1})', value: 'number' },
    'isnumeric/1': { sql: "CASE WHEN {1:text} ~ '^\\s*[-+]?\\d+(\\.\\d*)?\\s*$' THEN 1 ELSE 0 END", value: 'integer' },
    'scope_identity/0': { sql: 'LASTVAL()', value: 'integer' },
    'suser_sname/0': { sql: 'CURRENT_USER', value: 'text' },
    'user_name/0': { sql: 'CURRENT_USER', value: 'text' },
    'db_name/0': { sql: 'CURRENT_DATABASE()', value: 'text' },
  },
  constants: {
    current_timestamp: { sql: 'CURRENT_TIMESTAMP', value: 'timestamp' },
  },
  calls: TSQL_CALLS,
  operators: {
    '=': comparison('='),
    '<>': comparison('<>'),
    '!=': comparison('<>'),
    '!<': renamed('>=', 'boolean'),
    '!>': renamed('<=', 'boolean'),
    '^': renamed('#'),
    '+': plusOperator,
    '-': minusOperator,
    '/': wholeDivision,
    like: likeWithSets,
    collate: collateOperator,
  },
  clauses: [
    withoutTableHints,
    textCaseNote,
    nextValueFor,
    temporaryTables,
    catalogueNote,
    recursiveNames,
    mergeSets,
    outputToReturning,
    joinedWrites,
    outputNames,
    xmlPathToStringAgg,
    pivotToGroups,
    wholeAverages,
    nullOrder,
    orderInsideStringAgg,
    groupWithRollup,
    applyToLateral,
    splitTexts,
    topToLimit,
  ],
  droppedPrefixes: new Set(['dbo']),
};
